# Was aufgefallen wäre, ob die Veränderung zu klein ist, um zu zählen (zwei einseitige Tests), und was die Fehlenden daraus machen
# könnten: wenn sie sich um einen Betrag anders verändert hätten, und im äußersten Fall.
annahmen <- function(veraenderung, se, df) {
  hat_fehler <- !is.na(se) && se > 0
  fehlt <- if (ist_ganz_befragt) befragte[["insgesamt"]] - paare_in(gruppen[["insgesamt"]]) else 0
  anteil <- if (fehlt > 0) fehlt / befragte[["insgesamt"]] else NA
  weite <- if (hat_fehler) qt((1 + niveau) / 2, df) * se else NA
  c(
    aufgefallen = if (hat_fehler) (qt((1 + niveau) / 2, df) + qt(0.8, df)) * se else NA,
    if (!is.na(relevant) && hat_fehler) {
      schmal <- qt(niveau, df) * se
      c(
        aequivalenz_p = max(
          pt((veraenderung + relevant) / se, df, lower.tail = FALSE), pt((veraenderung - relevant) / se, df)
        ),
        aequivalenz_unten = veraenderung - schmal, aequivalenz_oben = veraenderung + schmal
      )
    },
    if (fehlt > 0) {
      c(
        fehlende = fehlt, fehlende_null = -veraenderung / anteil,
        fehlende_kippt_unten = -(veraenderung + weite) / anteil, fehlende_kippt_oben = -(veraenderung - weite) / anteil,
        if (!is.na(fehlende_um)) {
          mitte <- veraenderung + anteil * fehlende_um
          c(fehlende_veraenderung = mitte, fehlende_unten = mitte - weite, fehlende_oben = mitte + weite)
        }
      )
    }
  )
}

# In Prozent: einmal hätten alle Fehlenden 100, einmal 0.
schranken <- function(vorher, nachher, code = "") {
  n <- paare_in(gruppen[["insgesamt"]])
  alle <- if (ist_ganz_befragt) befragte[["insgesamt"]] else n
  if (n == 0 || n >= alle) return(NULL)
  aussen <- function(mittel, unten, oben) c(unten = mittel * n + unten * (alle - n), oben = mittel * n + oben * (alle - n)) / alle
  namen <- paste0("schranke_", if (code == "") "" else paste0(code, "_"))
  c(
    setNames(aussen(vorher, 0, 100), paste0(namen, "vorher_", c("unten", "oben"))),
    setNames(aussen(nachher, 0, 100), paste0(namen, "nachher_", c("unten", "oben"))),
    setNames(aussen(nachher - vorher, -100, 100), paste0(namen, "veraenderung_", c("unten", "oben")))
  )
}

# Die Annahmen gelten der Veränderung, die zuerst genannt wird: mit Gewichten der gewichteten.
mit_annahmen <- function(werte, gewichtet) {
  von <- if (ist_gewichtet) paste0(gewichtet, "_") else ""
  annahmen(werte[[paste0(von, "veraenderung")]], werte[[paste0(von, "se")]], werte[[paste0(von, "df")]])
}

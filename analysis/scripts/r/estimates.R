# Was die Antworten einer Welle über alle sagen: Der Stand ist die Veränderung gegenüber nichts. Wer in einer Gruppe befragt wurde,
# steht in den Einheiten.
befragte <- c()
bereite_vor <- function(wert, spalte, nichts) {
  daten <<- cbind(einheiten, wert_vorher = ifelse(is.na(wert), NA, nichts), wert_nachher = wert)
  gruppen <<- c(list(insgesamt = daten), if (spalte != "") split(daten, daten[[spalte]]))
  if (sind_befragte) befragte <<- vapply(gruppen, nrow, 0)
}

# Grenzen eines Anteils in Prozent auf der Skala der logarithmierten Chance, damit sie zwischen 0 und 100 bleiben.
anteil_grenzen <- function(anteil, se, df) {
  if (is.na(se) || se == 0) return(c(unten = NA, oben = NA))
  p <- anteil / 100
  weite <- qt((1 + niveau) / 2, df) * se / 100 / (p * (1 - p))
  100 * c(unten = plogis(qlogis(p) - weite), oben = plogis(qlogis(p) + weite))
}

grenzen <- function(stand, fehler, ist_anteil) {
  if (ist_anteil) return(anteil_grenzen(stand, fehler[["se"]], fehler[["df"]]))
  pruefe(stand, fehler[["se"]], fehler[["df"]])[c("unten", "oben")]
}

ungewichteter_stand <- function(gruppe, wert, ist_anteil) {
  da <- gruppen[[gruppe]][!is.na(gruppen[[gruppe]]$wert_nachher), ]
  x <- wert(da$wert_nachher)
  fehler <- fehler_des_mittels(x, x, beobachtet(gruppe), da$block)
  ist_prozess <- length(befragte) == 0 && !hat_bloecke
  limits <- if (ist_anteil && ist_prozess) {
    100 * suppressWarnings(prop.test(sum(x > 0), length(x), conf.level = niveau, correct = FALSE)$conf.int)
  } else {
    grenzen(mean(x), fehler, ist_anteil)
  }
  setNames(c(fehler["se"], limits), c("se", "unten", "oben"))
}

gewichteter_stand <- function(gruppe, wert, ist_anteil) {
  alle <- gewichtete(gruppen[[gruppe]], gruppe, wert)
  stand <- alle[["gewichtet_nachher"]]
  limits <- grenzen(stand, c(se = alle[["gewichtet_se"]], df = alle[["gewichtet_df"]]), ist_anteil)
  setNames(
    c(sum(gewogen(gruppen[[gruppe]], gruppe)$drin), stand, alle["gewichtet_se"], limits),
    paste0("gewichtet_", c("n", "stand", "se", "unten", "oben"))
  )
}

schaetzung <- function(gruppe, wert, ist_anteil) {
  c(ungewichteter_stand(gruppe, wert, ist_anteil), if (ist_gewichtet) gewichteter_stand(gruppe, wert, ist_anteil))
}

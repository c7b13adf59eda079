# Wo die Angaben in jeder Welle liegen: aller, und derer, die in jeder Welle eine Angabe haben.
werte <- lapply(wellen, function(welle) welle$wert[match(einheiten$einheit, welle$einheit)])
in_jeder <- Reduce(`&`, lapply(werte, function(wert) !is.na(wert)))

# Mittel mit Intervall; sprechen die Zahlen über die Befragten, um den Anteil der Antwortenden enger.
grenzen_um <- function(x, menge) {
  n <- length(x)
  anteil <- if (length(befragte) > 0) n / befragte[[menge]] else 0
  if (!hat_grenzen || n < 2 || anteil == 1) return(c(unten = NA, oben = NA))
  weite <- qt((1 + niveau) / 2, n - 1) * sd(x) / sqrt(n) * sqrt(1 - anteil)
  c(unten = mean(x) - weite, oben = mean(x) + weite)
}

gewogen_mit <- function(x, gewicht) {
  da <- !is.na(gewicht) & gewicht > 0
  if (!any(da)) return(NA)
  sum(gewicht[da] * x[da]) / sum(gewicht[da])
}

stand <- function(wert, dabei, menge) {
  x <- wert[dabei]
  gewicht <- if (ist_gewichtet) einheiten[[paste0("gewicht_", menge)]][dabei]
  if (ist_zahl) {
    return(c(lage(x), grenzen_um(x, menge), if (ist_gewichtet) c(gewichtet = gewogen_mit(x, gewicht))))
  }
  c(n = length(x), unlist(lapply(auspraegungen, function(code) {
    ja <- 100 * (x == code)
    c(
      setNames(mean(ja), paste0("anteil_", code)),
      if (ist_gewichtet) setNames(gewogen_mit(ja, gewicht), paste0("gewichtet_", code))
    )
  })))
}

drucke(unlist(lapply(seq_along(wellen), function(i) {
  je_gruppe <- lapply(gruppen, function(gruppe) {
    x <- werte[[i]][einheiten$gruppe == gruppe & !is.na(werte[[i]])]
    zeilen(paste0(namen[i], ":gruppe:", gruppe), c(n = length(x), mittel = mean(x)))
  })
  c(list(
    zeilen(paste0(namen[i], ":alle"), stand(werte[[i]], !is.na(werte[[i]]), i)),
    zeilen(paste0(namen[i], ":jede"), stand(werte[[i]], in_jeder, length(wellen) + 1))
  ), je_gruppe)
}), recursive = FALSE))

# Wer gewichtet wurde, und wer davon zu einer Gruppe gehört: Sie ist Teil der ganzen gewichteten Stichprobe; was die Ränder
# erklären, ist für alle zusammen bekannt, nicht innerhalb der Gruppe. Wer vollständig geantwortet hat, steht nur für sich.
gewogen <- function(gruppe, name) {
  paar <- !is.na(daten$wert_vorher) & !is.na(daten$wert_nachher)
  dabei <- !is.na(daten$gewicht) & (ist_stichprobe_bekannt | paar)
  stichprobe <- daten[dabei, ]
  n <- nrow(stichprobe)
  f <- if (ist_korrigiert) beobachtet(name) else 0
  voll <- f == 1 && ist_hochgerechnet
  w <- if (voll) rep(1, n) else stichprobe$gewicht
  schicht <- if (ist_geschichtet && !voll) stichprobe$rand1 else rep(1, n)
  anteil <- if (ist_geschichtet && ist_ganz && !hat_eigene_groesse(name) && !voll) {
    pmin(1, ave(as.numeric(paar[dabei]), schicht, FUN = sum) / ave(w, schicht, FUN = sum))
  } else {
    rep(f, n)
  }
  raender <- Filter(function(rand) length(unique(rand)) > 1, stichprobe[grep("^rand", names(stichprobe))])
  list(
    stichprobe = stichprobe, drin = paar[dabei] & stichprobe$einheit %in% gruppe$einheit, w = w, schicht = schicht,
    anteil = anteil, raender = if (voll) list() else raender
  )
}

# Veränderung eines gewichteten Mittels, und was jede Einheit zu ihm beiträgt.
beitraege_zum_mittel <- function(von, wert) {
  d <- ifelse(von$drin, wert(von$stichprobe$wert_nachher) - wert(von$stichprobe$wert_vorher), 0)
  summe <- sum(von$w[von$drin])
  veraenderung <- sum((von$w * d)[von$drin]) / summe
  list(veraenderung = veraenderung, beitrag = von$w * rest_von(ifelse(von$drin, d - veraenderung, 0), von) / summe)
}

gewichtete <- function(gruppe, gruppenname, wert, name = "gewichtet") {
  von <- gewogen(gruppe, gruppenname)
  drin <- von$drin
  vorher <- wert(von$stichprobe$wert_vorher)[drin]
  nachher <- wert(von$stichprobe$wert_nachher)[drin]
  mittel <- function(x) sum(von$w[drin] * x) / sum(von$w[drin])
  zum <- beitraege_zum_mittel(von, wert)
  ergebnis <- c(
    vorher = mittel(vorher), nachher = mittel(nachher), veraenderung = zum$veraenderung,
    geprueft(zum$veraenderung, zum$beitrag, von, c(vorher, nachher))
  )
  setNames(ergebnis, paste0(name, "_", names(ergebnis)))
}

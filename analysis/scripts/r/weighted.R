# Gewichtete Veränderung einer Gruppe als Teil der ganzen gewichteten Stichprobe: Was die Ränder erklären, an die die Gewichte
# angepasst sind, ist für alle zusammen bekannt, nicht innerhalb der Gruppe. Unter zehn Paaren gibt es keinen Fehler.
gewichtete <- function(einheiten_der_gruppe, wert, name = "gewichtet") {
  paar <- !is.na(daten$wert_vorher) & !is.na(daten$wert_nachher)
  dabei <- !is.na(daten$gewicht) & (ist_stichprobe_bekannt | paar)
  stichprobe <- daten[dabei, ]
  drin <- paar[dabei] & stichprobe$einheit %in% einheiten_der_gruppe
  w <- stichprobe$gewicht
  vorher <- ifelse(drin, wert(stichprobe$wert_vorher), 0)
  nachher <- ifelse(drin, wert(stichprobe$wert_nachher), 0)
  mittel <- function(x) sum((w * x)[drin]) / sum(w[drin])
  veraenderung <- mittel(nachher - vorher)
  einfluss <- ifelse(drin, nachher - vorher - veraenderung, 0)
  raender <- Filter(function(rand) length(unique(rand)) > 1, stichprobe[grep("^rand", names(stichprobe))])
  rest <- if (length(raender) > 0) {
    residuals(lm(einfluss ~ ., data = as.data.frame(lapply(raender, factor))))
  } else {
    einfluss
  }
  n <- nrow(stichprobe)
  se <- sqrt(n / (n - 1) * sum((w * rest - mean(w * rest))^2)) / sum(w[drin])
  if (sum(drin) < 10 || se <= 1e-10 * max(abs(c(vorher, nachher)))) se <- NA
  ergebnis <- c(
    vorher = mittel(vorher), nachher = mittel(nachher), veraenderung = veraenderung, se = se,
    pruefe(veraenderung, se, sum(drin))
  )
  setNames(ergebnis, paste0(name, "_", names(ergebnis)))
}

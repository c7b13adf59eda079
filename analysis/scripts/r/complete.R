# Ergänzte Werte stehen in einer eigenen Datei, nie anstelle einer Angabe; von einem anderen Datenstand oder Verfahren werden sie abgelehnt.
lies_ergaenzt <- function(datei, stand, durch) {
  gelesen <- read.csv(datei, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  bitte <- "Bitte schreiben Sie die Datei mit dem Befehl am Anfang dieses Skripts."
  if (!all(gelesen[["datenstand"]] == stand)) stop(datei, " ist von einem anderen Datenstand als ", stand, ". ", bitte)
  if (!all(gelesen[["ergaenzt_durch"]] == durch)) stop(datei, " ist nicht ergänzt durch: ", durch, ". ", bitte)
  gelesen
}

# Neben einer Angabe: mit dem ergänzten Wert, und ob es einer ist.
ergaenze <- function(antworten, name, schluessel) {
  eigene <- ergaenzt[ergaenzt[["variable"]] == name, ]
  wert <- as.numeric(eigene[["wert"]][match(einheiten$einheit, eigene[[schluessel]])])
  angegeben <- zahl(antworten, name)
  antworten[[paste0(name, "_mit")]] <- ifelse(is.na(angegeben), wert, angegeben)
  antworten[[paste0(name, "_ergaenzt")]] <- as.integer(is.na(angegeben) & !is.na(wert))
  antworten
}

mit_ergaenzten <- function(name, gruppe, spalte) {
  dabei <- wer(gruppe, spalte)
  ist_ergaenzt <- antworten[[paste0(name, "_ergaenzt")]][dabei] == 1
  x <- antworten[[paste0(name, "_mit")]][dabei]
  da <- !is.na(x)
  zeilen(gruppe, benannt(c(
    ergaenzt = sum(ist_ergaenzt), ergaenzt_prozent = 100 * sum(ist_ergaenzt) / sum(da), summe_mit = sum(x[da]),
    summe_ergaenzt_prozent = 100 * sum(x[ist_ergaenzt]) / sum(x[da]), mittel_mit = mean(x[da])
  ), name))
}

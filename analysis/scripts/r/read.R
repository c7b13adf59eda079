# Eine Datei von einem anderen Datenstand ergibt andere Zahlen und wird abgelehnt.
lies <- function(datei, stand, antworten) {
  gelesen <- read.csv(datei, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  bitte <- "Bitte schreiben Sie die Datei mit dem Befehl am Anfang dieses Skripts."
  staende <- unique(gelesen[["datenstand"]])
  if (is.null(gelesen[["datenstand"]])) stop(datei, " nennt keinen Datenstand; dieses Skript gehört zum Datenstand ", stand, ". ", bitte)
  if (!all(staende == stand)) stop(datei, " ist vom Datenstand ", toString(staende), ", dieses Skript gehört zum Datenstand ", stand, ". ", bitte)
  if (nrow(gelesen) != antworten) stop(datei, " hat ", nrow(gelesen), " Antworten statt ", antworten, ". ", bitte)
  gelesen
}

zahl <- function(daten, name) as.numeric(daten[[name]])

benannt <- function(werte, name) setNames(werte, paste0(names(werte), "_", name))

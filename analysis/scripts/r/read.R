# Eine Datei von einem anderen Datenstand oder mit anderen Werten ergibt andere Zahlen und wird abgelehnt.
lies <- function(datei, stand, werte, antworten) {
  gelesen <- read.csv(datei, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  bitte <- "Bitte schreiben Sie die Datei mit dem Befehl am Anfang dieses Skripts."
  staende <- unique(gelesen[["datenstand"]])
  if (is.null(gelesen[["datenstand"]])) stop(datei, " nennt keinen Datenstand; dieses Skript gehört zum Datenstand ", stand, ". ", bitte)
  if (!all(staende == stand)) stop(datei, " ist vom Datenstand ", toString(staende), ", dieses Skript gehört zum Datenstand ", stand, ". ", bitte)
  enthalten <- unique(gelesen[["werte"]])
  if (is.null(enthalten)) stop(datei, " nennt nicht, welche Werte es sind; dieses Skript gehört zu: ", werte, ". ", bitte)
  if (!all(enthalten == werte)) stop(datei, " enthält die Werte: ", toString(enthalten), "; dieses Skript gehört zu: ", werte, ". ", bitte)
  if (nrow(gelesen) != antworten) stop(datei, " hat ", nrow(gelesen), " Antworten statt ", antworten, ". ", bitte)
  gelesen
}

zahl <- function(daten, name) as.numeric(daten[[name]])

benannt <- function(werte, name) setNames(werte, paste0(names(werte), "_", name))

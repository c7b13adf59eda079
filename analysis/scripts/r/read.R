lies <- function(datei) {
  read.csv(datei, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
}

zahl <- function(daten, name) as.numeric(daten[[name]])

benannt <- function(werte, name) setNames(werte, paste0(names(werte), "_", name))

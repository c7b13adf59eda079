zeilen <- function(gruppe, werte) data.frame(gruppe = gruppe, groesse = names(werte), wert = sprintf("%.15g", werte))

# Was von weniger als drei spricht, steht in den Dateien, nicht im Bericht und nicht hier.
drucke <- function(tabellen) {
  alle <- do.call(rbind, tabellen)
  write.table(alle[!(paste(alle$gruppe, alle$groesse) %in% verdeckt), ], sep = "\t", quote = FALSE, row.names = FALSE)
}

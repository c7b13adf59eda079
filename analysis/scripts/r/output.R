zeilen <- function(gruppe, werte) data.frame(gruppe = gruppe, groesse = names(werte), wert = sprintf("%.15g", werte))
drucke <- function(tabellen) write.table(do.call(rbind, tabellen), sep = "\t", quote = FALSE, row.names = FALSE)

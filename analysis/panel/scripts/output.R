daten <- merge(merge(einheiten, vorher, all.x = TRUE), nachher, by = "einheit", all.x = TRUE, suffixes = c("_vorher", "_nachher"))
daten <- daten[order(daten$einheit, method = "radix"), ]
gruppen <- c(list(insgesamt = daten), if (ist_gruppiert) split(daten, daten$gruppe))
ergebnis <- do.call(rbind, lapply(names(gruppen), function(gruppe) {
  werte <- werte_aus(gruppen[[gruppe]])
  data.frame(gruppe = gruppe, groesse = names(werte), wert = sprintf("%.15g", werte))
}))
write.table(ergebnis, sep = "\t", quote = FALSE, row.names = FALSE)

daten <- merge(merge(einheiten, vorher, all.x = TRUE), nachher, by = "einheit", all.x = TRUE, suffixes = c("_vorher", "_nachher"))
daten <- daten[order(daten$einheit, method = "radix"), ]
gruppen <- c(list(insgesamt = daten), if (ist_gruppiert) split(daten, daten$gruppe))
drucke(c(
  lapply(names(gruppen), function(gruppe) zeilen(gruppe, werte_aus(gruppen[[gruppe]], gruppe))),
  unterschiede(vergleichbar, wert_der_veraenderung)
))

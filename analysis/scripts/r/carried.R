# Kommunen, die es später nur noch zusammen gibt: Was sich zählen lässt, ist die Summe ihrer Angaben und fehlt, wo eine davon fehlt;
# anderes hat nur, wer allein einen neuen Schlüssel bekam. Hat eine von ihnen nicht geantwortet, so haben sie es zusammen nicht.
uebertragen <- function(datei, schluessel, heute, zaehlbar) {
  for (einheit in names(heute)) {
    zeilen_davon <- match(heute[[einheit]], datei[[schluessel]])
    eine <- datei[zeilen_davon[1], ]
    rest <- datei[!(datei[[schluessel]] %in% heute[[einheit]]), ]
    if (anyNA(zeilen_davon)) {
      datei <- rest
      next
    }
    if (length(zeilen_davon) > 1) {
      for (spalte in setdiff(names(datei), c(schluessel, "datenstand", "werte"))) {
        eine[[spalte]] <- if (spalte %in% zaehlbar) {
          sprintf("%.15g", sum(as.numeric(datei[zeilen_davon, spalte])))
        } else {
          NA
        }
        if (eine[[spalte]] %in% "NA") eine[[spalte]] <- NA
      }
    }
    eine[[schluessel]] <- einheit
    datei <- rbind(rest, eine)
  }
  datei
}

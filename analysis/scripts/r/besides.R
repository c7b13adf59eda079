# Dasselbe mit anderen Gewichten, jedes mit seinen eigenen Rändern.
neben <- function(wert) {
  do.call(c, lapply(names(weitere_gewichte), function(name) {
    bisher <- list(daten, ist_korrigiert, ist_geschichtet)
    on.exit({
      daten <<- bisher[[1]]
      ist_korrigiert <<- bisher[[2]]
      ist_geschichtet <<- bisher[[3]]
    })
    raender <- daten[grep(paste0("^", name, "_rand"), names(daten))]
    names(raender) <- sprintf("rand%d", seq_along(raender))
    neue <- daten[grep("^rand", names(daten), invert = TRUE)]
    neue$gewicht <- daten[[paste0(name, "_gewicht")]]
    daten <<- cbind(neue, raender)
    ist_korrigiert <<- weitere_gewichte[[name]][["korrigiert"]]
    ist_geschichtet <<- weitere_gewichte[[name]][["geschichtet"]]
    gewichtete(daten, "insgesamt", wert, paste0("neben_", name))
  }))
}

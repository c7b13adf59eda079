haeufigkeiten <- function(name, wert, auspraegungen) {
  anzahl <- vapply(auspraegungen, function(code) sum(wert == code, na.rm = TRUE), 0)
  setNames(c(sum(!is.na(wert)), anzahl), c(paste0("n_", name), sprintf("%s_%s", name, auspraegungen)))
}

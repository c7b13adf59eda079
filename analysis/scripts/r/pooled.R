# Veränderung über alle Paare zusammen: einer Summe in Prozent, eines Anteils in Prozentpunkten. Das Mittel zählt alle Paare gleich,
# dies zählt sie nach ihrer Größe.
gesamt <- function(von, name = "gesamt") {
  nimm <- function(spalte) ifelse(von$drin, von$stichprobe[[spalte]], 0)
  ueber <- function(x) sum(von$w * x)
  if (ist_anteil) {
    rest <- function(teil, basis) (teil - ueber(teil) / ueber(basis) * basis) / ueber(basis)
    stand <- 100 * c(ueber(nimm("teil_vorher")) / ueber(nimm("basis_vorher")), ueber(nimm("teil_nachher")) / ueber(nimm("basis_nachher")))
    veraenderung <- stand[2] - stand[1]
    z <- 100 * (rest(nimm("teil_nachher"), nimm("basis_nachher")) - rest(nimm("teil_vorher"), nimm("basis_vorher")))
  } else {
    summen <- c(ueber(nimm("wert_vorher")), ueber(nimm("wert_nachher")))
    if (!isTRUE(summen[1] > 0)) return(NULL)
    stand <- c(100, 100 * summen[2] / summen[1])
    veraenderung <- stand[2] - 100
    z <- 100 * (nimm("wert_nachher") - summen[2] / summen[1] * nimm("wert_vorher")) / summen[1]
  }
  ergebnis <- c(veraenderung = veraenderung, geprueft(veraenderung, von$w * rest_von(z, von), von, stand))
  setNames(ergebnis, paste0(name, "_", names(ergebnis)))
}

# Zieht dieselben Stichproben wie der Bericht.
beginne_zufall <- function() {
  RNGkind("Wichmann-Hill")
  start <- .Random.seed
  start[2:4] <- as.integer(c(startwert %% 30268, (7 * startwert) %% 30306, (49 * startwert) %% 30322) + 1)
  assign(".Random.seed", start, envir = globalenv())
}

# Zwischen Nachbarn auf der Skala der Normalverteilung.
stichproben_quantil <- function(sortiert, anteil) {
  plaetze <- length(sortiert) + 1
  k <- floor(plaetze * anteil)
  if (k < 1) return(sortiert[1])
  if (k >= length(sortiert)) return(sortiert[length(sortiert)])
  anfang <- qnorm(k / plaetze)
  weg <- (qnorm(anteil) - anfang) / (qnorm((k + 1) / plaetze) - anfang)
  sortiert[k] + weg * (sortiert[k + 1] - sortiert[k])
}

# Das Mittel ohne die fünf Paare, die es am weitesten bewegen, ohne jedes für sich und ohne alle; wer weggelassen wird, zählt wie
# jemand ohne Antwort. Und das Mittel ohne das Zehntel der Veränderungen an jedem Ende.
einfluss <- function(paare, fest, name) {
  n <- nrow(paare)
  ohne <- function(weg, was) {
    rest <- paare[-weg, ]
    d <- rest$wert_nachher - rest$wert_vorher
    fehler <- fehler_des_mittels(d, c(rest$wert_vorher, rest$wert_nachher), beobachtet(name) * (n - length(weg)) / n, rest$block)
    ergebnis <- c(veraenderung = mean(d), fehler["se"], pruefe(mean(d), fehler[["se"]], fehler[["df"]]))
    setNames(ergebnis, paste0(was, "_", names(ergebnis)))
  }
  meist <- order(-abs(fest - mean(fest)))[1:5]
  einzeln <- lapply(1:5, function(platz) ohne(meist[platz], paste0("ohne_", platz)))
  c(unlist(einzeln), ohne(meist, "ohne_alle"), getrimmt = mean(fest, trim = 0.1))
}

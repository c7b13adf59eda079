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

# Die Daten, als hätten einige nicht geantwortet: Gewichte, die an Zellen oder Ränder angepasst sind, treffen sie ohne diese neu; alle
# anderen bleiben, wie sie sind.
daten_ohne <- function(weg) {
  neu <- daten
  neu$wert_nachher[weg] <- NA
  neu$gewicht[weg] <- NA
  raender <- grep("^rand", names(daten), value = TRUE)
  if (length(raender) == 0) return(neu)
  da <- !is.na(daten$gewicht)
  bleibt <- which(!is.na(neu$gewicht))
  klassen <- lapply(raender, function(rand) as.character(daten[[rand]]))
  summen <- lapply(klassen, function(klasse) tapply(daten$gewicht[da], klasse[da], sum))
  w <- rep(1, length(bleibt))
  for (runde in 1:1000) {
    for (rand in seq_along(raender)) {
      eigene <- klassen[[rand]][bleibt]
      w <- as.vector(w * summen[[rand]][eigene] / tapply(w, eigene, sum)[eigene])
    }
    erreicht <- mapply(function(klasse, summe) max(abs(tapply(w, klasse[bleibt], sum)[names(summe)] / summe - 1)), klassen, summen)
    if (all(erreicht <= 1e-13)) break
  }
  neu$gewicht[bleibt] <- w
  neu
}

# Dasselbe mit Gewichten: Jedes Paar fehlt einmal, und genannt sind die fünf, ohne die sich das gewichtete Mittel am weitesten bewegt.
gewichteter_einfluss <- function(name) {
  bisher <- list(daten, gruppen)
  on.exit({
    daten <<- bisher[[1]]
    gruppen <<- bisher[[2]]
  })
  mittel <- function(d) {
    dabei <- !is.na(d$gewicht) & !is.na(d$wert_vorher) & !is.na(d$wert_nachher)
    sum((d$gewicht * (d$wert_nachher - d$wert_vorher))[dabei]) / sum(d$gewicht[dabei])
  }
  paare <- which(!is.na(daten$gewicht) & !is.na(daten$wert_vorher) & !is.na(daten$wert_nachher))
  wege <- vapply(paare, function(i) abs(mittel(daten) - mittel(daten_ohne(i))), 0)
  meist <- paare[order(-wege)[1:5]]
  ohne <- function(weg, was) {
    daten <<- daten_ohne(weg)
    gruppen[["insgesamt"]] <<- daten
    ergebnis <- gewichtete(daten, name, identity, was)
    daten <<- bisher[[1]]
    gruppen <<- bisher[[2]]
    ergebnis[paste0(was, "_", c("veraenderung", "se", "unten", "oben", "t", "df", "p"))]
  }
  einzeln <- lapply(1:5, function(platz) ohne(meist[platz], paste0("gewichtet_ohne_", platz)))
  c(unlist(einzeln), ohne(meist, "gewichtet_ohne_alle"))
}

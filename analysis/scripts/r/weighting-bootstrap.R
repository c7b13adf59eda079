# Wie sicher die gewichtete Veränderung ist, wenn jede Stichprobe aus allen Befragten ihre Gewichte neu schätzt: je Stufe ein Logit,
# der Kehrwert des Produkts der Wahrscheinlichkeiten, gekappt. Stichproben ohne Lösung bleiben weg.
gewichtung_neu <- function(anzahl, stufen, dabei, kappen_bei) {
  wahrscheinlich <- rep(1, length(anzahl))
  for (stufe in stufen) {
    gezogen <- stufe$von & anzahl > 0
    fit <- suppressWarnings(glm.fit(
      stufe$x[gezogen, , drop = FALSE], stufe$ja[gezogen], anzahl[gezogen],
      family = binomial(), control = glm.control(epsilon = 1e-13, maxit = 60)
    ))
    if (!fit$converged || any(fit$fitted.values < 1e-8 | fit$fitted.values > 1 - 1e-8)) return(NULL)
    wahrscheinlich[gezogen] <- wahrscheinlich[gezogen] * fit$fitted.values
  }
  gewicht <- ifelse(dabei & anzahl > 0, 1 / wahrscheinlich, 0)
  pmin(gewicht, quantile(rep(gewicht[dabei], anzahl[dabei]), kappen_bei, names = FALSE))
}

bootstrap_der_gewichtung <- function() {
  if (nrow(gewichtung) == 0) return(NULL)
  n <- nrow(gewichtung)
  stufen <- lapply(seq_len(stufen_der_gewichtung), function(stufe) {
    spalten <- grep(paste0("^x", stufe, "_"), names(gewichtung), value = TRUE)
    list(
      von = gewichtung[[paste0("von", stufe)]] == 1, ja = gewichtung[[paste0("ja", stufe)]],
      x = cbind(1, as.matrix(gewichtung[spalten]))
    )
  })
  platz <- match(gewichtung$einheit, daten$einheit)
  d <- wert_der_veraenderung(daten$wert_nachher[platz]) - wert_der_veraenderung(daten$wert_vorher[platz])
  beginne_zufall()
  mittel <- vapply(seq_len(min(stichproben, 499)), function(i) {
    anzahl <- tabulate(floor(runif(n) * n) + 1, n)
    gewicht <- gewichtung_neu(anzahl, stufen, gewichtung$dabei == 1, kappen_bei)
    if (is.null(gewicht)) return(NA)
    zaehlt <- !is.na(d) & anzahl > 0
    sum((anzahl * gewicht * d)[zaehlt]) / sum((anzahl * gewicht)[zaehlt])
  }, 0)
  mittel <- sort(mittel[!is.na(mittel)])
  c(
    gewichtung_bootstrap_se = sd(mittel), gewichtung_bootstrap_unten = stichproben_quantil(mittel, (1 - niveau) / 2),
    gewichtung_bootstrap_oben = stichproben_quantil(mittel, (1 + niveau) / 2)
  )
}

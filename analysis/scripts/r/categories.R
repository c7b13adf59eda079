# Ob die Ausprägungen nachher so häufig sind wie vorher; Ausprägungen, die niemand wechselt, sagen nichts.
stuart_maxwell <- function(tafel) {
  unterschied <- rowSums(tafel) - colSums(tafel)
  streuung <- -(tafel + t(tafel))
  diag(streuung) <- rowSums(tafel) + colSums(tafel) - 2 * diag(tafel)
  if (all(streuung == 0)) return(c(sm_chi2 = NA, sm_df = NA, sm_p = NA))
  zerlegt <- eigen(streuung, symmetric = TRUE)
  gut <- zerlegt$values > 1e-9 * max(zerlegt$values)
  chi2 <- sum((t(zerlegt$vectors[, gut, drop = FALSE]) %*% unterschied)^2 / zerlegt$values[gut])
  c(sm_chi2 = chi2, sm_df = sum(gut), sm_p = pchisq(chi2, sum(gut), lower.tail = FALSE))
}

# Nur bei ja und nein: Veränderung des Anteils in Prozentpunkten, und der exakte Test von McNemar.
ja_nein <- function(paare, name, tafel) {
  d <- wert_der_veraenderung(paare$wert_nachher) - wert_der_veraenderung(paare$wert_vorher)
  fehler <- fehler_des_mittels(d, 100, beobachtet(name), paare$block)
  gewechselt <- tafel[1, 2] + tafel[2, 1]
  c(
    veraenderung = mean(d), fehler["se"], pruefe(mean(d), fehler[["se"]], fehler[["df"]]),
    mcnemar_p = if (gewechselt > 0) binom.test(tafel[1, 2], gewechselt)$p.value else NA
  )
}

wert_der_veraenderung <- function(wert) 100 * (wert == auspraegungen[2])

werte_aus <- function(gruppe, name) {
  paare <- gruppe[!is.na(gruppe$wert_vorher) & !is.na(gruppe$wert_nachher), ]
  vorher <- paare$wert_vorher
  nachher <- paare$wert_nachher
  tafel <- unclass(table(factor(vorher, levels = auspraegungen), factor(nachher, levels = auspraegungen)))
  wechsel <- paste0("von_", rep(auspraegungen, each = length(auspraegungen)), "_nach_", auspraegungen)
  werte <- c(
    haeufigkeiten("alle_vorher", gruppe$wert_vorher, auspraegungen),
    haeufigkeiten("alle_nachher", gruppe$wert_nachher, auspraegungen),
    haeufigkeiten("vorher", vorher, auspraegungen),
    haeufigkeiten("nachher", nachher, auspraegungen),
    n_befragte(name),
    setNames(as.vector(t(tafel)), wechsel), unveraendert = sum(diag(tafel)), stuart_maxwell(tafel),
    if (ist_ja_nein) ja_nein(paare, name, tafel),
    if (ist_gewichtet) do.call(c, lapply(auspraegungen, function(code) {
      gewichtete(gruppe, name, function(wert) 100 * (wert == code), paste0("gewichtet_", code))
    }))
  )
  if (name != "insgesamt") return(werte)
  c(
    werte,
    if (ist_ja_nein) neben(wert_der_veraenderung),
    if (ist_ja_nein) bootstrap_der_gewichtung(),
    if (ist_ja_nein) mit_annahmen(werte, paste0("gewichtet_", auspraegungen[2])),
    unlist(lapply(auspraegungen, function(code) schranken(100 * mean(vorher == code), 100 * mean(nachher == code), code)))
  )
}

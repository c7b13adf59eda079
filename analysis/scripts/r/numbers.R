stand <- function(name, wert, teil, basis) {
  da <- !is.na(wert)
  gesamt <- if (ist_anteil) {
    c(teile = sum(teil[da]), basis = sum(basis[da]), anteil = 100 * sum(teil[da]) / sum(basis[da]))
  } else {
    c(summe = sum(wert[da]))
  }
  benannt(c(lage(wert[da]), gesamt), name)
}

# Unterschiede ohne Rundungsrauschen, damit gleiche gleich bleiben.
gerundet <- function(vorher, nachher) {
  d <- nachher - vorher
  if (all(vorher == floor(vorher)) && all(nachher == floor(nachher))) return(d)
  stellen <- 10^min(10, 14 - ceiling(log10(max(abs(c(vorher, nachher))))))
  sign(d) * floor(abs(d) * stellen + 0.5) / stellen
}

# Vorzeichen-Rang-Test nach Wilcoxon, ohne Unveränderte: exakt unter 50, sonst Näherung mit Stetigkeitskorrektur.
rangtest <- function(d) {
  d <- d[d != 0]
  if (length(d) == 0) return(c(rang_v = NA, rang_p = NA))
  rang <- rank(abs(d))
  v <- sum(rang[d > 0])
  if (length(d) >= 50) return(c(rang_v = v, rang_p = wilcox.test(d, exact = FALSE)$p.value))
  wege <- 1
  for (r in 2 * rang) wege <- c(wege, rep(0, r)) + c(rep(0, r), wege)
  p <- 2 * sum(wege[seq_len(2 * min(v, sum(rang) - v) + 1)]) / 2^length(d)
  c(rang_v = v, rang_p = min(1, p))
}

hodges_lehmann <- function(d) {
  paarmittel <- outer(d, d, "+") / 2
  median(paarmittel[upper.tri(paarmittel, diag = TRUE)])
}

# Perzentil-Intervall aus Stichproben von Paaren.
bootstrap <- function(d) {
  n <- length(d)
  if (n < 2) return(c(bootstrap_unten = NA, bootstrap_oben = NA))
  beginne_zufall()
  mittel <- sort(vapply(seq_len(stichproben), function(i) mean(d[floor(runif(n) * n) + 1]), 0))
  c(
    bootstrap_unten = stichproben_quantil(mittel, (1 - niveau) / 2),
    bootstrap_oben = stichproben_quantil(mittel, (1 + niveau) / 2)
  )
}

wert_der_veraenderung <- identity

werte_aus <- function(gruppe, name) {
  paare <- gruppe[!is.na(gruppe$wert_vorher) & !is.na(gruppe$wert_nachher), ]
  vorher <- paare$wert_vorher
  nachher <- paare$wert_nachher
  d <- nachher - vorher
  fest <- gerundet(vorher, nachher)
  streut <- streuung(d, c(vorher, nachher))
  fehler <- fehler_des_mittels(d, c(vorher, nachher), beobachtet(name), paare$block)
  werte <- c(
    stand("alle_vorher", gruppe$wert_vorher, gruppe$teil_vorher, gruppe$basis_vorher),
    stand("alle_nachher", gruppe$wert_nachher, gruppe$teil_nachher, gruppe$basis_nachher),
    stand("vorher", vorher, paare$teil_vorher, paare$basis_vorher),
    stand("nachher", nachher, paare$teil_nachher, paare$basis_nachher),
    n_befragte(name),
    veraenderung = mean(d), sd = if (is.na(streut) || streut > 0) sd(d) else 0, fehler["se"],
    pruefe(mean(d), fehler[["se"]], fehler[["df"]]),
    median_veraenderung = median(d), hodges_lehmann = hodges_lehmann(fest),
    gestiegen = sum(fest > 0), gefallen = sum(fest < 0), unveraendert = sum(fest == 0),
    rangtest(fest), bootstrap(d),
    d_z = mean(d) / sd(d), d_av = mean(d) / sqrt((var(vorher) + var(nachher)) / 2),
    if (hat_gesamt) gesamt(ungewichtet(gruppe, name)),
    if (hat_einfluss && name == "insgesamt") einfluss(paare, fest, name),
    if (ist_gewichtet) gewichtete(gruppe, name, identity),
    if (ist_gewichtet && hat_gesamt) gesamt(gewogen(gruppe, name), "gewichtet_gesamt"),
    if (hat_gewichteten_einfluss && name == "insgesamt") gewichteter_einfluss(name)
  )
  if (!ist_stichprobe || name != "insgesamt") return(werte)
  c(werte, neben(identity), bootstrap_der_gewichtung(), mit_annahmen(werte, "gewichtet"), if (ist_anteil) schranken(mean(vorher), mean(nachher)))
}

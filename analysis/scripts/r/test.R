# Intervall und Test einer mittleren Veränderung; ungewichtet wie t.test(nachher, vorher, paired = TRUE).
pruefe <- function(mittel, se, n) {
  if (is.na(se) || se == 0) return(c(unten = NA, oben = NA, t = NA, df = NA, p = NA))
  weite <- qt((1 + niveau) / 2, n - 1) * se
  t <- mittel / se
  c(unten = mittel - weite, oben = mittel + weite, t = t, df = n - 1, p = 2 * pt(-abs(t), n - 1))
}

# Was nur die Rundung verschieden macht, streut nicht.
streuung <- function(d, werte) {
  s <- sd(d)
  if (is.na(s) || s > 1e-10 * max(abs(werte))) s / sqrt(length(d)) else 0
}

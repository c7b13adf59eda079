# Intervall und Test einer Veränderung; ungewichtet wie t.test(nachher, vorher, paired = TRUE).
pruefe <- function(mittel, se, df) {
  if (is.na(se) || se == 0) return(c(unten = NA, oben = NA, t = NA, df = NA, p = NA))
  weite <- qt((1 + niveau) / 2, df) * se
  t <- mittel / se
  c(unten = mittel - weite, oben = mittel + weite, t = t, df = df, p = 2 * pt(-abs(t), df))
}

# Was nur die Rundung verschieden macht, streut nicht.
streuung <- function(d, werte) {
  s <- sd(d)
  if (is.na(s) || s > 1e-10 * max(abs(werte))) s / sqrt(length(d)) else 0
}

# Fehler eines Mittels: bei einem Teil der Befragten um das kleiner, was man von ihnen weiß; bei Blöcken, die zusammenhängen
# können, nach Bell und McCaffrey (CR2) mit Freiheitsgraden nach Satterthwaite, ab sechs Blöcken.
fehler_des_mittels <- function(d, werte, f, block) {
  n <- length(d)
  se <- streuung(d, werte)
  if (f == 1) return(c(se = NA, df = NA))
  if (!hat_bloecke || is.na(se) || se == 0) return(c(se = se * sqrt(1 - f), df = n - 1))
  m <- as.vector(table(block))
  if (length(m) < 6) return(c(se = NA, df = NA))
  summe <- as.vector(tapply(d - mean(d), block, sum))
  b <- (diag(m) - outer(m, m) / n) / sqrt(outer(1 - m / n, 1 - m / n))
  se <- sqrt(sum(summe^2 / (1 - m / n))) / n
  if (se <= 1e-10 * max(abs(werte))) return(c(se = NA, df = NA))
  c(se = se, df = n^2 / sum(b^2))
}

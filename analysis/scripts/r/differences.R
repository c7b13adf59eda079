# Ob sich Gruppen unterscheiden (Welch), und welche zwei; bei Blöcken nach Pustejovsky und Tipton (HTZ).
alle_gruppen <- function(mittel, v, df) {
  k <- length(mittel)
  c <- cbind(-1, diag(k - 1))
  abstand <- c %*% mittel
  wald <- sum(abstand * solve(c %*% v %*% t(c), abstand))
  u <- 1 / diag(v)
  lambda <- sum((1 - u / sum(u))^2 / df)
  f <- wald / (k - 1) / (1 + 2 * (k - 2) / (k^2 - 1) * lambda)
  c(f = f, df1 = k - 1, df2 = (k^2 - 1) / (3 * lambda))
}

zwei_gruppen <- function(mittel, v, df, i, j) {
  se <- sqrt(v[i, i] + v[j, j] - 2 * v[i, j])
  c(unterschied = mittel[j] - mittel[i], se = se, df = (v[i, i] + v[j, j])^2 / (v[i, i]^2 / df[i] + v[j, j]^2 / df[j]))
}

# Je Gruppe (Zeile) und Block (Spalte): wie viele Paare, und was der Block zum Mittel der Gruppe beiträgt.
bloecke_je_gruppe <- function(d, gruppe, block) {
  m <- unclass(table(gruppe, block))
  n <- rowSums(m)
  rest <- d - ave(d, gruppe)
  summe <- unclass(xtabs(rest ~ gruppe + block))
  list(m = m, n = n, a = summe / n / sqrt(1 - m / n))
}

# Wie viel zwei Blöcke in jeder Gruppe miteinander zu tun haben: Gruppe × Block × Block.
gemeinsam_je_gruppe <- function(je) {
  lapply(seq_along(je$n), function(k) {
    m <- je$m[k, ]
    n <- je$n[k]
    (diag(m, length(m)) - outer(m, m) / n) / (n^2 * sqrt(outer(1 - m / n, 1 - m / n)))
  })
}

alle_mit_bloecken <- function(mittel, je, b) {
  q <- length(mittel) - 1
  v <- je$a %*% t(je$a)
  c <- cbind(-1, diag(q))
  abstand <- c %*% mittel
  wald <- sum(abstand * solve(c %*% v %*% t(c), abstand))
  m <- diag(je$n) - outer(je$n, je$n) / sum(je$n)
  spur <- Reduce(`+`, lapply(seq_along(b), function(k) b[[k]] * m[k, k]))
  quadrate <- 0
  for (k in seq_along(b)) for (l in seq_along(b)) quadrate <- quadrate + sum(b[[k]] * b[[l]]) * m[k, l]^2
  eta <- q * (q + 1) / (sum(spur^2) + quadrate)
  if (eta <= q - 1) return(c(f = NA, df1 = NA, df2 = NA))
  c(f = (eta - q + 1) / (eta * q) * wald, df1 = q, df2 = eta - q + 1)
}

zwei_mit_bloecken <- function(mittel, je, b, i, j) {
  zusammen <- b[[i]] + b[[j]]
  c(unterschied = mittel[j] - mittel[i], se = sqrt(sum((je$a[j, ] - je$a[i, ])^2)), df = sum(diag(zusammen))^2 / sum(zusammen^2))
}

unterschiede <- function(namen, wert) {
  if (length(namen) < 2) return(NULL)
  paare <- lapply(namen, function(name) ungewichtet(gruppen[[name]], name)$stichprobe)
  d <- lapply(paare, function(eigene) wert(eigene$wert_nachher) - wert(eigene$wert_vorher))
  if (ist_gewichtet) {
    gewogene <- lapply(namen, function(name) gewogen(gruppen[[name]], name))
    zum <- lapply(gewogene, beitraege_zum_mittel, wert = wert)
    mittel <- vapply(zum, function(eigene) eigene$veraenderung, 0)
    # Hat jede Gruppe ihre eigene Korrektur, so gehört die zu dem, was sie beiträgt.
    eigene <- ist_groesse_bekannt || !ist_ganz
    korrektur <- if (ist_korrigiert && eigene) vapply(namen, function(name) sqrt(1 - beobachtet(name)), 0) else rep(1, length(namen))
    von <- gewogene[[1]]
    if (eigene) von$anteil <- rep(0, nrow(von$stichprobe))
    v <- streuung_der_summen(mapply(function(eigene, faktor) faktor * eigene$beitrag, zum, korrektur), von)
    df <- vapply(gewogene, function(von) {
      if (hat_bloecke) length(unique(von$stichprobe$block[von$drin])) - 1 else sum(von$drin) - 1
    }, 0)
  } else {
    mittel <- vapply(d, mean, 0)
    je_gruppe <- mapply(function(eigene, d, name) {
      fehler_des_mittels(d, c(wert(eigene$wert_vorher), wert(eigene$wert_nachher)), beobachtet(name), eigene$block)
    }, paare, d, namen)
    v <- diag(je_gruppe["se", ]^2)
    df <- je_gruppe["df", ]
  }
  mit_bloecken <- hat_bloecke && !ist_gewichtet
  if (mit_bloecken) {
    lang <- rep(factor(namen, levels = namen), lengths(d))
    je <- bloecke_je_gruppe(unlist(d), lang, unlist(lapply(paare, function(eigene) eigene$block)))
    b <- gemeinsam_je_gruppe(je)
  }
  alle <- if (mit_bloecken) alle_mit_bloecken(mittel, je, b) else alle_gruppen(mittel, v, df)
  alle <- c(alle, p = pf(alle[["f"]], alle[["df1"]], alle[["df2"]], lower.tail = FALSE))
  zu_zweit <- combn(length(namen), 2, simplify = FALSE)
  c(
    list(zeilen("insgesamt", setNames(alle, paste0("unterschiede_", names(alle))))),
    lapply(zu_zweit, function(zwei) {
      eines <- if (mit_bloecken) zwei_mit_bloecken(mittel, je, b, zwei[1], zwei[2]) else zwei_gruppen(mittel, v, df, zwei[1], zwei[2])
      zeilen(
        paste(namen[zwei[1]], "gegen", namen[zwei[2]]),
        c(eines[c("unterschied", "se")], pruefe(eines[["unterschied"]], eines[["se"]], eines[["df"]]))
      )
    })
  )
}

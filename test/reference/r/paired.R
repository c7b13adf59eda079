# Counts over all 2^n ways to give signs to the ranks: exact with ties and with zeros, unlike wilcox.test.
enumerated <- function(ranks, v) {
  signs <- as.matrix(expand.grid(rep(list(0:1), length(ranks))))
  sums <- as.vector(signs %*% ranks)
  mean(abs(sums - sum(ranks) / 2) >= abs(v - sum(ranks) / 2) - 1e-9)
}

signed_rank <- function(before, after) {
  d <- round(after - before, 10)
  changed <- d[d != 0]
  ranks <- rank(abs(changed))
  pratt <- rank(abs(d))[d != 0]
  v <- sum(ranks[changed > 0])
  v_pratt <- sum(pratt[changed > 0])
  normal <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE))
  plain <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = FALSE))
  z_pratt <- (v_pratt - sum(pratt) / 2) / sqrt(sum(pratt^2) / 4)
  result <- list(
    n = length(d), zeros = sum(d == 0), risen = v, fallen = sum(ranks[changed < 0]),
    normal = normal$p.value, uncorrected = plain$p.value,
    pratt = list(risen = v_pratt, fallen = sum(pratt[changed < 0]), uncorrected = 2 * pnorm(-abs(z_pratt)))
  )
  if (length(changed) <= 17) {
    result$exact <- enumerated(ranks, v)
    result$pratt$exact <- enumerated(pratt, v_pratt)
  } else if (!anyDuplicated(ranks)) {
    result$exact <- wilcox.test(changed, exact = TRUE)$p.value
  }
  result
}

paired <- function(before, after) {
  d <- after - before
  test <- t.test(after, before, paired = TRUE)
  rounded <- round(d, 10)
  walsh <- outer(rounded, rounded, "+") / 2
  walsh <- walsh[upper.tri(walsh, diag = TRUE)]
  dz <- mean(d) / sd(d)
  dav <- mean(d) / sqrt((var(before) + var(after)) / 2)
  df <- length(d) - 1
  j <- exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
  list(
    before = before, after = after,
    change = list(
      n = length(d), before = mean(before), after = mean(after), change = mean(d), sd = sd(d), se = unname(test$stderr),
      interval = as.vector(test$conf.int),
      test = list(t = unname(test$statistic), df = unname(test$parameter), p = test$p.value)
    ),
    interval99 = as.vector(t.test(after, before, paired = TRUE, conf.level = 0.99)$conf.int),
    signedRank = signed_rank(before, after),
    hodgesLehmann = median(walsh),
    effect = list(
      n = length(d), dz = dz, dav = dav, drm = dz * sqrt(2 * (1 - cor(before, after))), gz = j * dz, gav = j * dav
    )
  )
}

group <- function(data, value, by, first, second) paired(data[[value]][data[[by]] == first], data[[value]][data[[by]] == second])

# Intervals of wilcox.test where it is exact: no ties, no zeros.
location <- function(d, level) {
  test <- wilcox.test(d, conf.int = TRUE, conf.level = level, exact = TRUE)
  list(d = d, level = level, estimate = unname(test$estimate), interval = as.vector(test$conf.int))
}
untied <- c(1.1, -0.4, 2.3, 3.05, -1.7, 0.6, 4.2, 5.9, -2.65, 7.15, 8.3, 0.05)

write_reference("paired", list(
  sleep = group(sleep, "extra", "group", 1, 2),
  shoes = paired(MASS::shoes$A, MASS::shoes$B),
  anorexia = with(subset(MASS::anorexia, Treat == "Cont"), paired(Prewt, Postwt)),
  anorexia_all = with(MASS::anorexia, paired(Prewt, Postwt)),
  immer = with(MASS::immer, paired(Y1, Y2)),
  depression = paired(
    c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30), c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
  ),
  counts_with_zeros = paired(c(5, 3, 0, 12, 7, 7, 1, 0, 4, 9, 2, 6), c(5, 4, 1, 10, 9, 7, 4, 0, 9, 10, 1, 9)),
  farms = with(subset(iris, Species == "setosa"), paired(Petal.Length * 3, Sepal.Width + 1))
), character())

write_reference("hodges-lehmann", list(
  untied_95 = location(untied, 0.95),
  untied_80 = location(untied, 0.8),
  six = location(untied[1:6], 0.95),
  precip_49 = location(sort(unique(unname(precip)))[1:49] - 33.3333, 0.95),
  waves_250 = location(round(log(seq_len(250)) * (-1)^seq_len(250) + sqrt(2 + seq_len(250)), 6), 0.95)
))

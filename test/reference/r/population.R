suppressPackageStartupMessages(library(survey))

# Figures of a finite population, of strata and of clusters, and what groups differ in.
data(api)

figures <- function(estimate, se, df) {
  t <- estimate / se
  list(se = se, interval = estimate + qt(c(0.025, 0.975), df) * se, test = list(t = t, df = df, p = 2 * pt(-abs(t), df)))
}

plain <- function(before, after, size) {
  n <- length(before)
  data <- data.frame(x = before, y = after, d = after - before, size = size)
  design <- svydesign(~1, fpc = ~size, data = data)
  change <- svymean(~d, design)
  ratio <- svyratio(~y, ~x, design)
  percent <- 100 * (as.vector(coef(ratio)) - 1)
  list(
    before = before, after = after, size = size,
    change = c(list(n = n, change = as.vector(coef(change)), sd = sd(data$d)), figures(as.vector(coef(change)), as.vector(SE(change)), n - 1)),
    ratio = c(list(n = n, before = sum(before), after = sum(after), change = percent), figures(percent, 100 * as.vector(SE(ratio)), n - 1))
  )
}

# A domain of a sample with weights, and strata with fractions, or clusters.
designed <- function(design, data, domain, df) {
  design <- update(design, domain = domain)
  own <- subset(design, domain)
  change <- svymean(~d, own)
  ratio <- svyratio(~y, ~x, own)
  shares <- svyratio(~ p1 + p2, ~ b1 + b2, own)
  share <- c(coef(svyratio(~p1, ~b1, own)), coef(svyratio(~p2, ~b2, own)))
  percent <- 100 * (as.vector(coef(ratio)) - 1)
  moved <- 100 * unname(share[2] - share[1])
  # The difference of two ratios, by what each case adds to it.
  w <- weights(design) * domain
  u <- 100 * ((data$p2 - share[2] * data$b2) / sum(w * data$b2) - (data$p1 - share[1] * data$b1) / sum(w * data$b1)) * domain
  moved_se <- as.vector(SE(svytotal(~u, update(design, u = u))))
  list(
    change = c(list(n = sum(domain), change = as.vector(coef(change))), figures(as.vector(coef(change)), as.vector(SE(change)), df)),
    ratio = c(list(n = sum(domain), change = percent), figures(percent, 100 * as.vector(SE(ratio)), df)),
    share = c(list(n = sum(domain), before = 100 * share[[1]], after = 100 * share[[2]], change = moved), figures(moved, moved_se, df))
  )
}

columns <- function(data) {
  data.frame(
    x = data$api99, y = data$api00, d = data$api00 - data$api99, p1 = data$meals, b1 = 2 * data$meals + data$ell + 1,
    p2 = data$ell, b2 = data$meals + 3 * data$ell + 2
  )
}

input <- function(data, weights, design) {
  c(as.list(columns(data)[c("x", "y", "p1", "b1", "p2", "b2")]), list(weights = weights), design)
}

stratified <- function(data, domain) {
  data <- cbind(data, columns(data))
  design <- svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = data)
  counts <- table(data$stype)
  c(
    input(data, data$pw, list(
      strata = as.character(data$stype), fractions = as.vector(counts[as.character(data$stype)]) / data$fpc, domain = domain
    )),
    designed(design, data, domain, sum(domain) - 1)
  )
}

in_clusters <- function(data, domain) {
  data <- cbind(data, columns(data))
  design <- svydesign(~dnum, weights = ~pw, data = data)
  c(
    input(data, data$pw, list(clusters = as.character(data$dnum), domain = domain)),
    designed(design, data, domain, length(unique(data$dnum[domain])) - 1)
  )
}

# Welch's test from means and covariances, by another way than ours: generalised least squares instead of contrasts.
joint_of <- function(m, v, df) {
  k <- length(m)
  inverse <- solve(v)
  common <- sum(inverse %*% m) / sum(inverse)
  wald <- as.vector(t(m - common) %*% inverse %*% (m - common))
  u <- 1 / diag(v)
  lambda <- sum((1 - u / sum(u))^2 / df)
  f <- wald / (k - 1) / (1 + 2 * (k - 2) / (k^2 - 1) * lambda)
  df2 <- (k^2 - 1) / (3 * lambda)
  list(f = f, df = c(k - 1, df2), p = pf(f, k - 1, df2, lower.tail = FALSE))
}

welch <- function(x, group) {
  test <- oneway.test(x ~ group)
  parts <- split(x, group)
  two <- t.test(parts[[2]], parts[[1]])
  list(
    means = as.vector(sapply(parts, mean)), covariance = diag(as.vector(sapply(parts, function(own) var(own) / length(own)))),
    dfs = as.vector(sapply(parts, length)) - 1,
    joint = list(f = as.vector(test$statistic), df = as.vector(test$parameter), p = test$p.value),
    pair = list(
      difference = as.vector(two$estimate[1] - two$estimate[2]), se = two$stderr, interval = as.vector(two$conf.int),
      test = list(t = as.vector(two$statistic), df = as.vector(two$parameter), p = two$p.value)
    )
  )
}

related <- function(data) {
  data <- cbind(data, columns(data))
  design <- svydesign(~dnum, weights = ~pw, data = data)
  means <- svyby(~d, ~stype, design, svymean, covmat = TRUE)
  v <- unname(vcov(means))
  df <- as.vector(tapply(data$dnum, data$stype, function(own) length(unique(own)))) - 1
  m <- as.vector(coef(means))
  contrast <- svycontrast(means, list(d = c(-1, 1, 0)))
  two_df <- sum(diag(v)[1:2])^2 / sum(diag(v)[1:2]^2 / df[1:2])
  c(
    input(data, data$pw, list(clusters = as.character(data$dnum), groups = as.character(data$stype), names = names(coef(means)))),
    list(
      means = m, covariance = v, dfs = df, joint = joint_of(m, v, df),
      pair = c(list(difference = as.vector(coef(contrast))), figures(as.vector(coef(contrast)), as.vector(SE(contrast)), two_df))
    )
  )
}

third <- function(data) seq_len(nrow(data)) %% 3 == 0
write_reference("population", list(
  cars = plain(cars$speed, cars$dist, 80),
  whole = plain(sleep$extra[1:10] + 5, sleep$extra[11:20] + 5, 12),
  strata = stratified(apistrat, rep(TRUE, nrow(apistrat))),
  strata_domain = stratified(apistrat, third(apistrat)),
  clusters = in_clusters(apiclus1, rep(TRUE, nrow(apiclus1))),
  clusters_domain = in_clusters(apiclus1, apiclus1$stype == "E"),
  sprays = welch(InsectSprays$count, InsectSprays$spray),
  chicks = welch(chickwts$weight, chickwts$feed),
  two = welch(sleep$extra, sleep$group),
  related = related(apiclus1)
), packages = "survey")

suppressPackageStartupMessages(library(survey))

mean_of <- function(x, design, df) {
  m <- svymean(~x, update(design, x = x))
  list(mean = as.vector(m), se = as.vector(SE(m)), interval = as.vector(m) + qt(c(0.025, 0.975), df) * as.vector(SE(m)))
}

weighted <- function(x, y, w) {
  n <- length(x)
  design <- svydesign(~1, weights = ~w, data = data.frame(x = x, y = y, w = w, d = y - x))
  change <- svymean(~d, design)
  t <- as.vector(coef(change) / SE(change))
  list(
    values = x, after = y, weights = w,
    mean = c(list(n = n), mean_of(x, design, n - 1)), domains = domains_of(x, design),
    variance = as.vector(svyvar(~x, design)),
    change = list(
      n = n, change = as.vector(coef(change)), sd = sqrt(as.vector(svyvar(~d, design))), se = as.vector(SE(change)),
      interval = as.vector(coef(change)) + qt(c(0.025, 0.975), n - 1) * as.vector(SE(change)),
      test = list(t = t, df = n - 1, p = 2 * pt(-abs(t), n - 1))
    ),
    designEffect = n * sum(w^2) / sum(w)^2
  )
}

stratified <- function(x, classes, totals, base) {
  data <- data.frame(x = x, h = classes, base = base)
  design <- postStratify(svydesign(~1, weights = ~base, data = data), ~h, data.frame(h = names(totals), Freq = unlist(totals)))
  list(
    values = x, classes = as.character(classes), totals = totals, base = base, weights = as.vector(weights(design)),
    mean = c(list(n = length(x)), mean_of(x, design, length(x) - 1)), domains = domains_of(x, design)
  )
}

raked <- function(x, a, b, totals_a, totals_b, base) {
  data <- data.frame(x = x, a = a, b = b, base = base)
  design <- rake(
    svydesign(~1, weights = ~base, data = data), list(~a, ~b),
    list(data.frame(a = names(totals_a), Freq = unlist(totals_a)), data.frame(b = names(totals_b), Freq = unlist(totals_b))),
    control = list(maxit = 1000, epsilon = 1e-12)
  )
  list(
    values = x, a = as.character(a), b = as.character(b), totalsA = totals_a, totalsB = totals_b, base = base,
    weights = as.vector(weights(design))
  )
}

# The errors of a raked sample in which nobody counted more than others before. survey projects by ten sweeps over the margins,
# which come to rest where the margins do not hang together much; else the sweeps go on here until they do.
raked_error <- function(x, a, b, totals_a, totals_b, sweeps) {
  known <- raked(x, a, b, totals_a, totals_b, rep(1, length(x)))
  data <- data.frame(x = x, a = known$a, b = known$b)
  design <- rake(
    svydesign(~1, weights = ~1, data = data), list(~a, ~b),
    list(data.frame(a = names(totals_a), Freq = unlist(totals_a)), data.frame(b = names(totals_b), Freq = unlist(totals_b))),
    control = list(maxit = 1000, epsilon = 1e-12)
  )
  design$postStrata <- rep(design$postStrata, sweeps / 10)
  c(known, list(mean = c(list(n = length(x)), mean_of(x, design, length(x) - 1)), domains = domains_of(x, design)))
}

# Parts of the sample that are no classes of the weights: every third case, and the first third.
domains_of <- function(x, design) {
  n <- length(x)
  lapply(list(seq_len(n) %% 3 == 0, seq_len(n) <= n / 3), function(domain) {
    m <- svymean(~x, subset(update(design, x = x), domain))
    k <- sum(domain)
    list(domain = domain, mean = list(
      n = k, mean = as.vector(m), se = as.vector(SE(m)), interval = as.vector(m) + qt(c(0.025, 0.975), k - 1) * as.vector(SE(m))
    ))
  })
}

cars_weights <- 1 + (seq_len(50) * 7) %% 11 / 4
mt_weights <- mtcars$carb + 0.5
write_reference("weights", list(
  cars = weighted(cars$speed, cars$dist, cars_weights),
  equal = weighted(mtcars$mpg, mtcars$qsec, rep(1, 32)),
  mtcars = weighted(mtcars$mpg, mtcars$qsec, mt_weights),
  whole = weighted(c(1, 2, 2, 3, 5, 8, 13, 21), c(2, 2, 3, 3, 6, 6, 15, 20), c(2, 1, 1, 2, 2, 1, 1, 2)),
  stratified = stratified(mtcars$mpg, mtcars$cyl, list("4" = 500, "6" = 220, "8" = 181), rep(1, 32)),
  stratified_base = stratified(mtcars$qsec, mtcars$gear, list("3" = 55, "4" = 75.5, "5" = 20), mt_weights),
  raked = raked_error(
    mtcars$mpg, mtcars$cyl, mtcars$gear, list("4" = 400, "6" = 300, "8" = 301), list("3" = 450, "4" = 351, "5" = 200), 200
  ),
  raked_crossed = raked_error(
    warpbreaks$breaks, warpbreaks$wool, warpbreaks$tension, list(A = 30, B = 70), list(L = 20, M = 30, H = 50), 10
  ),
  raked_base = raked(
    warpbreaks$breaks, warpbreaks$wool, warpbreaks$tension, list(A = 30, B = 70), list(L = 20, M = 30, H = 50),
    1 + (seq_len(54) %% 5) / 3
  )
), "survey")

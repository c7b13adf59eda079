suppressPackageStartupMessages(library(survey))

cases <- list(c(3, 20), c(0, 20), c(20, 20), c(1, 1), c(5, 10), c(700, 1101), c(1, 1e6))
wilson <- function(case, level) as.vector(suppressWarnings(prop.test(case[1], case[2], correct = FALSE, conf.level = level))$conf.int)

# Weighted samples of a finite population.
sampled <- function(yes, weight, fraction, level) {
  design <- svydesign(~1, weights = ~w, fpc = ~f, data = data.frame(yes = yes, w = weight, f = fraction))
  share <- svyciprop(~yes, design, method = "logit", level = level, df = length(yes) - 1, epsilon = 1e-14, maxit = 100)
  mean <- svymean(~yes, design)
  list(
    share = coef(mean)[[1]], se = SE(mean)[[1]], df = length(yes) - 1, level = level, interval = as.vector(attr(share, "ci"))
  )
}
yes <- rep(c(1, 0, 0, 1, 0, 0, 0, 0, 0, 0), 3)

write_reference("shares", list(
  wilson = lapply(cases, function(case) list(hits = case[1], n = case[2], interval = wilson(case, 0.95), interval99 = wilson(case, 0.99))),
  sampled = list(
    sampled(yes, rep(1, 30), 0.4, 0.95),
    sampled(yes, rep(c(1, 2.5, 1.5), 10), 0.4, 0.95),
    sampled(1 - yes, seq(1, 3, length.out = 30), 0.9, 0.9),
    sampled(c(1, rep(0, 39)), rep(c(1, 2), 20), 0, 0.95)
  )
), "survey")

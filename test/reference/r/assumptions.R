# What is assumed about a change: two one-sided t tests against a margin, what would have been found, a mean of all when the missing
# are put in with a shift, and limits of shares when all of them are put in as 0 or as 100.
assumed <- function(before, after, margin, all, shift) {
  d <- after - before
  n <- length(d)
  test <- t.test(after, before, paired = TRUE)
  p <- max(
    t.test(d, mu = -margin, alternative = "greater")$p.value,
    t.test(d, mu = margin, alternative = "less")$p.value
  )
  put_in <- c(d, rep(mean(d) + shift, all - n))
  to_zero <- uniroot(function(by) mean(c(d, rep(mean(d) + by, all - n))), c(-1e6, 1e6), tol = 1e-13)$root
  list(
    before = before, after = after, margin = margin, all = all, shift = shift,
    equivalence = list(p = p, interval = as.vector(t.test(d, conf.level = 0.9)$conf.int)),
    detectable = (qt(0.975, n - 1) + qt(0.8, n - 1)) * sd(d) / sqrt(n),
    # With the non-central t, which the above comes near to.
    powered = power.t.test(n = n, sd = sd(d), power = 0.8, type = "paired", strict = TRUE)$delta,
    shifted = list(estimate = mean(put_in), interval = as.vector(test$conf.int) + mean(put_in) - mean(d)),
    zero = to_zero
  )
}

bounded <- function(before, after, all) {
  lost <- all - length(before)
  with <- function(x, value) mean(c(x, rep(value, lost)))
  list(
    before = before, after = after, all = all,
    bounds = list(
      before = c(with(before, 0), with(before, 100)), after = c(with(after, 0), with(after, 100)),
      change = c(with(after, 0) - with(before, 100), with(after, 100) - with(before, 0))
    )
  )
}

first <- as.numeric(UKDriverDeaths[1:72])
last <- as.numeric(UKDriverDeaths[121:192])
write_reference("assumptions", list(
  deaths = assumed(first, last, 100, 90, -300),
  sleep = assumed(sleep$extra[1:10], sleep$extra[11:20], 3, 25, 0.5),
  cars = assumed(mtcars$mpg, mtcars$qsec, 4, 40, 1.25),
  yes = bounded(100 * (mtcars$am == 1), 100 * (mtcars$vs == 1), 51),
  shares = bounded(swiss$Agriculture, swiss$Catholic, 60)
))

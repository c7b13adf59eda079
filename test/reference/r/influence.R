# The mean without single ones: how far each moves it, the paired t test without the five that do most, and means of trimmed lists.
without <- function(before, after) {
  d <- after - before
  most <- order(-abs(d - mean(d)))[1:5]
  rest <- t.test(after[-most], before[-most], paired = TRUE)
  list(
    before = before, after = after, influence = unname(dfbeta(lm(d ~ 1))[, 1]), most = most - 1, trimmed = mean(d, trim = 0.1),
    far = mean(d, trim = 0.25),
    without = list(
      n = length(d) - 5, change = unname(rest$estimate), se = unname(rest$stderr), interval = as.vector(rest$conf.int),
      test = list(t = unname(rest$statistic), df = unname(rest$parameter), p = rest$p.value)
    )
  )
}

first <- as.numeric(UKDriverDeaths[1:72])
last <- as.numeric(UKDriverDeaths[121:192])
write_reference("influence", list(
  deaths = without(first, last),
  giant = without(first, replace(last, 31, 100 * last[31])),
  cars = without(mtcars$mpg, mtcars$qsec)
))

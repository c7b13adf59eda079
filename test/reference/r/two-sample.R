# Counts over all ways to draw the first group: exact with ties, unlike wilcox.test.
enumerated <- function(x, y) {
  ranks <- rank(c(x, y))
  sums <- combn(length(ranks), length(x), function(drawn) sum(ranks[drawn]))
  expected <- length(x) * (length(ranks) + 1) / 2
  mean(abs(sums - expected) >= abs(sum(ranks[seq_along(x)]) - expected) - 1e-9)
}

compare <- function(x, y) {
  welch <- t.test(x, y)
  normal <- suppressWarnings(wilcox.test(x, y, exact = FALSE))
  plain <- suppressWarnings(wilcox.test(x, y, exact = FALSE, correct = FALSE))
  result <- list(
    first = x, second = y,
    welch = list(
      means = unname(welch$estimate), difference = mean(x) - mean(y), se = unname(welch$stderr),
      interval = as.vector(welch$conf.int), t = unname(welch$statistic), df = unname(welch$parameter), p = welch$p.value
    ),
    mannWhitney = list(u = unname(normal$statistic), normal = normal$p.value, uncorrected = plain$p.value),
    standardised = (mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2)
  )
  if (choose(length(x) + length(y), length(x)) < 2e5) result$mannWhitney$exact <- enumerated(x, y)
  else if (!anyDuplicated(c(x, y))) result$mannWhitney$exact <- wilcox.test(x, y, exact = TRUE)$p.value
  result
}
by <- function(formula, data) do.call(compare, unname(split(data[[all.vars(formula)[1]]], data[[all.vars(formula)[2]]])))
warp <- subset(warpbreaks, tension != "M")
warp$tension <- factor(warp$tension)
air <- na.omit(airquality[c("Ozone", "Month")])

write_reference("two-sample", list(
  tooth_growth = by(len ~ supp, ToothGrowth),
  mtcars = by(mpg ~ am, mtcars),
  sleep = by(extra ~ group, sleep),
  warpbreaks = by(breaks ~ tension, warp),
  air = compare(air$Ozone[air$Month == 5], air$Ozone[air$Month == 8]),
  hollander = compare(c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), c(1.15, 0.88, 0.90, 0.74, 1.21)),
  tied_small = compare(c(1, 1, 2, 3, 3, 3), c(1, 2, 2, 4, 5, 5, 5, 6)),
  faithful = compare(faithful$eruptions[1:100], faithful$eruptions[101:272]),
  untied = compare(sort(unique(unname(precip)))[seq(1, 60, 2)], sort(unique(unname(precip)))[seq(2, 44, 4)])
))

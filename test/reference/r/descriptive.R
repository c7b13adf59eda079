shares <- c(0, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 1)
describe <- function(x) list(
  x = x, mean = mean(x), variance = var(x), median = median(x), p = shares, quantiles = unname(quantile(x, shares))
)
write_reference("descriptive", list(
  mtcars_mpg = describe(mtcars$mpg),
  morley_speed = describe(morley$Speed + 299000),
  rivers = describe(rivers),
  precip = describe(unname(precip)),
  islands = describe(unname(islands)),
  two = describe(c(3, 8))
))

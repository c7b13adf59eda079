# Wo Angaben liegen; Quartile vom Typ 7.
lage <- function(x) {
  c(
    n = length(x), mittel = mean(x), sd = sd(x), median = median(x),
    q1 = quantile(x, 0.25, names = FALSE), q3 = quantile(x, 0.75, names = FALSE)
  )
}

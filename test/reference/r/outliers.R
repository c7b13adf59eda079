# Hidiroglou and Berthelot (1986), written down from the paper; and deviations in units of mad().
changes <- function(then, now, U, A) {
  r <- now / then
  m <- median(r)
  s <- ifelse(r < m, 1 - m / r, r / m - 1)
  e <- s * pmax(then, now)^U
  q <- unname(quantile(e, c(0.25, 0.5, 0.75)))
  lower <- max(q[2] - q[1], abs(A * q[2]))
  upper <- max(q[3] - q[2], abs(A * q[2]))
  distance <- ifelse(e < q[2], (e - q[2]) / lower, (e - q[2]) / upper)
  list(then = then, now = now, U = U, A = A, ratio = m, effects = e, distances = distance)
}
deviations <- function(x) list(x = x, middle = median(x), distances = (x - median(x)) / mad(x))

first <- as.numeric(UKDriverDeaths[1:72])
last <- as.numeric(UKDriverDeaths[121:192])
wrong <- replace(last, c(7, 30), c(last[7] * 10, round(last[30] / 10)))
write_reference("outliers", list(
  deaths = changes(first, last, 0.25, 0.05),
  two_wrong = changes(first, wrong, 0.25, 0.05),
  size_alike = changes(first, wrong, 0, 0.05),
  size_counts = changes(first, wrong, 1, 0.05),
  rivers = deviations(rivers),
  islands = deviations(log(unname(islands)))
))

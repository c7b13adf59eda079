chi <- function(table) {
  table <- unclass(table)
  dimnames(table) <- NULL
  test <- suppressWarnings(chisq.test(table, correct = FALSE))
  v <- sqrt(unname(test$statistic) / (sum(table) * (min(dim(table)) - 1)))
  list(
    table = table,
    test = list(
      n = sum(table), chiSquare = unname(test$statistic), df = unname(test$parameter), p = test$p.value, cramersV = v,
      expected = test$expected, expectedBelow5 = sum(test$expected < 5)
    )
  )
}
mcnemar <- function(gained, lost) {
  table <- matrix(c(10, lost, gained, 10), 2)
  plain <- mcnemar.test(table, correct = FALSE)
  corrected <- mcnemar.test(table)
  list(
    gained = gained, lost = lost,
    test = list(
      n = gained + lost, exact = list(p = binom.test(gained, gained + lost)$p.value),
      asymptotic = list(chiSquare = unname(plain$statistic), p = plain$p.value),
      corrected = list(chiSquare = unname(corrected$statistic), p = corrected$p.value)
    )
  )
}
stuart_maxwell <- function(table) {
  k <- nrow(table)
  d <- (rowSums(table) - colSums(table))[-k]
  s <- diag(rowSums(table) + colSums(table)) - table - t(table)
  chi <- as.vector(d %*% solve(s[-k, -k], d))
  list(table = table, test = list(n = sum(table), chiSquare = chi, df = k - 1, p = pchisq(chi, k - 1, lower.tail = FALSE)))
}
# Unaided vision of 7477 women, right eye by left eye (Stuart 1955).
vision <- matrix(c(1520, 266, 124, 66, 234, 1512, 432, 78, 117, 362, 1772, 205, 36, 82, 179, 492), 4, byrow = TRUE)

write_reference("tables", list(
  chiSquare = list(
    admissions_department = chi(apply(UCBAdmissions, c(1, 3), sum)),
    admissions_gender = chi(apply(UCBAdmissions, c(1, 2), sum)),
    hair_eye = chi(apply(HairEyeColor, c(1, 2), sum)),
    titanic = chi(apply(Titanic, c(1, 4), sum)),
    few = chi(matrix(c(3, 1, 2, 4, 0, 5), 2))
  ),
  mcnemar = list(
    approval = mcnemar(86, 150), few = mcnemar(1, 6), even = mcnemar(7, 7), one_sided = mcnemar(0, 9), many = mcnemar(5200, 4800)
  ),
  stuartMaxwell = list(vision = stuart_maxwell(vision), small = stuart_maxwell(matrix(c(20, 10, 5, 3, 30, 15, 0, 5, 40), 3, byrow = TRUE)))
))

cases <- list(c(3, 20), c(0, 20), c(20, 20), c(1, 1), c(5, 10), c(700, 1101), c(1, 1e6))
wilson <- function(case, level) as.vector(suppressWarnings(prop.test(case[1], case[2], correct = FALSE, conf.level = level))$conf.int)
write_reference("shares", list(
  wilson = lapply(cases, function(case) list(hits = case[1], n = case[2], interval = wilson(case, 0.95), interval99 = wilson(case, 0.99)))
))

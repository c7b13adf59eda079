# Logits of counted cases, and weights made of two of them: 1 over the product of their probabilities, cut at a quantile.
counted <- function(x, y, counts) {
  x <- cbind(1, x)
  fit <- glm.fit(x, y, counts, family = binomial(), control = glm.control(epsilon = 1e-14, maxit = 60))
  list(rows = unname(x), yes = y == 1, counts = counts, coefficients = unname(fit$coefficients), fitted = as.vector(plogis(x %*% fit$coefficients)))
}

cars <- scale(as.matrix(mtcars[c("hp", "qsec")]))
often <- c(rep(c(0, 1, 2, 1), 8))

# First whether a car has a straight engine, then whether those have many gears, given its power.
two_steps <- function(at) {
  straight <- mtcars$vs == 1 | mtcars$carb < 4
  first <- glm(straight ~ wt, binomial, mtcars, control = glm.control(epsilon = 1e-14))
  second <- glm(gear > 3 ~ wt + mpg, binomial, mtcars, subset = straight, control = glm.control(epsilon = 1e-14))
  both <- straight & mtcars$gear > 3
  p <- fitted(first)[both] * fitted(second)[rownames(mtcars)[both]]
  weight <- unname(1 / p)
  list(
    wt = mtcars$wt, mpg = mtcars$mpg, first = straight, second = both, at = at,
    weights = pmin(weight, quantile(weight, at, names = FALSE))
  )
}

write_reference("weighting", list(
  counted = counted(cars, mtcars$am, often),
  once = counted(cars[, 1, drop = FALSE], mtcars$vs, rep(1, 32)),
  steps = two_steps(0.9)
))

table <- function(fit, covariance, df) {
  estimate <- unname(coef(fit))
  se <- unname(sqrt(diag(covariance)))
  list(
    estimate = estimate, se = se, p = 2 * pt(-abs(estimate / se), df),
    lower = estimate + qt(0.025, df) * se, upper = estimate + qt(0.975, df) * se
  )
}
regress <- function(formula, data, cluster = NULL) {
  fit <- lm(formula, data)
  x <- model.matrix(fit)
  overall <- summary(fit)$fstatistic
  result <- list(
    y = unname(model.response(model.frame(fit))), names = I(colnames(x)[-1]), x = unname(t(x[, -1, drop = FALSE])),
    sigma = summary(fit)$sigma, rSquared = summary(fit)$r.squared, df = df.residual(fit),
    overall = list(f = unname(overall[1]), df = unname(overall[2]), p = unname(pf(overall[1], overall[2], overall[3], lower.tail = FALSE))),
    iid = table(fit, vcov(fit), df.residual(fit))
  )
  if (!is.null(cluster)) {
    result$clusters <- as.character(cluster)
    result$cluster <- table(fit, sandwich::vcovCL(fit, cluster, type = "HC1"), length(unique(cluster)) - 1)
  }
  result
}
write_reference("least-squares", list(
  mtcars = regress(mpg ~ wt + hp + qsec, mtcars, mtcars$carb),
  toothgrowth = regress(len ~ dose + I(supp == "VC"), ToothGrowth),
  chick_weight = regress(weight ~ Time, ChickWeight, ChickWeight$Chick),
  warpbreaks = regress(breaks ~ wool + tension, warpbreaks, paste0(warpbreaks$wool, warpbreaks$tension)),
  longley = regress(Employed ~ ., longley)
), "sandwich")

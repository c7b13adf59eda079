fit <- function(formula, data, smaller, tested) {
  strict <- glm.control(epsilon = 1e-15, maxit = 100)
  model <- suppressWarnings(glm(formula, binomial, data, control = strict))
  # One more Newton step and the covariance where it ends: glm keeps the weights of the step before.
  x <- model.matrix(model)
  y <- model$y
  b <- coef(model)
  for (i in 1:3) {
    p <- plogis(as.vector(x %*% b))
    information <- crossprod(x * sqrt(p * (1 - p)))
    b <- b + as.vector(solve(information, crossprod(x, y - p)))
  }
  p <- plogis(as.vector(x %*% b))
  v <- solve(crossprod(x * sqrt(p * (1 - p))))
  null <- glm(smaller, binomial, data, control = strict)
  lr <- anova(null, model, test = "LRT")
  keep <- match(tested, names(b))
  wald <- as.vector(b[keep] %*% solve(v[keep, keep], b[keep]))
  list(
    y = unname(y == 1), names = I(colnames(x)[-1]), x = unname(t(x[, -1, drop = FALSE])),
    estimates = unname(b), se = unname(sqrt(diag(v))), p = unname(2 * pnorm(-abs(b / sqrt(diag(v))))),
    lower = unname(b + qnorm(0.025) * sqrt(diag(v))), upper = unname(b + qnorm(0.975) * sqrt(diag(v))),
    logLikelihood = as.vector(logLik(model)), nullLogLikelihood = -model$null.deviance / 2, fitted = unname(p),
    smaller = I(colnames(model.matrix(null))[-1]),
    likelihoodRatio = list(chiSquare = lr$Deviance[2], df = lr$Df[2], p = lr$`Pr(>Chi)`[2]),
    tested = I(tested), wald = list(chiSquare = wald, df = length(keep), p = pchisq(wald, length(keep), lower.tail = FALSE))
  )
}
births <- transform(MASS::birthwt, black = race == 2, other = race == 3, smoker = smoke == 1)
write_reference("logit", list(
  mtcars = fit(am ~ wt, mtcars, am ~ 1, "wt"),
  infert = fit(case ~ spontaneous + induced + age, infert, case ~ age, c("spontaneous", "induced")),
  births = fit(low ~ age + lwt + black + other + smoker + ptl, births, low ~ age + lwt + ptl, c("blackTRUE", "otherTRUE", "smokerTRUE")),
  admissions = fit(
    Admit == "Admitted" ~ Gender, as.data.frame(UCBAdmissions)[rep(1:24, as.data.frame(UCBAdmissions)$Freq %/% 20), ], Admit == "Admitted" ~ 1,
    "GenderFemale"
  )
), "MASS")

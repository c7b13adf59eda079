ts <- c(0, 1e-9, 0.01, 0.5, 1, 1.96, 2, 3.3, 4.0621, 8, 20, 37.5, 1e10)
dfs <- c(1, 1.5, 2, 2.7, 5, 9, 30, 100, 701.3, 1000, 10000, 1e6)
grid <- expand.grid(t = ts, df = dfs)
grid <- grid[2 * pt(-grid$t, grid$df) > 1e-290, ]
zs <- c(0, 1e-9, 0.5, 1, 1.96, 3, 5, 8, 12, 20, 30, 37)
ps <- c(1e-12, 1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.025, 0.1, 0.25, 0.4, 0.49, 0.5)
quantiles <- expand.grid(p = c(0.55, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9995), df = dfs)
chi <- expand.grid(x = c(0.001, 0.1, 1, 3.841458820694124, 10, 50, 200, 900), df = c(1, 2, 3, 5, 10, 50, 350))
chi <- chi[pchisq(chi$x, chi$df, lower.tail = FALSE) > 1e-290, ]
fs <- expand.grid(f = c(0.01, 0.5, 1, 4, 20, 200), df1 = c(1, 2, 5, 20), df2 = c(1, 3, 10, 99.5, 1000))
fs <- fs[pf(fs$f, fs$df1, fs$df2, lower.tail = FALSE) > 1e-290, ]
coins <- data.frame(k = c(0, 0, 1, 2, 5, 11, 40, 300, 499, 49000), n = c(1, 30, 10, 10, 10, 25, 100, 1000, 1000, 99000))
upper <- 1 - c(1e-4, 0.001, 0.025, 0.25)
write_reference("distributions", list(
  tTail = list(t = grid$t, df = grid$df, p = 2 * pt(-grid$t, grid$df)),
  tQuantile = list(p = quantiles$p, df = quantiles$df, t = qt(quantiles$p, quantiles$df)),
  normalTail = list(z = zs, p = 2 * pnorm(-zs)),
  normalQuantile = list(p = c(ps, upper), z = qnorm(c(ps, upper))),
  chiSquareTail = list(x = chi$x, df = chi$df, p = pchisq(chi$x, chi$df, lower.tail = FALSE)),
  fTail = list(f = fs$f, df1 = fs$df1, df2 = fs$df2, p = pf(fs$f, fs$df1, fs$df2, lower.tail = FALSE)),
  fairCoinTail = list(k = coins$k, n = coins$n, p = pbinom(coins$k, coins$n, 0.5)),
  hedgesCorrection = list(df = c(2, 3, 9, 29, 100, 1000), j = {
    df <- c(2, 3, 9, 29, 100, 1000)
    exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
  })
))

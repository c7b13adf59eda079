# One wave of a finite population: who answers depends on Bezirk and size, and so does what they answer.
suppressPackageStartupMessages(library(survey))
set.seed(21)
n <- 160
units <- data.frame(bezirk = as.character(1 + (0:(n - 1)) %% 3), size = as.character(1 + floor(4 * runif(n)^1.3)))
units$number <- round(20 * as.numeric(units$size) + 5 * as.numeric(units$bezirk) + rnorm(n, sd = 12))
units$yes <- as.integer(runif(n) < 0.15 + 0.15 * as.numeric(units$size))
units$answers <- runif(n) < 0.45 + 0.1 * as.numeric(units$size)
# Two of those who answered left it blank.
units$blank <- FALSE
units$blank[which(units$answers)[c(5, 40)]] <- TRUE
units$cell <- paste(units$bezirk, units$size)

sample <- units[units$answers, ]
given <- !sample$blank
totals <- function(name) setNames(as.data.frame(table(units[[name]])), c(name, "Freq"))
f <- sum(given) / n
# The limits of svyciprop, whose model stops at eight digits.
limits <- function(p, se, df) plogis(qlogis(p) + c(-1, 1) * qt(0.975, df) * se / (p * (1 - p)))
certain <- function(design, domain, group, own) {
  design$variables$number[!given] <- 0
  design$variables$yes[!given] <- 0
  part <- subset(design, given & domain)
  df <- sum(given & domain) - 1
  factor <- if (is.null(own)) 1 else sqrt(1 - own)
  mean <- svymean(~number, part)
  se <- factor * SE(mean)[[1]]
  share <- svymean(~yes, part)
  p <- coef(share)[[1]]
  if (is.null(own)) {
    stopifnot(all.equal(limits(p, SE(share)[[1]], df), as.vector(attr(suppressWarnings(svyciprop(~yes, part, method = "logit", df = df)), "ci")), tolerance = 1e-6))
  }
  share_se <- factor * SE(share)[[1]]
  list(
    group = group,
    mean = c(coef(mean)[[1]], se, coef(mean)[[1]] + c(-1, 1) * qt(0.975, df) * se),
    share = 100 * c(p, share_se, limits(p, share_se, df))
  )
}
plain <- function(fpc) if (fpc == 0) svydesign(~1, weights = ~1, data = sample) else svydesign(~1, weights = ~1, fpc = ~f, data = cbind(sample, f = fpc))
raked <- function(fpc) rake(plain(fpc), list(~bezirk, ~size), list(totals("bezirk"), totals("size")), control = list(maxit = 1000, epsilon = 1e-12))
in_cells <- function(data) (tapply(as.numeric(given), sample$cell, sum)[data$cell]) / (table(units$cell)[data$cell])
weighted_in_cells <- svydesign(
  ~1, strata = ~cell, weights = ~w, fpc = ~f,
  data = cbind(sample, w = weights(postStratify(plain(0), ~cell, totals("cell"))), f = as.vector(in_cells(sample)))
)
own <- function(bezirk) sum(given & sample$bezirk == bezirk) / sum(units$bezirk == bezirk)
by_group <- function(of_all, of_group) c(
  list(certain(of_all, rep(TRUE, nrow(sample)), "insgesamt", NULL)),
  lapply(c("1", "2", "3"), function(bezirk) certain(of_group, sample$bezirk == bezirk, bezirk, own(bezirk)))
)
asked <- function(domain, group, share) {
  design <- svydesign(~1, weights = ~1, fpc = ~f, data = cbind(sample, f = share)[given & domain, ])
  df <- sum(given & domain) - 1
  mean <- svymean(~number, design)
  p <- svymean(~yes, design)
  odds <- limits(coef(p)[[1]], SE(p)[[1]], df)
  stopifnot(all.equal(odds, as.vector(attr(svyciprop(~yes, design, method = "logit", df = df), "ci")), tolerance = 1e-6))
  list(
    group = group, mean = c(coef(mean)[[1]], SE(mean)[[1]], as.vector(confint(mean, df = df))),
    share = 100 * c(coef(p)[[1]], SE(p)[[1]], odds)
  )
}
write_reference("wave", list(
  units = as.list(units[c("bezirk", "size", "number", "yes", "answers", "blank")]),
  plain = c(
    list(asked(rep(TRUE, nrow(sample)), "insgesamt", f)),
    lapply(c("1", "2", "3"), function(bezirk) asked(sample$bezirk == bezirk, bezirk, own(bezirk)))
  ),
  rake = by_group(raked(f), raked(0)),
  post = by_group(weighted_in_cells, svydesign(~1, strata = ~cell, weights = ~w, data = weighted_in_cells$variables)),
  process = list(certain(raked(0), rep(TRUE, nrow(sample)), "insgesamt", NULL))
), "survey")

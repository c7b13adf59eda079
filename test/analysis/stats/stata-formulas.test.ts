import { spawnSync } from 'node:child_process'
import t from 'tap'
import { clusteredMean } from '../../../analysis/stats/clustered-mean.ts'
import { mannWhitneyTest } from '../../../analysis/stats/mann-whitney-test.ts'
import { mcnemarTest } from '../../../analysis/stats/mcnemar-test.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { pairedChange } from '../../../analysis/stats/paired-change.ts'
import { ratioChange } from '../../../analysis/stats/ratio-change.ts'
import { shareChange } from '../../../analysis/stats/share-change.ts'
import { signedRankTest } from '../../../analysis/stats/signed-rank-test.ts'
import { stuartMaxwellTest } from '../../../analysis/stats/stuart-maxwell-test.ts'
import { weightedPairedChange } from '../../../analysis/stats/weighted-paired-change.ts'
import { welchTest } from '../../../analysis/stats/welch-test.ts'
import { wilsonInterval } from '../../../analysis/stats/wilson-interval.ts'
import { agrees } from '../../support/reference.ts'

const before = [12, 5, 30, 8, 21, 14, 9, 40, 3, 17, 25]
const after = [15, 5, 26, 12, 29, 11, 13, 52, 4, 17, 31]
const base = [40, 21, 55, 30, 44, 29, 33, 80, 9, 41, 60]
const weight = [1, 2.5, 0.7, 3, 1.2, 1, 2, 0.5, 4, 1.5, 1]
const meant = [1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0]
const block = [1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6]
const moved = [
  [20, 10, 5],
  [3, 30, 15],
  [0, 5, 40],
]

/** What the manual says under "Methods and formulas" of each command that our scripts use. */
const manual = `
d <- after - before; n <- length(d); f <- 11 / 40
say <- function(name, values) cat(name, sprintf("%.17g", values), "\\n")
# [SVY] variance estimation: (1 - f) n/(n - 1) times the squares of scores about their mean; t with n - 1.
total <- function(z, f = 0) { n <- length(z); sqrt((1 - f) * n / (n - 1) * sum((z - mean(z))^2)) }
t_of <- function(b, se, df) c(b, se, b - qt(.975, df) * se, b + qt(.975, df) * se, 2 * pt(-abs(b / se), df))
# [R] ttest, paired
say("ttest", t_of(mean(d), sqrt(sum((d - mean(d))^2) / (n - 1)) / sqrt(n), n - 1))
# svyset _n, fpc(f) and svy: regress d: the score of the constant is e/n
say("svy", t_of(mean(d), total((d - mean(d)) / n, f), n - 1))
# svyset _n [pweight = w], fpc(f) and svy, subpop() dof(): scores outside of the subpopulation are 0
b <- sum(weight * meant * d) / sum(weight * meant)
say("subpop", t_of(b, total(weight * meant * (d - b) / sum(weight * meant), f), sum(meant) - 1))
# [R] ratio: scores (y - R x)/X; lincom of two ratios: the difference of their scores
say("ratio", t_of(100 * sum(d) / sum(before), total((100 * d - 100 * sum(d) / sum(before) * before) / sum(before), f), n - 1))
rest <- function(y) 100 * (y - sum(y) / sum(base) * base) / sum(base)
say("lincom", t_of(100 * (sum(after) - sum(before)) / sum(base), total(rest(after) - rest(before), f), n - 1))
# [R] regress, vce(hc2 block, dfadjust): residuals times (I - H_gg)^(-1/2); df (sum of eigenvalues)^2 / sum of their squares of G'G
x <- matrix(1, n, 1); a <- solve(crossprod(x)); p <- x %*% a %*% t(x); m <- diag(n) - p
columns <- lapply(unique(block), function(g) {
  i <- which(block == g)
  own <- eigen(m[i, i, drop = FALSE], symmetric = TRUE)
  root <- own$vectors %*% diag(1 / sqrt(own$values), length(i)) %*% t(own$vectors)
  list(score = a %*% t(x[i, , drop = FALSE]) %*% root %*% (m %*% d)[i], g = m[, i, drop = FALSE] %*% root %*% x[i, , drop = FALSE] %*% a)
})
g <- do.call(cbind, lapply(columns, function(one) one$g)); l <- eigen(crossprod(g), symmetric = TRUE)$values
say("hc2", c(sqrt(sum(sapply(columns, function(one) one$score)^2)), sum(l)^2 / sum(l^2)))
# [R] signrank without zeros: all signs are equally likely
e <- d[d != 0]; r <- rank(abs(e)); signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(e))))
say("signrank", c(sum(r[e > 0]), mean(abs(signs %*% r) >= abs(sum(sign(e) * r)) - 1e-9)))
# [R] ranksum: all groups of this size are equally likely
r <- rank(before); k <- sum(meant); s <- combn(n, k, function(i) sum(r[i]))
say("ranksum", mean(abs(s - k * (n + 1) / 2) >= abs(sum(r[meant == 1]) - k * (n + 1) / 2) - 1e-9))
# [R] ttest, unequal: Satterthwaite
y <- before[meant == 1]; o <- before[meant == 0]; v <- c(var(y) / length(y), var(o) / length(o))
say("welch", 2 * pt(-abs(mean(y) - mean(o)) / sqrt(sum(v)), sum(v)^2 / sum(v^2 / (c(length(y), length(o)) - 1))))
# [R] symmetry: Stuart and Maxwell, one category left out; exact of two by two
u <- (rowSums(moved) - colSums(moved))[-3]; v <- -(moved + t(moved)); diag(v) <- rowSums(moved) + colSums(moved) - 2 * diag(moved)
chi2 <- sum(u * solve(v[-3, -3], u))
say("symmetry", c(chi2, pchisq(chi2, 2, lower.tail = FALSE), sum(dbinom(0:16, 16, .5)[dbinom(0:16, 16, .5) <= dbinom(4, 16, .5) * (1 + 1e-9)])))
# [R] ci proportions, wilson
z <- qnorm(.975); say("ci", (7 + z^2 / 2 + c(-1, 1) * z * sqrt(7 * 13 / 20 + z^2 / 4)) / (20 + z^2))
`

t.test('what the manual of Stata says its commands compute is what we print', async (t) => {
  const vectors = Object.entries({ before, after, base, weight, meant, block })
  const given = [
    ...vectors.map(([name, values]) => `${name} <- c(${values.join(', ')})`),
    `moved <- matrix(c(${moved.flat().join(', ')}), 3, byrow = TRUE)`,
  ]
  const run = spawnSync('Rscript', ['-'], { input: [...given, manual].join('\n'), encoding: 'utf8' })
  t.equal(run.status, 0, run.stderr)
  const said = Object.fromEntries(
    run.stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' '))
      .map(([name = '', ...values]) => [name, values.map(Number)]),
  )
  const fractions = before.map(() => 11 / 40)
  const ones = before.map(() => 1)
  const isMeant = meant.map((one) => one === 1)
  const ofMeant = (is: boolean) => before.filter((_value, place) => isMeant[place] === is)
  const clusters = clusteredMean(
    after.map((value, place) => value - (before[place] ?? 0)),
    block.map(String),
  )
  const ranks = signedRankTest(before, after)
  const ranked = mannWhitneyTest(ofMeant(true), ofMeant(false))
  const welch = welchTest(ofMeant(true), ofMeant(false))
  const shifted = stuartMaxwellTest(moved)
  const exact = mcnemarTest(4, 12)
  const wilson = wilsonInterval(7, 20)
  if (!(isDefined(clusters) && isDefined(ranks) && isDefined(ranked) && isDefined(welch))) return t.fail('undefined')
  if (!(isDefined(shifted) && isDefined(exact) && isDefined(wilson))) return t.fail('undefined')
  agrees(
    t,
    said,
    {
      ttest: tested(pairedChange(before, after)),
      svy: tested(pairedChange(before, after, { fraction: 11 / 40 })),
      subpop: tested(weightedPairedChange(before, after, weight, { domain: isMeant, fractions })),
      ratio: tested(ratioChange(before, after, ones, { fractions })),
      lincom: tested(shareChange({ parts: before, base }, { parts: after, base }, ones, { fractions })),
      hc2: [clusters.se, clusters.df],
      signrank: [ranks.risen, ranks.p],
      ranksum: [ranked.p],
      welch: [welch.p],
      symmetry: [shifted.chiSquare, shifted.p, exact.exact.p],
      ci: [...wilson],
    },
    'to nine digits',
    9,
  )
})

type Tested = ReturnType<typeof pairedChange | typeof weightedPairedChange | typeof ratioChange>

function tested(change: Tested): number[] {
  if (!isDefined(change) || !isDefined(change.se) || !isDefined(change.interval) || !isDefined(change.test)) return []
  return [change.change, change.se, ...change.interval, change.test.p]
}

# The generator of analysis/stats/random.ts, with whole numbers below 2^32 kept in doubles.
modulus <- 2^32
xor32 <- function(a, b) {
  low <- bitwXor(as.integer(a %% 65536), as.integer(b %% 65536))
  high <- bitwXor(as.integer(a %/% 65536), as.integer(b %/% 65536))
  high * 65536 + low
}
times <- function(a, b) {
  high <- ((a %/% 65536) * (b %% 65536) + (a %% 65536) * (b %/% 65536)) %% 65536
  (high * 65536 + (a %% 65536) * (b %% 65536)) %% modulus
}
left <- function(x, by) (x * 2^by) %% modulus
right <- function(x, by) x %/% 2^by
rotate <- function(x, by) left(x, by) + right(x, 32 - by)
generator <- function(seed) {
  mixing <- seed %% modulus
  state <- numeric(4)
  for (place in 1:4) {
    mixing <- (mixing + 2654435769) %% modulus
    word <- times(xor32(mixing, right(mixing, 16)), 569420461)
    word <- times(xor32(word, right(word, 15)), 1935289751)
    state[place] <- xor32(word, right(word, 15))
  }
  function() {
    result <- times(rotate(times(state[2], 5), 7), 9)
    shifted <- left(state[2], 9)
    state[3] <<- xor32(state[3], state[1])
    state[4] <<- xor32(state[4], state[2])
    state[2] <<- xor32(state[2], state[3])
    state[1] <<- xor32(state[1], state[4])
    state[3] <<- xor32(state[3], shifted)
    state[4] <<- rotate(state[4], 11)
    result / modulus
  }
}
draw <- function(seed, count) {
  nextone <- generator(seed)
  list(seed = seed, numbers = vapply(seq_len(count), function(i) nextone(), 0))
}
# R's own Wichmann-Hill, with the start that analysis/stats/wichmann-hill.ts makes from a seed.
wichmann_hill <- function(seed, count) {
  before <- RNGkind("Wichmann-Hill")
  on.exit(RNGkind(before[1]))
  state <- .Random.seed
  state[2:4] <- as.integer(c(seed %% 30268, (7 * seed) %% 30306, (49 * seed) %% 30322) + 1)
  assign(".Random.seed", state, envir = globalenv())
  list(seed = seed, numbers = runif(count))
}
resampled <- function(x, statistic, seed, replicates) {
  nextone <- generator(seed)
  vapply(seq_len(replicates), function(r) {
    sample <- numeric(length(x))
    for (place in seq_along(x)) sample[place] <- x[floor(nextone() * length(x)) + 1]
    statistic(sample)
  }, 0)
}
intervals <- function(x, statistic, seed, replicates, level) {
  t <- resampled(x, statistic, seed, replicates)
  without <- vapply(seq_along(x), function(i) statistic(x[-i]), 0)
  drawn <- boot::boot(x, function(x, i) statistic(x[i]), R = replicates)
  drawn$t[, 1] <- t
  ci <- boot::boot.ci(drawn, conf = level, type = c("perc", "bca"), L = mean(without) - without)
  list(
    x = x, seed = seed, replicates = t, estimate = statistic(x), jackknife = without, level = level,
    percentile = ci$percent[4:5], bca = ci$bca[4:5]
  )
}
d <- sleep$extra[11:20] - sleep$extra[1:10]
write_reference("bootstrap", list(
  random = list(draw(1, 8), draw(20261121, 8), draw(0, 4), draw(4294967295, 4)),
  wichmann_hill = list(wichmann_hill(1, 8), wichmann_hill(20261121, 8), wichmann_hill(0, 4), wichmann_hill(999999999, 4)),
  sleep_mean = intervals(d, mean, 1, 999, 0.95),
  sleep_mean_90 = intervals(d, mean, 7, 500, 0.9),
  rivers_median = intervals(rivers[1:60], median, 3, 400, 0.95),
  mtcars_variance = intervals(mtcars$mpg, var, 11, 999, 0.95)
), "boot")

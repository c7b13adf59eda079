# What psych says of pairs of coders, and alpha as its definition reads, pair by pair, for codings and for sets of them.
# Prints JSON; test/analysis/texts/agreement.test.ts runs it where psych is installed, and keeps what it said.
suppressPackageStartupMessages(library(psych))

coders <- function(n, k, same, seed) {
  set.seed(seed)
  one <- sample(letters[1:k], n, TRUE)
  data.frame(one, other = ifelse(runif(n) < same, one, sample(letters[1:k], n, TRUE)))
}
cases <- list(
  two = coders(40, 2, 0.6, 1), four = coders(100, 4, 0.7, 2), rare = data.frame(one = rep(c("a", "b"), c(48, 2)), other = c(rep("a", 47), "b", "a", "b")),
  against = data.frame(one = c("a", "a", "b", "b", "b"), other = c("b", "b", "a", "a", "b"))
)
kappas <- lapply(cases, function(x) {
  k <- suppressWarnings(cohen.kappa(x))
  list(one = as.character(x$one), other = as.character(x$other), kappa = k$kappa, error = sqrt(k$var.kappa), n = k$n.obs)
})

# texts: a list of lists of values
alpha <- function(texts, distance) {
  texts <- Filter(function(values) length(values) > 1, texts)
  all <- do.call(c, texts)
  apart <- function(values) {
    total <- 0
    for (i in seq_along(values)) for (j in seq_along(values)) if (i != j) total <- total + distance(values[[i]], values[[j]])
    total
  }
  observed <- sum(sapply(texts, function(values) apart(values) / (length(values) - 1))) / length(all)
  1 - observed / (apart(all) / (length(all) * (length(all) - 1)))
}
masi <- function(a, b) {
  if (length(a) == 0 && length(b) == 0) return(0)
  m <- if (setequal(a, b)) 1 else if (all(a %in% b) || all(b %in% a)) 2 / 3 else if (any(a %in% b)) 1 / 3 else 0
  if (length(a) == 0 || length(b) == 0) return(1)
  1 - length(intersect(a, b)) / length(union(a, b)) * m
}
set.seed(3)
sets <- lapply(1:60, function(text) {
  likely <- sample(letters[1:5], sample(0:3, 1))
  lapply(seq_len(sample(1:3, 1)), function(coder) sort(unique(c(likely[runif(length(likely)) < 0.8], letters[1:5][runif(5) < 0.08]))))
})

number <- function(x) sprintf("%.17g", x)
texts_of <- function(values) paste0("[", paste0("\"", values, "\"", collapse = ","), "]")
list_of <- function(values) if (length(values) == 0) "[]" else texts_of(values)
rows <- sapply(names(kappas), function(name) with(kappas[[name]], sprintf(
  "\"%s\":{\"one\":%s,\"other\":%s,\"kappa\":%s,\"error\":%s,\"n\":%d}", name, texts_of(one), texts_of(other), number(kappa), number(error), as.integer(n))))
written <- sapply(sets, function(text) paste0("[", paste(sapply(text, list_of), collapse = ","), "]"))
cat(sprintf("{\"kappas\":{%s},\"sets\":[%s],\"alpha\":%s}\n", paste(rows, collapse = ","), paste(written, collapse = ","), number(alpha(sets, masi))))

# How long some worked at each section, by their pauses between saves, and what they say: medians over all of them.
set.seed(20)
sections <- c("a", "b", "c")
history <- function(saves) list(
  at = cumsum(round(rexp(saves, 1 / 240))),
  section = I(sample(sections, saves, replace = TRUE, prob = c(5, 3, 1)))
)
histories <- lapply(c(2, 3, 25, 40, 31, 7, 18), history)
worked <- function(one) {
  pauses <- c(0, diff(one$at))
  pauses[pauses > 600] <- 0
  tapply(pauses, factor(unclass(one$section), sections), sum)
}
times <- sapply(histories, worked) / 60
said <- c(30, 45, 45, 60, 90, 240)
write_reference("burden", list(
  histories = lapply(histories, function(one) list(at = I(one$at), section = one$section)),
  sections = as.list(apply(times, 1, median, na.rm = TRUE)),
  counts = as.list(rowSums(!is.na(times))),
  whole = median(colSums(times, na.rm = TRUE)),
  said = list(values = said, median = median(said))
))

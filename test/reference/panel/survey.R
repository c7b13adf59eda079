# What R's package survey makes of weighted changes and of groups, from the exported files; it shares no line with the scripts
# that we write. register.csv says who was asked in both waves and to which classes they belong, in the order of the classes;
# tables.csv what is compared; merged.csv which groups are shown together. Prints group, figure, value.
suppressPackageStartupMessages(library(survey))

read <- function(file) read.csv(file, colClasses = "character", na.strings = "", encoding = "UTF-8")
number <- function(file, name) as.numeric(file[[name]])
share <- function(part, whole) ifelse(part < 0 | part > whole | whole == 0, NA, 100 * part / whole)

statuses <- paste0("zp_status_", c("kontingent", "gestattung", "erlaubnis", "duldung", "ohne", "nicht_eu", "eu", "andere"))
variables <- list(
  zp_gesamt = function(file) number(file, "zp_gesamt"),
  im_kinder18 = function(file) number(file, "im_kinder18"),
  zp_duldung_anteil = function(file) {
    share(number(file, "zp_status_duldung"), rowSums(sapply(statuses, function(name) number(file, name))))
  },
  im_kurs_jetzt_anteil = function(file) {
    share(number(file, "im_kurs_jetzt"), number(file, "im_plan") - number(file, "im_kurs_jetzt_unbekannt"))
  },
  zg_gruppe_duldung = function(file) 100 * number(file, "zg_gruppe_duldung"),
  zg_gruppe_eu = function(file) 100 * number(file, "zg_gruppe_eu")
)
is_yes_no <- function(variable) grepl("^zg_", variable)

first <- read("umfrage-1.csv")
second <- read("umfrage-4.csv")
units <- read("register.csv")
for (name in c("asked", "inhabitants", "size", "ipw")) units[[name]] <- as.numeric(units[[name]])
units$zg_gruppe_erlaubnis <- c("0", "1")[1 + number(first, "zg_gruppe_erlaubnis")[match(units$unit, first$gkz)]]
answered <- units$asked == 1 & units$unit %in% first$gkz & units$unit %in% second$gkz

# Neighbours are put together until five who answered stand for each class; what is left at the end joins the last.
collapsed <- function(classes, present) {
  found <- sort(unique(classes))
  joined <- setNames(numeric(length(found)), found)
  class <- 1
  n <- 0
  for (place in seq_along(found)) {
    if (n >= 5) {
      class <- class + 1
      n <- 0
    }
    joined[place] <- class
    n <- n + sum(classes == found[place] & present)
  }
  if (n < 5 && class > 1) joined[joined == class] <- class - 1
  unname(joined[as.character(classes)])
}

districts <- collapsed(units$regierungsbezirk, answered)
sizes <- collapsed(units$size, answered)
cells <- character(nrow(units))
for (district in unique(districts)) {
  own <- districts == district
  cells[own] <- paste(district, collapsed(units$size[own], answered[own]))
}
population <- function(classes) as.data.frame(table(class = classes[units$asked == 1]))
known <- function(name, classes) setNames(population(classes), c(name, "Freq"))

sample <- data.frame(unit = units$unit, cell = cells, district = districts, size = sizes, ipw = units$ipw)[answered, ]
designs <- list(
  post = postStratify(svydesign(~1, weights = ~1, data = sample), ~cell, known("cell", cells)),
  rake = rake(
    svydesign(~1, weights = ~1, data = sample), list(~district, ~size), list(known("district", districts), known("size", sizes)),
    control = list(maxit = 1000, epsilon = 1e-12)
  ),
  ipw = svydesign(~1, weights = ~ipw, data = sample[!is.na(sample$ipw), ])
)

change_figures <- function(prefix, n, before, after, change, se) {
  t <- change / se
  half <- qt(0.975, n - 1) * se
  figures <- c(
    n = n, before = before, after = after, change = change, se = se, low = change - half, high = change + half, t = t,
    p = 2 * pt(-abs(t), n - 1)
  )
  setNames(figures, paste0(prefix, names(figures)))
}

# A group is a domain of the whole weighted sample: its size and its cells are not known, those of the population are.
weighted <- function(design, pairs, group) {
  own <- pairs[match(design$variables$unit, pairs$unit), ]
  domain <- own$is_pair & own$unit %in% group
  if (sum(domain) < 2) return(NULL)
  for (name in c("before", "after")) design$variables[[name]] <- ifelse(domain, own[[name]], 0)
  design$variables$change <- design$variables$after - design$variables$before
  means <- svymean(~before + after + change, subset(design, domain))
  change_figures(
    "weighted_", sum(domain), coef(means)[["before"]], coef(means)[["after"]], coef(means)[["change"]], SE(means)[["change"]]
  )
}

plain <- function(pairs, variable) {
  pairs <- pairs[pairs$is_pair, ]
  n <- nrow(pairs)
  if (n < 2) return(NULL)
  change <- pairs$after - pairs$before
  figures <- change_figures("", n, mean(pairs$before), mean(pairs$after), mean(change), sd(change) / sqrt(n))
  if (!is_yes_no(variable)) return(figures)
  moves <- c(sum(change > 0), sum(change < 0))
  c(figures, mcnemar = if (sum(moves) == 0) NA else binom.test(moves)$p.value)
}

merged <- read("merged.csv")
rows <- function(table) {
  pairs <- data.frame(
    unit = units$unit,
    before = variables[[table$variable]](first)[match(units$unit, first$gkz)],
    after = variables[[table$variable]](second)[match(units$unit, second$gkz)]
  )
  pairs$is_pair <- !is.na(pairs$before) & !is.na(pairs$after)
  design <- designs[[table$weights]]
  if (table$weights == "einwohner") {
    all <- data.frame(unit = units$unit, w = units$inhabitants)[pairs$is_pair, ]
    design <- svydesign(~1, weights = ~w, data = all)
  }
  of <- units[[table$grouping]]
  of[is.na(of)] <- "ohne_angabe"
  of[of %in% merged$group[merged$table == table$table]] <- "uebrige"
  groups <- c(list(insgesamt = units$unit), split(units$unit, of))
  do.call(rbind, lapply(names(groups), function(name) {
    figures <- c(plain(pairs[units$unit %in% groups[[name]], ], table$variable), weighted(design, pairs, groups[[name]]))
    if (is.null(figures)) return(NULL)
    data.frame(group = paste(table$table, name), figure = names(figures), value = sprintf("%.15g", figures))
  }))
}

tables <- read("tables.csv")
all <- do.call(rbind, lapply(seq_len(nrow(tables)), function(row) rows(tables[row, ])))
write.table(all, sep = "\t", quote = FALSE, row.names = FALSE)

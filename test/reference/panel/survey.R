# What R's package survey makes of weighted changes, of groups and of sums, among all who were asked, from the exported files; it shares
# no line with the scripts that we write. register.csv says who was asked in both waves and to which classes they belong, in the order of the classes;
# tables.csv what is compared; merged.csv which groups are shown together. Prints group, figure, value.
suppressPackageStartupMessages(library(survey))

read <- function(file) read.csv(file, colClasses = "character", na.strings = "", encoding = "UTF-8")
number <- function(file, name) as.numeric(file[[name]])
share <- function(part, whole) ifelse(part < 0 | part > whole | whole == 0, NA, 100 * part / whole)

statuses <- paste0("zp_status_", c("kontingent", "gestattung", "erlaubnis", "duldung", "ohne", "nicht_eu", "eu", "andere"))
parts <- function(file) list(
  zp_duldung_anteil = list(part = number(file, "zp_status_duldung"), base = rowSums(sapply(statuses, function(name) number(file, name)))),
  im_kurs_jetzt_anteil = list(part = number(file, "im_kurs_jetzt"), base = number(file, "im_plan") - number(file, "im_kurs_jetzt_unbekannt"))
)
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
# By the correction: raking takes long.
raked_with <- list()
raked <- function(f) {
  key <- sprintf("%.17g", f)
  if (is.null(raked_with[[key]])) {
    design <- if (f == 0) svydesign(~1, weights = ~1, data = sample) else svydesign(~1, weights = ~1, fpc = ~f, data = cbind(sample, f = f))
    raked_with[[key]] <<- rake_to_margins(design)
  }
  raked_with[[key]]
}
rake_to_margins <- function(design) rake(
  design, list(~district, ~size), list(known("district", districts), known("size", sizes)), control = list(maxit = 1000, epsilon = 1e-12)
)
designs <- list(
  post = postStratify(svydesign(~1, weights = ~1, data = sample), ~cell, known("cell", cells)),
  rake = raked(0)
)

# A share of those who were asked is known of all, of groups of the register (there of all in them) and of cells; answers only say of
# whom they are.
is_known <- function(table) table$grouping %in% c("kreis", "groesse", "regierungsbezirk")
observed <- function(table, pairs, group, name) {
  if (is_known(table) && name != "insgesamt") sum(pairs$is_pair & units$unit %in% group) / length(group)
  else sum(pairs$is_pair) / sum(units$asked == 1)
}
within_cells <- function(pairs) {
  in_cell <- function(which) tapply(as.numeric(which), cells, sum)
  (in_cell(pairs$is_pair) / in_cell(units$asked == 1))[sample$cell]
}

certain <- function(estimate, se, df) {
  t <- estimate / se
  half <- qt(0.975, df) * se
  c(se = se, low = estimate - half, high = estimate + half, t = t, p = 2 * pt(-abs(t), df))
}
prefixed <- function(prefix, figures) setNames(figures, paste0(prefix, names(figures)))

# The figures of a domain of a design; `own` is the correction of a group of known size.
figures_of <- function(design, prefix, own, df, is_share, is_sum) {
  factor <- sqrt(1 - own)
  means <- svymean(~before + after + change, design)
  change <- coef(means)[["change"]]
  figures <- prefixed(prefix, c(
    n = df + 1, before = coef(means)[["before"]], after = coef(means)[["after"]], change = change,
    certain(change, factor * SE(means)[["change"]], df)
  ))
  if (is_share) {
    first <- coef(svyratio(~part1, ~base1, design))
    second <- coef(svyratio(~part2, ~base2, design))
    rest <- function(part, base, share) (part - share * base) / coef(svytotal(~base, update(design, base = base)))
    of <- design$variables
    u <- rest(of$part2, of$base2, second) - rest(of$part1, of$base1, first)
    moved <- 100 * unname(second - first)
    return(c(figures, prefixed(paste0(prefix, "pooled_"), c(change = moved, certain(moved, 100 * factor * as.vector(SE(svytotal(~u, update(design, u = u)))), df)))))
  }
  if (!is_sum) return(figures)
  ratio <- svyratio(~after, ~before, design)
  moved <- 100 * (as.vector(coef(ratio)) - 1)
  c(figures, prefixed(paste0(prefix, "pooled_"), c(change = moved, certain(moved, 100 * factor * as.vector(SE(ratio)), df))))
}

# A group is a domain of the whole weighted sample: its cells are not known, those of the population are.
weighted <- function(table, pairs, group, name) {
  own <- pairs[match(sample$unit, pairs$unit), ]
  f <- observed(table, pairs, group, name)
  is_own <- is_known(table) && name != "insgesamt"
  data <- cbind(sample, own[setdiff(names(own), "unit")])
  data$w <- if (table$weights %in% names(designs) && table$weights != "ipw") weights(designs[[table$weights]]) else data$ipw
  data$f <- f
  full <- f == 1
  if (full && table$weights %in% c("post", "rake")) data$w <- 1
  design <- if (full && table$weights != "ipw") {
    if (table$weights == "einwohner") data$w <- units$inhabitants[match(data$unit, units$unit)]
    svydesign(~1, weights = ~w, data = data[data$is_pair, ])
  } else if (table$weights == "post") {
    data$f <- within_cells(pairs)
    if (is_own) svydesign(~1, strata = ~cell, weights = ~w, data = data) else svydesign(~1, strata = ~cell, weights = ~w, fpc = ~f, data = data)
  } else if (table$weights == "rake") {
    of_all <- raked(if (is_own) 0 else f)
    of_all$variables <- data
    of_all
  } else if (table$weights == "ipw") {
    svydesign(~1, weights = ~ipw, data = data[!is.na(data$ipw), ])
  } else {
    all <- cbind(units, pairs[setdiff(names(pairs), "unit")], f = f)[pairs$is_pair, ]
    if (is_own) svydesign(~1, weights = ~inhabitants, data = all) else svydesign(~1, weights = ~inhabitants, fpc = ~f, data = all)
  }
  domain <- design$variables$is_pair & design$variables$unit %in% group
  if (sum(domain) < 2) return(NULL)
  for (column in c("before", "after", "part1", "base1", "part2", "base2"))
    design$variables[[column]] <- ifelse(domain, design$variables[[column]], 0)
  design$variables$change <- design$variables$after - design$variables$before
  correction <- if (table$weights != "ipw" && (is_own || full)) f else 0
  figures_of(
    subset(design, domain), "weighted_", correction, sum(domain) - 1, table$variable %in% names(parts(first)), !is_yes_no(table$variable)
  )
}

plain <- function(table, pairs, group, name) {
  f <- observed(table, pairs, group, name)
  own <- pairs[pairs$is_pair & pairs$unit %in% group, ]
  if (nrow(own) < 2) return(NULL)
  own$f <- f
  design <- if (f == 1) svydesign(~1, weights = ~1, data = own) else svydesign(~1, weights = ~1, fpc = ~f, data = own)
  design$variables$change <- own$after - own$before
  figures <- figures_of(
    design, "", if (f == 1) 1 else 0, nrow(own) - 1, table$variable %in% names(parts(first)), !is_yes_no(table$variable)
  )
  if (!is_yes_no(table$variable)) return(figures)
  moves <- c(sum(own$after > own$before), sum(own$after < own$before))
  c(figures, mcnemar = if (sum(moves) == 0) NA else binom.test(moves)$p.value)
}

merged <- read("merged.csv")
rows <- function(table) {
  of_wave <- function(file) {
    value <- variables[[table$variable]](file)
    pooled <- parts(file)[[table$variable]]
    if (is.null(pooled)) pooled <- list(part = 0 * value, base = 0 * value)
    data.frame(value = value, part = pooled$part, base = pooled$base)[match(units$unit, file$gkz), ]
  }
  then <- of_wave(first)
  now <- of_wave(second)
  pairs <- data.frame(
    unit = units$unit, before = then$value, after = now$value, part1 = then$part, base1 = then$base, part2 = now$part, base2 = now$base
  )
  pairs$is_pair <- !is.na(pairs$before) & !is.na(pairs$after)
  of <- units[[table$grouping]]
  of[is.na(of)] <- "ohne_angabe"
  of[of %in% merged$group[merged$table == table$table]] <- "uebrige"
  groups <- c(list(insgesamt = units$unit), split(units$unit, of))
  do.call(rbind, lapply(names(groups), function(name) {
    figures <- c(plain(table, pairs, groups[[name]], name), weighted(table, pairs, groups[[name]], name))
    if (is.null(figures)) return(NULL)
    data.frame(group = paste(table$table, name), figure = names(figures), value = sprintf("%.15g", figures))
  }))
}

tables <- read("tables.csv")
all <- do.call(rbind, lapply(seq_len(nrow(tables)), function(row) rows(tables[row, ])))
write.table(all, sep = "\t", quote = FALSE, row.names = FALSE)

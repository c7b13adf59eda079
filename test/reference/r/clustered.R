suppressPackageStartupMessages(library(clubSandwich))

# One mean, and the means of groups, of values that hang together within clusters.
clustered <- function(x, group, cluster) {
  group <- factor(as.character(group), levels = unique(as.character(group)))
  cluster <- as.character(cluster)
  fit <- lm(x ~ 1)
  one <- coef_test(fit, vcov = "CR2", cluster = cluster, test = "Satterthwaite")
  both <- lm(x ~ 0 + group)
  v <- vcovCR(both, cluster = cluster, type = "CR2")
  joint <- Wald_test(both, constraints = constrain_equal(seq_along(coef(both))), vcov = v, test = "HTZ")
  pairs <- utils::combn(length(coef(both)), 2, simplify = FALSE)
  list(
    values = x, groups = as.character(group), clusters = cluster,
    mean = list(n = length(x), mean = one$beta, clusters = length(unique(cluster)), se = one$SE, df = one$df_Satt),
    p = one$p_Satt,
    joint = list(f = joint$Fstat, df = c(joint$df_num, joint$df_denom), p = joint$p_val),
    pairs = lapply(pairs, function(two) {
      contrast <- matrix(0, 1, length(coef(both)))
      contrast[two] <- c(-1, 1)
      d <- linear_contrast(both, vcov = v, contrasts = contrast, test = "Satterthwaite", level = 0.95)
      list(first = levels(group)[two[1]], second = levels(group)[two[2]], figures = list(
        difference = d$Est, se = d$SE, interval = c(d$CI_L, d$CI_U), test = list(df = d$df)
      ))
    })
  )
}

late <- ChickWeight[ChickWeight$Time %in% c(0, 2, 4, 10, 18, 20), ]
write_reference("clustered", list(
  nested = clustered(late$weight, late$Diet, late$Chick),
  crossed = clustered(late$weight, cut(late$Time, c(-1, 3, 15, 30), labels = c("a", "b", "c")), late$Chick),
  two = clustered(warpbreaks$breaks, warpbreaks$wool, paste(warpbreaks$tension, seq_len(54) %% 4)),
  uneven = clustered(mtcars$mpg, mtcars$cyl, c(1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 5, 5, 6, 7, 7, 8, 9, 10, 10, 10, 11, 12, 13, 13, 14, 15, 15, 15, 15, 16, 17, 17))
), packages = "clubSandwich")

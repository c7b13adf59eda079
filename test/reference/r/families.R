families <- list(
  spread = c(0.0001, 0.04, 0.03, 0.2, 0.9, 0.011),
  ties = c(0.02, 0.02, 0.5, 0.02, 1),
  one = 0.03,
  tiny = c(1e-300, 1e-16, 0.049, 0.05),
  many = round(pnorm(seq(-4, 2, length.out = 40)), 6)
)
write_reference("families", lapply(families, function(p) list(
  p = I(p), holm = I(p.adjust(p, "holm")), benjaminiHochberg = I(p.adjust(p, "BH"))
)))

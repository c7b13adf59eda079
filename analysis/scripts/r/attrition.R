antwortende <- function(datei, schluessel) {
  if (anyDuplicated(datei[[schluessel]]) > 0) stop("Eine Antwort steht zweimal in einer der Dateien.")
  datei[[schluessel]]
}

# Unter drei auf einer Seite wird nichts verglichen.
mindestens <- 3

# Wie viele von denen, die konnten, geantwortet haben; Intervall nach Wilson.
ruecklauf <- function(dabei) {
  je_teilnahme <- lapply(names(teilnahmen), function(name) {
    konnten <- dabei & teilnahmen[[name]]$von
    von <- sum(konnten)
    ja <- sum(konnten & teilnahmen[[name]]$ja)
    intervall <- if (von > 0) {
      suppressWarnings(prop.test(ja, von, conf.level = niveau, correct = FALSE)$conf.int)
    } else {
      c(NA, NA)
    }
    benannt(c(ja = ja, von = von, anteil = ja / von, unten = intervall[1], oben = intervall[2]), name)
  })
  c(befragte = sum(dabei), unlist(je_teilnahme))
}

# Ob sich die Klassen eines Merkmals unterscheiden. Leere Klassen sagen nichts.
chi_quadrat <- function(klasse, teilnahme) {
  tafel <- table(klasse[teilnahme$von], teilnahme$ja[teilnahme$von])
  tafel <- tafel[rowSums(tafel) > 0, colSums(tafel) > 0, drop = FALSE]
  if (min(dim(tafel)) < 2) return(c(chi2 = NA, df = NA, p = NA, v = NA, erwartet_genug = NA))
  test <- suppressWarnings(chisq.test(tafel, correct = FALSE))
  c(
    chi2 = test$statistic[[1]], df = test$parameter[[1]], p = test$p.value,
    v = sqrt(test$statistic[[1]] / (sum(tafel) * (min(dim(tafel)) - 1))),
    erwartet_genug = mean(test$expected < 5) <= 0.2 && all(test$expected >= 1)
  )
}

# Alle Merkmale; p über die Merkmale nach Holm berichtigt.
tests_je_merkmal <- function() {
  je_teilnahme <- lapply(names(teilnahmen), function(name) {
    tests <- lapply(einheiten[merkmale], chi_quadrat, teilnahmen[[name]])
    holm <- p.adjust(vapply(tests, function(test) test[["p"]], 0), "holm")
    Map(function(test, p_holm) benannt(c(test, p_holm = p_holm), name), tests, holm)
  })
  do.call(Map, c(list(c), je_teilnahme))
}

# Rangsummentest: exakt, wo beide Gruppen unter 50 sind, auch mit Bindungen; sonst Näherung mit Stetigkeitskorrektur.
rangsummentest <- function(ja, nein) {
  n <- length(ja)
  if (length(unique(c(ja, nein))) == 1) return(NA)
  if (n >= 50 || length(nein) >= 50) return(wilcox.test(ja, nein, exact = FALSE)$p.value)
  raenge <- round(2 * rank(c(ja, nein)))
  summen <- 0:sum(raenge)
  wege <- matrix(0, n + 1, length(summen))
  wege[1, 1] <- 1
  for (rang in raenge) {
    spalten <- seq_len(ncol(wege) - rang)
    wege[-1, spalten + rang] <- wege[-1, spalten + rang] + wege[-(n + 1), spalten]
  }
  erwartet <- n * (length(raenge) + 1)
  abstand <- abs(sum(raenge[seq_len(n)]) - erwartet)
  sum(wege[n + 1, abs(summen - erwartet) >= abstand]) / choose(length(raenge), n)
}

# Ob sich eine Zahl zwischen denen, die geantwortet haben, und denen, die es nicht haben, unterscheidet.
unterschied <- function(zahl, teilnahme) {
  bekannt <- teilnahme$von & !is.na(zahl)
  ja <- zahl[bekannt & teilnahme$ja]
  nein <- zahl[bekannt & !teilnahme$ja]
  if (min(length(ja), length(nein)) < mindestens) return(NULL)
  streuung <- sqrt((var(ja) + var(nein)) / 2)
  c(
    n_ja = length(ja), mittel_ja = mean(ja), median_ja = median(ja),
    n_nein = length(nein), mittel_nein = mean(nein), median_nein = median(nein),
    std_differenz = if (streuung > 0) (mean(ja) - mean(nein)) / streuung else NA,
    welch_p = if (streuung > 0) t.test(ja, nein)$p.value else NA,
    rang_p = rangsummentest(ja, nein)
  )
}

# Logit der Teilnahme auf den Logarithmus der Einwohner und eine Klasse; Bezug ist die Klasse mit den meisten. Ein Merkmal,
# das von niemandem bekannt ist, bleibt weg; wem sonst eines fehlt, der ist nicht dabei.
# Die Standardfehler von glm sind die des vorletzten Schritts; von der Lösung aus noch einmal gerechnet, haben sie alle Stellen.
schaetze <- function(ja, klasse) {
  einwohner <- ifelse(einheiten$einwohner > 0, einheiten$einwohner, NA)
  alle <- data.frame(ja = ja, ln_einwohner = log(einwohner), klasse_ = klasse)[!is.na(ja), ]
  alle <- alle[, c(TRUE, colSums(!is.na(alle[-1])) > 0), drop = FALSE]
  daten <- alle[complete.cases(alle), , drop = FALSE]
  if (!is.null(daten$klasse_)) {
    anzahl <- table(daten$klasse_)
    daten$klasse_ <- relevel(factor(daten$klasse_), names(which.max(anzahl)))
    if (length(anzahl) < 2) daten$klasse_ <- NULL
  }
  formel <- if (ncol(daten) > 1) ja ~ . else ja ~ 1
  genau <- glm.control(epsilon = 1e-14, maxit = 100)
  modell <- glm(formel, binomial, daten, control = genau)
  modell <- glm(formel, binomial, daten, control = genau, start = coef(modell))
  list(modell = modell, ohne = nrow(alle) - nrow(daten))
}

logit <- function(name) {
  teilnahme <- teilnahmen[[name]]
  fit <- schaetze(ifelse(teilnahme$von, teilnahme$ja, NA), einheiten$logit_regierungsbezirk)
  modell <- fit$modell
  chi2 <- max(0, modell$null.deviance - modell$deviance)
  df <- modell$df.null - modell$df.residual
  gesamt <- c(
    n = length(modell$y), ja = sum(modell$y), ohne = fit$ohne, chi2 = chi2, df = df,
    p = if (df > 0) pchisq(chi2, df, lower.tail = FALSE) else 1, r2 = 1 - modell$deviance / modell$null.deviance
  )
  tafel <- summary(modell)$coefficients
  weite <- qnorm((1 + niveau) / 2) * tafel[, 2]
  namen <- sub("^klasse_", "regierungsbezirk_", sub("(Intercept)", "konstante", rownames(tafel), fixed = TRUE))
  koeffizienten <- lapply(seq_along(namen), function(i) {
    b <- tafel[i, 1]
    c(
      koeffizient = b, se = tafel[i, 2], chance = exp(b), unten = exp(b - weite[[i]]), oben = exp(b + weite[[i]]),
      p = tafel[i, 4]
    )
  })
  gruppen <- c(list(gesamt), koeffizienten)
  setNames(gruppen, c(paste0("logit_", name), paste0("logit_", name, ":", namen)))
}

# Gewichte, mit denen die Klassen eines Rands so groß sind wie unter allen Befragten.
passe_an <- function(gewicht, klasse, soll) {
  gewicht * as.vector(soll[klasse] / tapply(gewicht, klasse, sum)[klasse])
}

# Reihum an jeden Rand, bis keiner um mehr als ein Milliardstel abweicht; bei einem Rand ist das die Nachschichtung.
nach_raendern <- function(klassen, paar) {
  soll <- lapply(klassen, table)
  ist <- lapply(klassen, function(klasse) klasse[paar])
  gewicht <- rep(1, sum(paar))
  repeat {
    for (i in seq_along(ist)) gewicht <- passe_an(gewicht, ist[[i]], soll[[i]])
    abweichung <- mapply(function(klasse, anzahl) {
      summen <- tapply(gewicht, klasse, sum)
      max(abs(summen / anzahl[names(summen)] - 1))
    }, ist, soll)
    if (max(abweichung) <= 1e-9) return(gewicht)
  }
}

# Gewichte derer, die beide Wellen beantwortet haben, für alle, die in beiden befragt wurden.
gewichte_nach <- function(verfahren, spalten) {
  teilnahme <- teilnahmen$both
  klassen <- einheiten[spalten]
  gekappt <- NULL
  if (verfahren == "ipw") {
    modell <- schaetze(ifelse(teilnahme$von, teilnahme$ja, NA), klassen[[1]])$modell
    bekannt <- seq_len(nrow(einheiten)) %in% as.integer(names(modell$y))
    wahrscheinlich <- rep(NA, nrow(einheiten))
    wahrscheinlich[bekannt] <- fitted(modell)
    voll <- 1 / wahrscheinlich[bekannt & teilnahme$ja]
    grenze <- quantile(voll, kappen_bei, names = FALSE)
    gewicht <- pmin(voll, grenze)
    gekappt <- c(grenze = grenze, gekappt = sum(voll > grenze), behalten = sum(gewicht) / sum(voll))
  } else {
    bekannt <- teilnahme$von & complete.cases(klassen)
    gewicht <- nach_raendern(klassen[bekannt, , drop = FALSE], teilnahme$ja[bekannt])
  }
  klassen <- klassen[bekannt, , drop = FALSE]
  paar <- teilnahme$ja[bekannt]
  effekt <- length(gewicht) * sum(gewicht^2) / sum(gewicht)^2
  gesamt <- c(
    befragte = sum(bekannt), paare = sum(paar), ohne = sum(teilnahme$von) - sum(bekannt),
    designeffekt = effekt, n_effektiv = length(gewicht) / effekt, kleinstes = min(gewicht), groesstes = max(gewicht), gekappt
  )
  anteile <- lapply(spalten, function(spalte) {
    alle <- sort(unique(klassen[[spalte]][!is.na(klassen[[spalte]])]))
    je_klasse <- lapply(alle, function(klasse) {
      darin <- klassen[[spalte]] %in% klasse
      c(alle = mean(darin), paare = mean(darin[paar]), gewichtet = sum(gewicht[darin[paar]]) / sum(gewicht))
    })
    setNames(je_klasse, paste0(spalte, ":", alle))
  })
  c(setNames(list(gesamt), verfahren), do.call(c, anteile))
}

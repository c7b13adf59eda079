# Wer auf welche Wellen geantwortet hat: je Welle eine Stelle, 1 oder 0.
antwort <- sapply(antwortende_je_welle, function(schluessel) as.integer(einheiten$einheit %in% schluessel))
befragt <- sapply(seq_along(antwortende_je_welle), function(i) as.integer(einheiten[[paste0("befragt_", i)]]) == 1)
muster <- apply(antwort, 1, paste, collapse = "")
einwohner <- suppressWarnings(as.numeric(einheiten$einwohner))

# Wie viele von denen, die konnten, geantwortet haben; Intervall nach Wilson.
quote_von <- function(konnten, ja, name) {
  von <- sum(konnten)
  dabei <- sum(konnten & ja)
  intervall <- if (von > 0) {
    suppressWarnings(prop.test(dabei, von, conf.level = niveau, correct = FALSE)$conf.int)
  } else {
    c(NA, NA)
  }
  benannt(c(ja = dabei, von = von, anteil = dabei / von, unten = intervall[1], oben = intervall[2]), name)
}

anzahlen <- function(eigene) {
  setNames(vapply(alle_muster, function(eines) sum(eigene == eines), 0), paste0("muster_", alle_muster))
}

wellen <- seq_along(antwortende_je_welle)
je_welle <- lapply(wellen, function(i) quote_von(befragt[, i], antwort[, i] == 1, paste0("welle_", i)))
stufen <- lapply(wellen, function(i) {
  davor <- rowSums(antwort[, seq_len(i - 1), drop = FALSE]) == i - 1
  quote_von(befragt[, i] & davor, antwort[, i] == 1, paste0("stufe_", i))
})
verbleib <- unlist(lapply(wellen, function(i) lapply(wellen[wellen > i], function(j) {
  quote_von(befragt[, j] & antwort[, i] == 1, antwort[, j] == 1, paste0("verbleib_", i, "_", j))
})), recursive = FALSE)

# Ob sich die Klassen eines Merkmals in ihren Mustern unterscheiden. Leere Klassen und Muster sagen nichts.
chi_quadrat <- function(klasse) {
  tafel <- table(klasse, muster)
  if (min(dim(tafel)) < 2) return(c(chi2 = NA, df = NA, p = NA, v = NA, erwartet_genug = NA))
  test <- suppressWarnings(chisq.test(tafel, correct = FALSE))
  c(
    chi2 = test$statistic[[1]], df = test$parameter[[1]], p = test$p.value,
    v = sqrt(test$statistic[[1]] / (sum(tafel) * (min(dim(tafel)) - 1))),
    erwartet_genug = mean(test$expected < 5) <= 0.2 && all(test$expected >= 1)
  )
}
tests <- lapply(einheiten[merkmale], chi_quadrat)
holm <- p.adjust(vapply(tests, function(test) test[["p"]], 0), "holm")

groesse_je_muster <- unlist(lapply(alle_muster, function(eines) {
  x <- einwohner[muster == eines & !is.na(einwohner)]
  if (length(x) == 0) return(NULL)
  benannt(c(n = length(x), mittel = mean(x), median = median(x)), eines)
}))

drucke(c(
  list(zeilen("insgesamt", c(befragte = nrow(einheiten), anzahlen(muster), unlist(c(je_welle, stufen, verbleib))))),
  unlist(lapply(merkmale, function(merkmal) {
    klassen <- sort(unique(einheiten[[merkmal]]), method = "radix")
    c(
      lapply(klassen, function(klasse) {
        eigene <- muster[einheiten[[merkmal]] == klasse]
        zeilen(paste0(merkmal, ":", klasse), c(befragte = length(eigene), anzahlen(eigene)))
      }),
      list(zeilen(merkmal, c(tests[[merkmal]], p_holm = holm[[merkmal]])))
    )
  }), recursive = FALSE),
  if (length(groesse_je_muster) > 0) list(zeilen("einwohner", groesse_je_muster))
))

# Die Einheiten einer Gruppe; ohne Spalte alle.
wer <- function(gruppe, spalte) if (spalte == "") rep(TRUE, nrow(einheiten)) else einheiten[[spalte]] == gruppe

# Wie viele es sind, und warum Angaben fehlen: das sagt die Spalte daneben.
fehlende <- function(name, spalte) {
  da <- !is.na(antworten[[name]])
  grund <- ifelse(nahm_teil, antworten[[spalte]], "keine_teilnahme")
  fehlt <- table(factor(grund[!da], levels = c("leer", "nicht_vorhanden", "keine_teilnahme")))
  zeilen("insgesamt", benannt(c(einheiten = length(da), mit_angabe = sum(da), fehlt), name))
}

zahlen <- function(name, gruppe, spalte, ist_summe) {
  x <- zahl(antworten, name)[wer(gruppe, spalte)]
  x <- x[!is.na(x)]
  zeilen(gruppe, benannt(c(lage(x), if (ist_summe) c(summe = sum(x))), name))
}

# Wie oft etwas gewählt wurde: Anzahl, Prozent und Intervall nach Wilson.
auswahl <- function(name, gruppe, spalte, auspraegungen) {
  wert <- antworten[[name]][wer(gruppe, spalte)]
  werte <- haeufigkeiten(name, wert, auspraegungen)
  n <- werte[[1]]
  anteile <- lapply(werte[-1], function(anzahl) {
    intervall <- suppressWarnings(prop.test(anzahl, n, conf.level = niveau, correct = FALSE)$conf.int)
    100 * c(anzahl / n, intervall)
  })
  namen <- sprintf("%s_%s", rep(c("prozent", "unten", "oben"), length(anteile)), rep(names(anteile), each = 3))
  zeilen(gruppe, c(werte, setNames(as.numeric(unlist(anteile)), namen)))
}

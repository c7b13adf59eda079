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
  bereite_vor(zahl(antworten, name), spalte, 0)
  x <- gruppen[[gruppe]]$wert_nachher
  x <- x[!is.na(x)]
  stand <- schaetzung(gruppe, identity, FALSE)
  zeilen(gruppe, benannt(c(lage(x), if (ist_summe) c(summe = sum(x)), stand), name))
}

# Wie oft etwas gewählt wurde: Anzahl, Prozent und Intervall; ohne Gewichte ist das eines Prozesses das nach Wilson.
auswahl <- function(name, gruppe, spalte, auspraegungen) {
  bereite_vor(antworten[[name]], spalte, "")
  werte <- haeufigkeiten(name, gruppen[[gruppe]]$wert_nachher, auspraegungen)
  anteile <- lapply(auspraegungen, function(code) {
    stand <- schaetzung(gruppe, function(wert) 100 * (wert == code), TRUE)
    eigene <- c(prozent = 100 * werte[[paste0(name, "_", code)]] / werte[[1]], stand)
    setNames(eigene, sprintf("%s_%s_%s", names(eigene), name, code))
  })
  zeilen(gruppe, c(werte, unlist(anteile)))
}

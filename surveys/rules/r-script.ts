import { quoted } from './r-text.ts'

/** The names of the files that belong together, as they lie in one folder. */
export interface RuleFiles {
  answers: string
  around: string
  rules: string
}

/** A script in R that evaluates the rules over an export and prints what does not fit, as CSV: unit, rule, question, sentence. */
export const rulesScript = ({
  answers,
  around,
  rules,
}: RuleFiles): string => `# Prüft die Angaben in ${answers} nach den Regeln in ${rules} und gibt als CSV aus, was nicht passt.
# Aufruf im Ordner dieser Dateien: Rscript ${rules.replace(/\.yaml$/, '.R')}
# Braucht das Paket yaml (Debian: r-cran-yaml). Mit dem Paket validate stattdessen: confront(daten, validator(.file = ${quoted(rules)})).
library(yaml)

# Zahlen werden Zahlen, alles andere bleibt Text; leere Felder fehlen.
einlesen <- function(datei) {
  trenner <- if (grepl(";", readLines(datei, 1, warn = FALSE), fixed = TRUE)) ";" else ","
  tabelle <- read.csv(datei, sep = trenner, colClasses = "character", na.strings = "", encoding = "UTF-8")
  ist_zahl <- vapply(tabelle, function(x) all(is.na(x) | grepl("^-?(0|[1-9][0-9]*)([.,][0-9]+)?$", x)), logical(1))
  tabelle[ist_zahl] <- lapply(tabelle[ist_zahl], function(x) as.numeric(sub(",", ".", x, fixed = TRUE)))
  tabelle
}

antworten <- einlesen(${quoted(answers)})
umfeld <- einlesen(${quoted(around)})
schluessel <- names(antworten)[2]
if (nrow(antworten) > 0 && !identical(antworten$datenstand[1], umfeld$datenstand[1]))
  stop("Antworten und Umfeld sind von verschiedenen Datenst\\u00e4nden.")
dazu <- setdiff(names(umfeld), names(antworten))
daten <- cbind(antworten, umfeld[match(antworten[[schluessel]], umfeld[[schluessel]]), dazu, drop = FALSE])

regeln <- yaml.load_file(${quoted(rules)})$rules
befunde <- lapply(regeln, function(regel) {
  verletzt <- which(!eval(parse(text = regel$expr), daten))
  data.frame(
    einheit = daten[[schluessel]][verletzt],
    regel = rep(regel$name, length(verletzt)),
    frage = rep(regel$label, length(verletzt)),
    schwere = rep(regel$meta$severity, length(verletzt)),
    satz = rep(regel$description, length(verletzt))
  )
})
write.csv(do.call(rbind, befunde), row.names = FALSE)
`

# Mit dem Paket haven sind Zahlen und Listen `labelled`, und ein fehlender Wert nennt seinen Grund (na_tag). Ohne haven sind Listen
# Faktoren, und der Grund steht im Attribut "fehlt". In beiden Faellen steht er auch in der Spalte daneben.
if (!exists("mit_haven")) mit_haven <- requireNamespace("haven", quietly = TRUE)

spalte <- function(name, label, art, werte = NULL, fehlt = NULL, gruende = NULL, ...)
  list(name = name, label = label, art = art, werte = werte, fehlt = fehlt, gruende = gruende, dazu = list(...))

als_zahl <- function(text) as.numeric(sub(",", ".", text, fixed = TRUE))

# Vor Texten, die wie eine Formel beginnen, steht in der Datei ein Apostroph.
als_text <- function(text) sub("^'(?='*[=+@\\t\\r\\n\uff1d\uff0b\uff0d\uff20-])", "", text, perl = TRUE)

als_wert <- list(
  zahl = als_zahl,
  text = als_text,
  code = identity,
  zeit = function(text) as.POSIXct(text, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC"),
  tag = as.Date,
  monat = function(text) as.Date(ifelse(is.na(text), NA, paste0(text, "-01")))
)

# Die Spalte neben einem Wert: warum er fehlt, als Nummer des Plans oder als Faktor.
als_grund <- function(text, gruende) {
  label <- vapply(gruende, `[[`, "", "label")
  if (!mit_haven) return(factor(text, names(gruende), label))
  nummer <- vapply(gruende, `[[`, 0, "nummer")
  haven::labelled(unname(nummer[match(text, names(gruende))]), setNames(nummer, label))
}

# Codes, die Zahlen sind, behalten sie; andere zaehlt ihre Liste.
nummern <- function(codes) {
  zahlen <- suppressWarnings(as.numeric(codes))
  if (length(codes) > 0 && all(!is.na(zahlen) & format(zahlen, trim = TRUE) == codes)) zahlen else seq_along(codes)
}

# Ein Code, der nicht in der Liste steht, macht die Spalte zu Text, damit er nicht verloren geht.
mit_liste <- function(text, s) {
  if (!all(is.na(text) | text %in% names(s$werte))) return(text)
  nummer <- nummern(names(s$werte))[match(text, names(s$werte))]
  if (mit_haven) nummer else factor(text, names(s$werte), s$werte)
}

mit_gruenden <- function(wert, s, grund) {
  tags <- vapply(s$gruende, `[[`, "", "tag")
  gemeint <- match(grund, names(s$gruende))
  leer <- is.na(wert) & !is.na(gemeint)
  if (is.numeric(unclass(wert)) && mit_haven && !is.factor(wert) && any(leer)) {
    klasse <- attributes(wert)
    wert <- as.double(unclass(wert))
    wert[leer] <- haven::tagged_na(tags[gemeint[leer]])
    attributes(wert) <- klasse
  }
  if (!mit_haven) attr(wert, "fehlt") <- factor(grund, names(s$gruende), vapply(s$gruende, `[[`, "", "label"))
  wert
}

ausgepackt <- function(roh, s) {
  text <- roh[[s$name]]
  if (s$art == "grund") return(beschriftet(als_grund(text, s$gruende), s))
  wert <- if (s$art == "code" && length(s$werte) > 0) mit_liste(text, s) else als_wert[[s$art]](text)
  if (length(s$gruende) > 0) wert <- mit_gruenden(wert, s, roh[[s$fehlt]])
  beschriftet(wert, s)
}

beschriftet <- function(wert, s) {
  ist_zahl <- is.numeric(unclass(wert)) && !is.factor(wert) && !inherits(wert, "haven_labelled")
  bedeutet <- setNames(nummern(names(s$werte)), s$werte)
  if (mit_haven) bedeutet <- c(bedeutet, do.call(c, lapply(unname(s$gruende), function(g) setNames(haven::tagged_na(g$tag), g$label))))
  if (ist_zahl && length(bedeutet) > 0) {
    if (mit_haven && !is.object(wert)) wert <- haven::labelled(as.double(wert), bedeutet)
    else attr(wert, "labels") <- bedeutet
  }
  attr(wert, "label") <- s$label
  for (name in names(s$dazu)) attr(wert, name) <- s$dazu[[name]]
  wert
}

einlesen <- function(datei, trenner, stand, spalten) {
  if (!file.exists(datei)) return(NULL)
  roh <- read.csv(
    datei,
    sep = trenner, colClasses = "character", na.strings = "", check.names = FALSE, blank.lines.skip = FALSE, encoding = "UTF-8"
  )
  namen <- vapply(spalten, `[[`, "", "name")
  # Am Anfang der Datei kann stehen, dass sie in UTF-8 ist.
  names(roh)[1] <- sub("^[^a-z]+", "", names(roh)[1], perl = TRUE, useBytes = TRUE)
  if (!identical(names(roh), namen)) stop(datei, " hat andere Spalten als dieses Skript.")
  if (!all(roh[["datenstand"]] == stand)) stop(datei, " ist von einem anderen Datenstand als dieses Skript (", stand, ").")
  tabelle <- lapply(spalten, function(s) ausgepackt(roh, s))
  names(tabelle) <- namen
  attributes(tabelle) <- c(attributes(tabelle), list(class = "data.frame", row.names = .set_row_names(nrow(roh))))
  tabelle
}

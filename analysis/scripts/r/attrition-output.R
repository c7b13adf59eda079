einheiten$einwohner <- as.numeric(einheiten$einwohner)
teilnahmen <- with(einheiten, {
  befragt_vorher <- befragt_vorher == "1"
  befragt_nachher <- befragt_nachher == "1"
  vorher <- einheit %in% vorher
  nachher <- einheit %in% nachher
  list(
    first = list(von = befragt_vorher, ja = vorher),
    second = list(von = befragt_nachher, ja = nachher),
    stayed = list(von = vorher & befragt_nachher, ja = nachher),
    both = list(von = befragt_vorher & befragt_nachher, ja = vorher & nachher)
  )
})
vorher <- teilnahmen$first$ja
nachher <- teilnahmen$second$ja
verbleib <- c(beide = sum(vorher & nachher), nur_vorher = sum(vorher & !nachher), nur_nachher = sum(!vorher & nachher), keine = sum(!vorher & !nachher))
je_klasse <- lapply(setNames(merkmale, merkmale), function(merkmal) {
  klassen <- sort(unique(einheiten[[merkmal]]))
  lapply(setNames(klassen, paste0(merkmal, ":", klassen)), function(klasse) ruecklauf(einheiten[[merkmal]] == klasse))
})
unterschiede <- lapply(names(teilnahmen), function(name) {
  gefunden <- unterschied(einheiten$einwohner, teilnahmen[[name]])
  if (!is.null(gefunden)) benannt(gefunden, name)
})
gruppen <- c(
  list(insgesamt = c(verbleib, ruecklauf(rep(TRUE, nrow(einheiten))))),
  do.call(c, unname(je_klasse)),
  tests_je_merkmal(),
  if (length(unlist(unterschiede)) > 0) list(einwohner = unlist(unterschiede)),
  do.call(c, lapply(modelle, logit)),
  do.call(c, unname(Map(gewichte_nach, names(gewichte), gewichte)))
)
drucke(Map(zeilen, names(gruppen), gruppen))

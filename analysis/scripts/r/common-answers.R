# Antworten, wie sie in beiden Wellen gemeinsam heißen; was keine Entsprechung hat, fehlt.
gemeinsam <- function(antworten, namen) unname(namen[antworten])

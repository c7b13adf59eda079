# Ein Anteil von nichts und ein Anteil über 100 % sind keine Angabe.
anteil <- function(teil, basis) ifelse(teil < 0 | teil > basis | basis == 0, NA, 100 * teil / basis)

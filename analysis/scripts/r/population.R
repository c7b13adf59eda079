paare_in <- function(gruppe) sum(!is.na(gruppe$wert_vorher) & !is.na(gruppe$wert_nachher))

hat_eigene_groesse <- function(name) ist_groesse_bekannt && name != "insgesamt"
von_wem <- function(name) if (hat_eigene_groesse(name)) name else "insgesamt"

# Welcher Teil der Befragten ein Paar ist: von einer Gruppe bekannter Größe der eigene, sonst der von allen; 0 bei einem Prozess.
beobachtet <- function(name) {
  if (length(befragte) == 0) return(0)
  paare_in(gruppen[[von_wem(name)]]) / befragte[[von_wem(name)]]
}

n_befragte <- function(name) if (length(befragte) > 0) c(n_grundgesamtheit = befragte[[von_wem(name)]])

# Wie unsicher Summen sind, aus dem, was jede Einheit zu ihnen beiträgt: je Schicht, oder je Block, wo Einheiten zusammenhängen.
streuung_der_summen <- function(beitraege, von) {
  schicht <- von$schicht
  anteil <- von$anteil
  if (hat_bloecke) {
    beitraege <- rowsum(beitraege, von$stichprobe$block)
    schicht <- rep(1, nrow(beitraege))
    anteil <- rep(0, nrow(beitraege))
  }
  Reduce(`+`, lapply(split(seq_len(nrow(beitraege)), schicht), function(i) {
    n <- length(i)
    eigene <- beitraege[i, , drop = FALSE]
    if (n > 1) eigene <- sweep(eigene, 2, colMeans(eigene))
    (1 - anteil[i[1]]) * (if (n > 1) n / (n - 1) else 1) * crossprod(eigene)
  }))
}

# Unter zehn Paaren und unter sechs Blöcken gibt es keinen Fehler, und keinen, wo alle Befragten ein Paar sind.
geprueft <- function(veraenderung, beitrag, von, werte) {
  n <- sum(von$drin)
  df <- if (hat_bloecke) length(unique(von$stichprobe$block[von$drin])) - 1 else n - 1
  ohne <- n < 10 || (hat_bloecke && df < 5) || all(von$anteil[von$drin] == 1)
  se <- if (ohne) NA else sqrt(streuung_der_summen(cbind(beitrag), von)[1, 1])
  if (!is.na(se) && se <= 1e-10 * max(abs(werte))) se <- NA
  c(se = se, pruefe(veraenderung, se, df))
}

ungewichtet <- function(gruppe, name) {
  paare <- gruppe[!is.na(gruppe$wert_vorher) & !is.na(gruppe$wert_nachher), ]
  n <- nrow(paare)
  list(stichprobe = paare, drin = rep(TRUE, n), w = rep(1, n), schicht = rep(1, n), anteil = rep(beobachtet(name), n), raender = list())
}

# Was die Ränder, an die die Gewichte angepasst sind, nicht erklären.
rest_von <- function(z, von) {
  if (length(von$raender) > 0) residuals(lm(z ~ ., data = as.data.frame(lapply(von$raender, factor)))) else z
}

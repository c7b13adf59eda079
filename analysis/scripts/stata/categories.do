mata:
// Ob die Ausprägungen nachher so häufig sind wie vorher.
void stuart_maxwell(string scalar gruppe, real matrix tafel)
{
    real matrix streuung
    real colvector unterschied, gut
    real matrix vektoren
    real rowvector werte
    real scalar chi2, i
    unterschied = rowsum(tafel) - colsum(tafel)'
    streuung = -(tafel + tafel')
    for (i = 1; i <= rows(tafel); i++) streuung[i, i] = sum(tafel[i, .]) + sum(tafel[., i]) - 2 * tafel[i, i]
    if (all(streuung :== 0)) return
    symeigensystem(makesymmetric(streuung), vektoren, werte)
    gut = (werte :> 1e-9 * max(werte))'
    chi2 = 0
    for (i = 1; i <= rows(gut); i++) {
        if (gut[i]) chi2 = chi2 + (vektoren[., i]' * unterschied)^2 / werte[i]
    }
    zeile(gruppe, "sm_chi2", chi2)
    zeile(gruppe, "sm_df", sum(gut))
    zeile(gruppe, "sm_p", chi2tail(sum(gut), chi2))
}

// Nur bei ja und nein: Veränderung des Anteils in Prozentpunkten, und der exakte Test von McNemar.
void ja_nein(string scalar gruppe, real matrix tafel, real scalar niveau)
{
    real colvector d
    real scalar n, se, weite, gewechselt
    d = J(tafel[1, 1] + tafel[2, 2], 1, 0) \ J(tafel[1, 2], 1, 100) \ J(tafel[2, 1], 1, -100)
    n = rows(d)
    if (n < 2) return
    se = sqrt(variance(d) / n)
    weite = invttail(n - 1, (1 - niveau) / 2) * se
    zeile(gruppe, "veraenderung", mean(d))
    zeile(gruppe, "se", se)
    if (se > 0) {
        zeile(gruppe, "unten", mean(d) - weite)
        zeile(gruppe, "oben", mean(d) + weite)
    }
    gewechselt = tafel[1, 2] + tafel[2, 1]
    if (gewechselt > 0) zeile(gruppe, "mcnemar_p", min((1, 2 * binomial(gewechselt, min((tafel[1, 2], tafel[2, 1])), 0.5))))
}

void auswerten(string scalar gruppe, string matrix daten, string rowvector auspraegungen, real scalar ist_ja_nein, real scalar niveau)
{
    string matrix paare
    real matrix tafel
    real scalar i, j
    paare = select(daten, (daten[., 1] :!= "") :& (daten[., 2] :!= ""))
    haeufigkeiten(gruppe, "alle_vorher", daten[., 1], auspraegungen)
    haeufigkeiten(gruppe, "alle_nachher", daten[., 2], auspraegungen)
    haeufigkeiten(gruppe, "vorher", paare[., 1], auspraegungen)
    haeufigkeiten(gruppe, "nachher", paare[., 2], auspraegungen)
    tafel = J(cols(auspraegungen), cols(auspraegungen), 0)
    for (i = 1; i <= rows(tafel); i++) {
        for (j = 1; j <= cols(tafel); j++) {
            tafel[i, j] = sum((paare[., 1] :== auspraegungen[i]) :& (paare[., 2] :== auspraegungen[j]))
            zeile(gruppe, "von_" + auspraegungen[i] + "_nach_" + auspraegungen[j], tafel[i, j])
        }
    }
    zeile(gruppe, "unveraendert", trace(tafel))
    stuart_maxwell(gruppe, tafel)
    if (ist_ja_nein) ja_nein(gruppe, tafel, niveau)
}
end

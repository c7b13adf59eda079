mata:
// Unterschiede ohne Rundungsrauschen, damit gleiche gleich bleiben.
real colvector gerundet(real colvector v, real colvector n)
{
    real colvector d
    real scalar stellen
    d = n - v
    if (all(v :== floor(v)) & all(n :== floor(n))) return(d)
    stellen = 10^min((10, 14 - ceil(log10(max(abs(v \ n))))))
    return(sign(d) :* floor(abs(d) * stellen :+ 0.5) / stellen)
}

// Vorzeichen-Rang-Test nach Wilcoxon, ohne Unveränderte: exakt unter 50, sonst Näherung mit Stetigkeitskorrektur.
void rangtest(string scalar gruppe, real colvector alle)
{
    real colvector d, a, rang, wege
    real scalar i, n, v, r, k, u
    d = select(alle, alle :!= 0)
    n = rows(d)
    if (n == 0) return
    a = abs(d)
    rang = J(n, 1, .)
    for (i = 1; i <= n; i++) rang[i] = sum(a :< a[i]) + (sum(a :== a[i]) + 1) / 2
    v = sum(rang :* (d :> 0))
    zeile(gruppe, "rang_v", v)
    if (n < 50) {
        wege = J(1, 1, 1)
        for (i = 1; i <= n; i++) {
            r = round(2 * rang[i])
            wege = (wege \ J(r, 1, 0)) + (J(r, 1, 0) \ wege)
        }
        k = round(2 * min((v, sum(rang) - v)))
        zeile(gruppe, "rang_p", min((1, 2 * sum(wege[|1 \ k + 1|]) / 2^n)))
    }
    else {
        u = v - sum(rang) / 2
        zeile(gruppe, "rang_p", 2 * normal(-abs((u - sign(u) / 2) / sqrt(sum(rang:^2) / 4))))
    }
}

real scalar hodges_lehmann(real colvector d)
{
    real colvector mittel
    real scalar i, n, bis
    n = rows(d)
    mittel = J(n * (n + 1) / 2, 1, .)
    bis = 0
    for (i = 1; i <= n; i++) {
        mittel[|bis + 1 \ bis + n - i + 1|] = (d[|i \ n|] :+ d[i]) / 2
        bis = bis + n - i + 1
    }
    return(quantil7(mittel, 0.5))
}

// Perzentil-Intervall aus Stichproben von Paaren; Zufallszahlen nach Wichmann und Hill, wie in R.
void bootstrap(string scalar gruppe, real colvector d, real scalar stichproben, real scalar startwert, real scalar niveau)
{
    real colvector mittel
    real scalar n, i, j, x, y, z, s
    n = rows(d)
    if (n < 2) return
    x = mod(startwert, 30268) + 1
    y = mod(7 * startwert, 30306) + 1
    z = mod(49 * startwert, 30322) + 1
    mittel = J(stichproben, 1, .)
    for (i = 1; i <= stichproben; i++) {
        s = 0
        for (j = 1; j <= n; j++) {
            x = mod(171 * x, 30269)
            y = mod(172 * y, 30307)
            z = mod(170 * z, 30323)
            s = s + d[floor(mod(x / 30269 + y / 30307 + z / 30323, 1) * n) + 1]
        }
        mittel[i] = s / n
    }
    mittel = sort(mittel, 1)
    zeile(gruppe, "bootstrap_unten", stelle(mittel, (1 - niveau) / 2))
    zeile(gruppe, "bootstrap_oben", stelle(mittel, (1 + niveau) / 2))
}

// Quantil zwischen Nachbarn auf der Skala der Normalverteilung.
real scalar stelle(real colvector sortiert, real scalar anteil)
{
    real scalar plaetze, k, anfang
    plaetze = rows(sortiert) + 1
    k = floor(plaetze * anteil)
    if (k < 1) return(sortiert[1])
    if (k >= rows(sortiert)) return(sortiert[rows(sortiert)])
    anfang = invnormal(k / plaetze)
    return(sortiert[k] + (invnormal(anteil) - anfang) / (invnormal((k + 1) / plaetze) - anfang) * (sortiert[k + 1] - sortiert[k]))
}

void stand(string scalar gruppe, string scalar name, real matrix werte, real scalar ist_anteil)
{
    real matrix da
    da = select(werte, werte[., 1] :< .)
    lage(gruppe, name, da[., 1])
    if (rows(da) == 0) return
    if (ist_anteil) {
        zeile(gruppe, "teile_" + name, sum(da[., 2]))
        zeile(gruppe, "basis_" + name, sum(da[., 3]))
        zeile(gruppe, "anteil_" + name, 100 * sum(da[., 2]) / sum(da[., 3]))
    }
    else zeile(gruppe, "summe_" + name, sum(da[., 1]))
}

// Wie ttest nachher == vorher.
void pruefe(string scalar gruppe, string scalar name, real scalar mittel, real scalar se, real scalar n, real scalar niveau)
{
    if (se == 0) return
    zeile(gruppe, name + "unten", mittel - invttail(n - 1, (1 - niveau) / 2) * se)
    zeile(gruppe, name + "oben", mittel + invttail(n - 1, (1 - niveau) / 2) * se)
    zeile(gruppe, name + "t", mittel / se)
    zeile(gruppe, name + "df", n - 1)
    zeile(gruppe, name + "p", 2 * ttail(n - 1, abs(mittel / se)))
}

// Spalten: Wert, Teil und Basis vorher, dieselben nachher.
void auswerten(string scalar gruppe, real matrix daten, real scalar ist_anteil, real scalar niveau, real scalar stichproben, real scalar startwert)
{
    real matrix paare
    real colvector v, n, d, fest
    real scalar se
    paare = select(daten, (daten[., 1] :< .) :& (daten[., 4] :< .))
    stand(gruppe, "alle_vorher", daten[., (1, 2, 3)], ist_anteil)
    stand(gruppe, "alle_nachher", daten[., (4, 5, 6)], ist_anteil)
    stand(gruppe, "vorher", paare[., (1, 2, 3)], ist_anteil)
    stand(gruppe, "nachher", paare[., (4, 5, 6)], ist_anteil)
    if (rows(paare) < 2) return
    v = paare[., 1]
    n = paare[., 4]
    d = n - v
    fest = gerundet(v, n)
    se = sqrt(variance(d)) / sqrt(rows(d))
    if (se <= 1e-10 * max(abs(v \ n))) se = 0
    zeile(gruppe, "veraenderung", mean(d))
    zeile(gruppe, "sd", sqrt(variance(d)))
    zeile(gruppe, "se", se)
    pruefe(gruppe, "", mean(d), se, rows(d), niveau)
    zeile(gruppe, "median_veraenderung", quantil7(d, 0.5))
    zeile(gruppe, "hodges_lehmann", hodges_lehmann(fest))
    zeile(gruppe, "gestiegen", sum(fest :> 0))
    zeile(gruppe, "gefallen", sum(fest :< 0))
    zeile(gruppe, "unveraendert", sum(fest :== 0))
    rangtest(gruppe, fest)
    bootstrap(gruppe, d, stichproben, startwert, niveau)
    if (se > 0) zeile(gruppe, "d_z", mean(d) / sqrt(variance(d)))
    zeile(gruppe, "d_av", mean(d) / sqrt((variance(v) + variance(n)) / 2))
}
end

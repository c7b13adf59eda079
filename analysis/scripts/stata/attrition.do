mata:
string rowvector teilnahmen()
{
    return(("first", "second", "stayed", "both"))
}

// Wer hätte antworten können (von) und wer hat es getan (ja), 0 oder 1.
void lies_teilnahme(string scalar name, real colvector von, real colvector ja)
{
    real matrix d
    d = st_data(., ("befragt_vorher", "befragt_nachher", "antwort_vorher", "antwort_nachher"))
    if (name == "first") {
        von = d[., 1]
        ja = d[., 3]
    }
    else if (name == "second") {
        von = d[., 2]
        ja = d[., 4]
    }
    else if (name == "stayed") {
        von = d[., 3] :& d[., 2]
        ja = d[., 4]
    }
    else {
        von = d[., 1] :& d[., 2]
        ja = d[., 3] :& d[., 4]
    }
}

// Wie viele von denen, die konnten, geantwortet haben; Intervall nach Wilson.
void ruecklauf(string scalar gruppe, real colvector dabei, real scalar niveau)
{
    real colvector von, ja
    string rowvector namen
    real scalar i, n, k, z, mitte, weite
    zeile(gruppe, "befragte", sum(dabei))
    namen = teilnahmen()
    z = invnormal((1 + niveau) / 2)
    for (i = 1; i <= cols(namen); i++) {
        lies_teilnahme(namen[i], von, ja)
        n = sum(dabei :& von)
        k = sum(dabei :& von :& ja)
        zeile(gruppe, "ja_" + namen[i], k)
        zeile(gruppe, "von_" + namen[i], n)
        if (n > 0) {
            mitte = k / n + z^2 / (2 * n)
            weite = z * sqrt(k / n * (1 - k / n) / n + z^2 / (4 * n^2))
            zeile(gruppe, "anteil_" + namen[i], k / n)
            zeile(gruppe, "unten_" + namen[i], (mitte - weite) / (1 + z^2 / n))
            zeile(gruppe, "oben_" + namen[i], (mitte + weite) / (1 + z^2 / n))
        }
    }
}

// Ob sich die Klassen eines Merkmals unterscheiden; gibt p zurück.
real scalar chi_quadrat(string scalar merkmal, string scalar name, string colvector klasse, real colvector ja)
{
    string colvector klassen
    real matrix tafel, erwartet
    real colvector darin
    real scalar i, chi2, p
    klassen = uniqrows(klasse)
    if (rows(klassen) < 2 | sum(ja) == 0 | sum(ja) == rows(ja)) return(.)
    tafel = J(rows(klassen), 2, 0)
    for (i = 1; i <= rows(klassen); i++) {
        darin = klasse :== klassen[i]
        tafel[i, 1] = sum(darin :& ja)
        tafel[i, 2] = sum(darin) - tafel[i, 1]
    }
    erwartet = rowsum(tafel) * colsum(tafel) / rows(ja)
    chi2 = sum((tafel - erwartet):^2 :/ erwartet)
    p = chi2tail(rows(tafel) - 1, chi2)
    zeile(merkmal, "chi2_" + name, chi2)
    zeile(merkmal, "df_" + name, rows(tafel) - 1)
    zeile(merkmal, "p_" + name, p)
    zeile(merkmal, "v_" + name, sqrt(chi2 / rows(ja)))
    zeile(merkmal, "erwartet_genug_" + name, mean(vec(erwartet :< 5)) <= 0.2 & min(erwartet) >= 1)
    return(p)
}

real rowvector holm(real rowvector p)
{
    real rowvector ergebnis
    real colvector ordnung
    real scalar i, m, hoechstes
    ergebnis = p
    m = sum(p :< .)
    ordnung = order(p', 1)
    hoechstes = 0
    for (i = 1; i <= m; i++) {
        hoechstes = max((hoechstes, min((1, (m - i + 1) * p[ordnung[i]]))))
        ergebnis[ordnung[i]] = hoechstes
    }
    return(ergebnis)
}

// Rangsummentest: exakt, wo beide Gruppen unter 50 sind, auch mit Bindungen; sonst Näherung mit Stetigkeitskorrektur.
real scalar rangsummentest(real colvector a, real colvector b)
{
    real colvector x, rang, gleiche
    real rowvector summen
    real matrix wege
    real scalar i, n, m, alle, summe, bis, r, u
    x = a \ b
    n = rows(a)
    m = rows(b)
    alle = n + m
    if (min(x) == max(x)) return(.)
    rang = gleiche = J(alle, 1, .)
    for (i = 1; i <= alle; i++) {
        gleiche[i] = sum(x :== x[i])
        rang[i] = sum(x :< x[i]) + (gleiche[i] + 1) / 2
    }
    summe = sum(rang[|1 \ n|])
    if (n < 50 & m < 50) {
        bis = round(2 * sum(rang))
        wege = J(n + 1, bis + 1, 0)
        wege[1, 1] = 1
        for (i = 1; i <= alle; i++) {
            r = round(2 * rang[i])
            wege[|2, r + 1 \ n + 1, bis + 1|] = wege[|2, r + 1 \ n + 1, bis + 1|] + wege[|1, 1 \ n, bis + 1 - r|]
        }
        summen = (0..bis)
        return(sum(wege[n + 1, .] :* (abs(summen :- n * (alle + 1)) :>= abs(2 * summe - n * (alle + 1)))) / comb(alle, n))
    }
    u = summe - n * (alle + 1) / 2
    return(2 * normal(-abs((u - sign(u) / 2) / sqrt(n * m / 12 * (alle + 1 - sum(gleiche:^2 :- 1) / (alle * (alle - 1)))))))
}

// Ob sich eine Zahl zwischen denen, die geantwortet haben, und denen, die es nicht haben, unterscheidet. Nicht unter drei.
void unterschied(string scalar gruppe, string scalar name, real colvector a, real colvector b)
{
    real scalar va, vb, d
    if (rows(a) < 3 | rows(b) < 3) return
    zeile(gruppe, "n_ja_" + name, rows(a))
    zeile(gruppe, "mittel_ja_" + name, mean(a))
    zeile(gruppe, "median_ja_" + name, quantil7(a, 0.5))
    zeile(gruppe, "n_nein_" + name, rows(b))
    zeile(gruppe, "mittel_nein_" + name, mean(b))
    zeile(gruppe, "median_nein_" + name, quantil7(b, 0.5))
    va = variance(a)
    vb = variance(b)
    d = mean(a) - mean(b)
    if (va + vb > 0) {
        zeile(gruppe, "std_differenz_" + name, d / sqrt((va + vb) / 2))
        va = va / rows(a)
        vb = vb / rows(b)
        zeile(gruppe, "welch_p_" + name, 2 * ttail((va + vb)^2 / (va^2 / (rows(a) - 1) + vb^2 / (rows(b) - 1)), abs(d) / sqrt(va + vb)))
    }
    zeile(gruppe, "rang_p_" + name, rangsummentest(a, b))
}

// Was ein Logit weiß: den Logarithmus der Einwohner und eine Klasse; Bezug ist die Klasse mit den meisten. Ein Merkmal, das
// von niemandem bekannt ist, bleibt weg; wem sonst eines fehlt, der ist nicht dabei.
void entwirf(real colvector konnten, string colvector klasse, real colvector dabei, real matrix X, string rowvector namen)
{
    real colvector zahl
    string colvector k, klassen
    real scalar i, bezug, mit_zahl, mit_klasse
    zahl = ln(st_data(., "einwohner"))
    mit_zahl = sum(konnten :& (zahl :< .)) > 0
    mit_klasse = sum(konnten :& (klasse :!= "")) > 0
    dabei = konnten
    if (mit_zahl) dabei = dabei :& (zahl :< .)
    if (mit_klasse) dabei = dabei :& (klasse :!= "")
    X = J(sum(dabei), 1, 1)
    namen = "konstante"
    if (mit_zahl) {
        X = X, select(zahl, dabei)
        namen = namen, "ln_einwohner"
    }
    if (mit_klasse) {
        k = select(klasse, dabei)
        klassen = uniqrows(k)
        bezug = 1
        for (i = 2; i <= rows(klassen); i++) if (sum(k :== klassen[i]) > sum(k :== klassen[bezug])) bezug = i
        for (i = 1; i <= rows(klassen); i++) {
            if (i != bezug) {
                X = X, (k :== klassen[i])
                namen = namen, "regierungsbezirk_" + klassen[i]
            }
        }
    }
}

// Wie logit y x, bis sich nichts mehr bewegt.
void schaetze(real colvector y, real matrix X, real colvector b, real matrix V)
{
    real colvector p, schritt
    real scalar i
    b = J(cols(X), 1, 0)
    for (i = 1; i <= 100; i++) {
        p = invlogit(X * b)
        schritt = invsym(cross(X, p :* (1 :- p), X)) * cross(X, y - p)
        b = b + schritt
        if (max(abs(schritt)) <= 1e-12 * max((1 \ abs(b)))) break
    }
    p = invlogit(X * b)
    V = invsym(cross(X, p :* (1 :- p), X))
}

void logitmodell(string scalar name, real scalar niveau)
{
    real colvector von, ja, dabei, y, p, b
    real matrix X, V
    string rowvector namen
    string scalar gruppe
    real scalar i, n, k, leer, chi2, df, se, z
    lies_teilnahme(name, von, ja)
    entwirf(von, st_sdata(., "logit_regierungsbezirk"), dabei, X, namen)
    y = select(ja, dabei)
    schaetze(y, X, b, V)
    p = invlogit(X * b)
    n = rows(y)
    k = sum(y)
    leer = k * ln(k / n) + (n - k) * ln(1 - k / n)
    chi2 = max((0, 2 * (sum(y :* ln(p) + (1 :- y) :* ln(1 :- p)) - leer)))
    df = cols(X) - 1
    gruppe = "logit_" + name
    zeile(gruppe, "n", n)
    zeile(gruppe, "ja", k)
    zeile(gruppe, "ohne", sum(von) - n)
    zeile(gruppe, "chi2", chi2)
    zeile(gruppe, "df", df)
    zeile(gruppe, "p", df > 0 ? chi2tail(df, chi2) : 1)
    zeile(gruppe, "r2", -chi2 / (2 * leer))
    z = invnormal((1 + niveau) / 2)
    for (i = 1; i <= cols(X); i++) {
        se = sqrt(V[i, i])
        zeile(gruppe + ":" + namen[i], "koeffizient", b[i])
        zeile(gruppe + ":" + namen[i], "se", se)
        zeile(gruppe + ":" + namen[i], "chance", exp(b[i]))
        zeile(gruppe + ":" + namen[i], "unten", exp(b[i] - z * se))
        zeile(gruppe + ":" + namen[i], "oben", exp(b[i] + z * se))
        zeile(gruppe + ":" + namen[i], "p", 2 * normal(-abs(b[i] / se)))
    }
}

// Reihum an jeden Rand, bis keiner um mehr als ein Milliardstel abweicht; bei einem Rand ist das die Nachschichtung.
real colvector nach_raendern(string matrix klassen, real colvector paar)
{
    string matrix ist
    string colvector k
    real colvector gewicht, faktor, darin
    real scalar i, j, soll, abweichung
    ist = select(klassen, paar)
    gewicht = J(rows(ist), 1, 1)
    do {
        for (j = 1; j <= cols(ist); j++) {
            k = uniqrows(klassen[., j])
            faktor = J(rows(ist), 1, 1)
            for (i = 1; i <= rows(k); i++) {
                darin = ist[., j] :== k[i]
                soll = sum(klassen[., j] :== k[i])
                faktor = faktor + darin :* (soll / sum(gewicht :* darin) - 1)
            }
            gewicht = gewicht :* faktor
        }
        abweichung = 0
        for (j = 1; j <= cols(ist); j++) {
            k = uniqrows(klassen[., j])
            for (i = 1; i <= rows(k); i++) {
                soll = sum(klassen[., j] :== k[i])
                abweichung = max((abweichung, abs(sum(gewicht :* (ist[., j] :== k[i])) / soll - 1)))
            }
        }
    } while (abweichung > 1e-9)
    return(gewicht)
}

// Gewichte derer, die beide Wellen beantwortet haben, für alle, die in beiden befragt wurden.
void gewichte(string scalar verfahren, string rowvector spalten, real scalar kappen_bei)
{
    real colvector von, ja, bekannt, paar, voll, gewicht, b, darin
    real matrix X, V
    string matrix klassen
    string colvector k
    string rowvector namen
    real scalar i, j, grenze, effekt
    lies_teilnahme("both", von, ja)
    klassen = st_sdata(., spalten)
    if (verfahren == "ipw") {
        entwirf(von, klassen[., 1], bekannt, X, namen)
        paar = select(ja, bekannt)
        schaetze(paar, X, b, V)
        voll = select(1 :/ invlogit(X * b), paar)
        grenze = quantil7(voll, kappen_bei)
        gewicht = rowmin((voll, J(rows(voll), 1, grenze)))
    }
    else {
        bekannt = von
        for (j = 1; j <= cols(klassen); j++) bekannt = bekannt :& (klassen[., j] :!= "")
        paar = select(ja, bekannt)
        gewicht = nach_raendern(select(klassen, bekannt), paar)
    }
    klassen = select(klassen, bekannt)
    effekt = rows(gewicht) * sum(gewicht:^2) / sum(gewicht)^2
    zeile(verfahren, "befragte", sum(bekannt))
    zeile(verfahren, "paare", sum(paar))
    zeile(verfahren, "ohne", sum(von) - sum(bekannt))
    zeile(verfahren, "designeffekt", effekt)
    zeile(verfahren, "n_effektiv", rows(gewicht) / effekt)
    zeile(verfahren, "kleinstes", min(gewicht))
    zeile(verfahren, "groesstes", max(gewicht))
    if (verfahren == "ipw") {
        zeile(verfahren, "grenze", grenze)
        zeile(verfahren, "gekappt", sum(voll :> grenze))
        zeile(verfahren, "behalten", sum(gewicht) / sum(voll))
    }
    for (j = 1; j <= cols(spalten); j++) {
        k = uniqrows(klassen[., j])
        for (i = 1; i <= rows(k); i++) {
            if (k[i] != "") {
                darin = klassen[., j] :== k[i]
                zeile(spalten[j] + ":" + k[i], "alle", mean(darin))
                zeile(spalten[j] + ":" + k[i], "paare", mean(select(darin, paar)))
                zeile(spalten[j] + ":" + k[i], "gewichtet", sum(gewicht :* select(darin, paar)) / sum(gewicht))
            }
        }
    }
}

void auswerten(string rowvector merkmale, string rowvector modelle, real scalar niveau)
{
    real colvector von, ja, vorher, nachher, zahl, bekannt
    real rowvector p, berichtigt
    string rowvector namen
    string colvector klasse, klassen
    real scalar i, j
    lies_teilnahme("first", von, vorher)
    lies_teilnahme("second", von, nachher)
    zeile("insgesamt", "beide", sum(vorher :& nachher))
    zeile("insgesamt", "nur_vorher", sum(vorher) - sum(vorher :& nachher))
    zeile("insgesamt", "nur_nachher", sum(nachher) - sum(vorher :& nachher))
    zeile("insgesamt", "keine", rows(vorher) - sum(vorher :| nachher))
    ruecklauf("insgesamt", J(rows(vorher), 1, 1), niveau)
    for (j = 1; j <= cols(merkmale); j++) {
        klasse = st_sdata(., merkmale[j])
        klassen = uniqrows(klasse)
        for (i = 1; i <= rows(klassen); i++) ruecklauf(merkmale[j] + ":" + klassen[i], klasse :== klassen[i], niveau)
    }
    namen = teilnahmen()
    zahl = st_data(., "einwohner")
    for (i = 1; i <= cols(namen); i++) {
        lies_teilnahme(namen[i], von, ja)
        p = J(1, cols(merkmale), .)
        for (j = 1; j <= cols(merkmale); j++) p[j] = chi_quadrat(merkmale[j], namen[i], select(st_sdata(., merkmale[j]), von), select(ja, von))
        berichtigt = holm(p)
        for (j = 1; j <= cols(merkmale); j++) if (p[j] < .) zeile(merkmale[j], "p_holm_" + namen[i], berichtigt[j])
        bekannt = von :& (zahl :< .)
        unterschied("einwohner", namen[i], select(zahl, bekannt :& ja), select(zahl, bekannt :& (ja :== 0)))
    }
    for (i = 1; i <= cols(modelle); i++) logitmodell(modelle[i], niveau)
}
end

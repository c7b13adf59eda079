mata:
// Die Angaben einer Gruppe; ohne Spalte alle.
string colvector angaben(string scalar name, string scalar gruppe, string scalar spalte)
{
    string colvector wert
    wert = st_sdata(., name)
    if (spalte == "") return(wert)
    return(select(wert, st_sdata(., spalte) :== gruppe))
}

// Wie viele es sind, und warum Angaben fehlen: das sagt die Spalte daneben.
void fehlende(string scalar name, string scalar spalte)
{
    string colvector wert, grund
    real colvector nahm_teil
    wert = st_sdata(., name)
    grund = st_sdata(., spalte)
    nahm_teil = st_data(., "_merge") :== 3
    zeile("insgesamt", "einheiten_" + name, rows(wert))
    zeile("insgesamt", "mit_angabe_" + name, sum(wert :!= ""))
    zeile("insgesamt", "leer_" + name, sum(nahm_teil :& (wert :== "") :& (grund :== "leer")))
    zeile("insgesamt", "nicht_vorhanden_" + name, sum(nahm_teil :& (wert :== "") :& (grund :== "nicht_vorhanden")))
    zeile("insgesamt", "keine_teilnahme_" + name, sum(!nahm_teil))
}

void zahlen(string scalar name, string scalar gruppe, string scalar spalte, real scalar ist_summe)
{
    real colvector x
    x = strtoreal(angaben(name, gruppe, spalte))
    x = select(x, x :< .)
    lage(gruppe, name, x)
    if (ist_summe) zeile(gruppe, "summe_" + name, sum(x))
}

// Wie oft etwas gewählt wurde: Anzahl, Prozent und Intervall nach Wilson.
void auswahl(string scalar name, string scalar gruppe, string scalar spalte, string rowvector auspraegungen, real scalar niveau)
{
    string colvector wert
    real scalar i, n, p, z, mitte, weite
    wert = angaben(name, gruppe, spalte)
    n = sum(wert :!= "")
    z = invnormal((1 + niveau) / 2)
    haeufigkeiten(gruppe, name, wert, auspraegungen)
    for (i = 1; i <= cols(auspraegungen); i++) {
        p = sum(wert :== auspraegungen[i]) / n
        mitte = p + z^2 / (2 * n)
        weite = z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
        zeile(gruppe, "prozent_" + name + "_" + auspraegungen[i], 100 * p)
        zeile(gruppe, "unten_" + name + "_" + auspraegungen[i], p == 0 ? 0 : 100 * (mitte - weite) / (1 + z^2 / n))
        zeile(gruppe, "oben_" + name + "_" + auspraegungen[i], p == 1 ? 100 : 100 * (mitte + weite) / (1 + z^2 / n))
    }
}
end

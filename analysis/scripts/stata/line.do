mata:
// Was von weniger als drei spricht, steht in den Dateien, nicht im Bericht und nicht hier.
void zeile(string scalar gruppe, string scalar groesse, real scalar wert)
{
    external string rowvector verdeckt
    if (anyof(verdeckt, gruppe + " " + groesse)) return
    printf("%s %s %s\n", gruppe, groesse, strofreal(wert, "%21.15g"))
}
end

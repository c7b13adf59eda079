mata:
void haeufigkeiten(string scalar gruppe, string scalar name, string colvector wert, string rowvector auspraegungen)
{
    real scalar i
    zeile(gruppe, "n_" + name, sum(wert :!= ""))
    for (i = 1; i <= cols(auspraegungen); i++) zeile(gruppe, name + "_" + auspraegungen[i], sum(wert :== auspraegungen[i]))
}
end

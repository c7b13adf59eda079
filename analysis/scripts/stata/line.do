mata:
void zeile(string scalar gruppe, string scalar groesse, real scalar wert)
{
    printf("%s %s %s\n", gruppe, groesse, strofreal(wert, "%21.15g"))
}
end

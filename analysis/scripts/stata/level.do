mata:
// Quantil vom Typ 7, wie in R.
real scalar quantil7(real colvector x, real scalar p)
{
    real colvector s
    real scalar h, k
    if (rows(x) == 0) return(.)
    s = sort(x, 1)
    h = (rows(s) - 1) * p + 1
    k = floor(h)
    if (k >= rows(s)) return(s[rows(s)])
    return(s[k] + (h - k) * (s[k + 1] - s[k]))
}

// Wo Angaben liegen.
void lage(string scalar gruppe, string scalar name, real colvector x)
{
    zeile(gruppe, "n_" + name, rows(x))
    if (rows(x) == 0) return
    zeile(gruppe, "mittel_" + name, mean(x))
    if (rows(x) > 1) zeile(gruppe, "sd_" + name, sqrt(variance(x)))
    zeile(gruppe, "median_" + name, quantil7(x, 0.5))
    zeile(gruppe, "q1_" + name, quantil7(x, 0.25))
    zeile(gruppe, "q3_" + name, quantil7(x, 0.75))
}
end

/** A word of statistics, and what it means to somebody who knows none. */
interface Term {
  term: string
  words: RegExp
  meaning: string
}

/** A word as a whole. */
const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u')

const term = (name: string, pattern: string, meaning: string): Term => ({ term: name, words: word(pattern), meaning })

/** All words of statistics that reports use, in the order of the alphabet, each in one plain sentence. */
export const terms: readonly Term[] = [
  term(
    '95-%-Intervall',
    '95-%-(?:Konfidenz)?[Ii]ntervalle?s?',
    'Zwischen diesen Grenzen liegt der wahre Wert, wenn man nach diesem Verfahren vorgeht, in 95 von 100 Fällen.',
  ),
  term(
    'Äquivalenztest',
    'Äquivalenztests?|TOST',
    'Fragt umgekehrt, ob die Veränderung sicher kleiner ist als das, was zählt; ein kleines p spricht hier dafür, dass sie zu klein ist.',
  ),
  term('BCa', 'BCa', 'Ein Intervall aus dem Bootstrap, dessen Grenzen um Schiefe und Verzerrung berichtigt sind.'),
  term(
    'Bootstrap',
    'Bootstraps?',
    'Aus den vorhandenen Antworten wird viele Male neu gezogen, um zu sehen, wie sehr ein Ergebnis vom Zufall abhängt.',
  ),
  term(
    'χ²',
    'χ²',
    'Ein Maß dafür, wie weit Häufigkeiten von denen abweichen, die ohne jeden Unterschied zu erwarten wären; in Klammern stehen die Freiheitsgrade.',
  ),
  term(
    'Cohens d',
    'Cohens d|d_z',
    'Die Veränderung, geteilt durch ihre Streuung: Ab etwa 0,2 nennt man sie klein, ab 0,5 mittel, ab 0,8 groß.',
  ),
  term('Cramérs V', 'Cramérs V', 'Wie stark zwei Merkmale zusammenhängen, von 0 (gar nicht) bis 1 (ganz).'),
  term(
    'Designeffekt',
    'Designeffekte?s?',
    'Um wie viel ungenauer Gewichte ein Ergebnis machen: Bei 2 sind doppelt so viele Antworten nötig wie ohne sie.',
  ),
  term(
    'Gewichte',
    'Gewichte?n?|[Gg]ewichtet|[Gg]ewichtung',
    'Wer Gruppen vertritt, aus denen wenige geantwortet haben, zählt mehr; wer aus einer Gruppe mit vielen Antworten ist, weniger.',
  ),
  term(
    'Hodges–Lehmann',
    'Hodges[–-]Lehmanns?',
    'Der mittlere Wert aller Mittel aus je zwei Veränderungen: Einzelne Ausreißer verschieben ihn kaum.',
  ),
  term(
    'Holm',
    'Holms?',
    'Wer vieles zugleich prüft, findet manches durch Zufall; nach Holm sind die p-Werte so erhöht, dass das unter allen Prüfungen zusammen selten bleibt.',
  ),
  term(
    'ipw',
    'ipw',
    'Gewichtet wird mit dem Kehrwert der geschätzten Wahrscheinlichkeit zu antworten: Wer so ist wie die, die oft fehlen, zählt mehr.',
  ),
  term(
    'Kipppunkt',
    'Kipppunkte?s?',
    'Um wie viel anders die Fehlenden sein müssten, damit vom Ergebnis nichts bliebe: Je weiter er entfernt ist, desto sicherer steht es.',
  ),
  term(
    'Logit',
    'Logits?',
    'Ein Modell, das schätzt, wie mehrere Merkmale zugleich die Wahrscheinlichkeit zu antworten verändern.',
  ),
  term(
    'McFaddens R²',
    'McFaddens R²',
    'Wie viel ein Modell gegenüber einem ohne Merkmale erklärt, von 0 (nichts) bis 1 (alles).',
  ),
  term(
    'McNemar',
    'McNemars?',
    'Prüft, ob bei denselben Befragten mehr von Nein zu Ja gewechselt sind als von Ja zu Nein.',
  ),
  term('Median', 'Mediane?s?', 'Der Wert in der Mitte: Die Hälfte liegt darunter, die Hälfte darüber.'),
  term(
    'Odds Ratio',
    'Odds Ratios?|OR',
    'Um welchen Faktor sich die Chance verändert, also Ja geteilt durch Nein: Über 1 steigt sie, unter 1 sinkt sie.',
  ),
  term(
    'p',
    'p',
    'Wie wahrscheinlich ein so großer oder größerer Unterschied durch Zufall wäre, wenn es in Wahrheit keinen gäbe.',
  ),
  term(
    'Quartil',
    'Quartile?n?',
    'Die Werte, unter denen ein Viertel, die Hälfte und drei Viertel der Antworten liegen.',
  ),
  term(
    'Raking',
    'Rakings?|Randanpassung',
    'Gewichte werden so lange angepasst, bis die Antworten in jedem einzelnen Merkmal so verteilt sind wie alle, die befragt wurden.',
  ),
  term(
    'Rang',
    'Rang|Mann[–-]Whitney',
    'Prüft anhand der Rangfolge der Werte, ob eine Gruppe meist höher liegt als die andere.',
  ),
  term(
    'Schranken',
    '[Ss]chranken',
    'Die äußersten Werte, die möglich sind, wenn über die Fehlenden gar nichts angenommen wird.',
  ),
  term(
    'Standardabweichung',
    'Standardabweichung(?:en)?',
    'Wie weit die Antworten im Mittel um ihren Mittelwert streuen.',
  ),
  term(
    'Standardfehler',
    'Standardfehlers?|SE',
    'Wie weit ein geschätzter Wert vom wahren durch Zufall im Mittel abweicht.',
  ),
  term(
    'standardisierte Differenz',
    'standardisierten? Differenz|std\\. Differenz',
    'Der Abstand zweier Mittel, geteilt durch die Streuung: So lassen sich Merkmale in verschiedenen Einheiten vergleichen.',
  ),
  term(
    'Stuart-Maxwell',
    'Stuart-Maxwell(?:-Test)?',
    'Prüft, ob sich bei denselben Befragten die Verteilung auf mehrere Antworten verschoben hat.',
  ),
  term(
    'Welch',
    'Welch(?:-Test)?',
    'Prüft, ob sich zwei Mittel unterscheiden, auch wenn die Gruppen verschieden groß sind und verschieden streuen.',
  ),
  term(
    'Wilcoxon',
    'Wilcoxons?(?:-Test)?|Vorzeichen-Rang-Test|signierte Ränge',
    'Prüft eine Veränderung anhand der Rangfolge statt der Größe: Ein einzelner Ausreißer entscheidet nicht.',
  ),
]

/** The words that stand in some texts, with what they mean. */
export const termsIn = (texts: readonly string[]): { term: string; meaning: string }[] => {
  const text = texts.join('\n')
  return terms.filter(({ words }) => words.test(text)).map(({ term: name, meaning }) => ({ term: name, meaning }))
}

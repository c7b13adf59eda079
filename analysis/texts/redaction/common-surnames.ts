/** Names of persons that are also words: alone, they are asked about even where somebody of the unit is called so. */
const list = `
  abend adler amt anger bach baer bauer baum beck becker berg bergmann bischof blum brand braun bruder buch burger decker
  dorn eich engel ernst fast feld fink fischer franz freund frey fromm fuchs fuerst gans gerber glaser graf gross gut haas
  hahn hammer hart hase haupt heim held herr herz hirsch hirt hoch hof hoffmann huber jaeger jung kaiser kaufmann keller kern
  kirsch klein koch koenig kopf kraft kramer krause kraus krebs kreis krieg krueger kuhn kurz lamm land lang lange laub lehmann
  lehrer lieb linde loewe mai mann maurer mayer meister metzger moser mueller neu neumann noll ort paul peter pfeiffer pohl
  probst rat rau reich reiter richter ritter rose roth sauer schaefer schmid schmidt schneider schreiber schulz schuster
  schwarz seiler sommer sonne spiegel stark stein sturm tag teufel vogel voll wagner weber wegner weiss wild winkler winter
  wirth wolf wunder zimmer zimmermann`

const surnames = new Set(list.trim().split(/\s+/))

export const isWordToo = (folded: string): boolean => surnames.has(folded)

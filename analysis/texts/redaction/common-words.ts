/**
 * Words that are a form of a name and say something else in German as well: all forms of all names were looked up in Debian's
 * word list (wngerman, 2016) and its older one. Of those found there, names that a text of an office can only mean as names
 * stay certain (`Aalen`, `Stuttgarter`); added are words and names of persons that the list lacks (`Asperger`, `Owen`).
 */
const nouns = `
  ahorn au berg bodensee forst graben hall hasel hausen haeusern hoefen kernen kirchen korb kuchen lauf mauer mengen moos
  riegel rosengarten stegen stein steinen vogt wald waldsee wangen wehr weiher weingarten widdern wildbad zimmern`
const otherWords = `
  aus bargen buchen empfingen engen gingen glatten keltern laufen leimen rot singen suessen weil weilen wieder winden`
/** Forms of names that are no such words themselves: `Bretten` is certain, `Bretter` is not. */
const derived = 'bergler bergs boeller boellern bretter brettern buecher buechern woerter woertern'
const persons = `
  asperger auer berger buehler forster haller hauser kerner owen reuter reuters rosenberg rosenberger rosenfeld
  singer staufer steiner sulzer weiler zeller`
const otherNames = 'enz wuestenrot'

const words = new Set([nouns, otherWords, derived, persons, otherNames].flatMap((list) => list.trim().split(/\s+/)))

/** `…, weil der Stadt das Geld fehlt`; churches are called St. Peter and St. Johann everywhere. */
const phrases = new Set(['weil der stadt', 'st peter', 'sankt peter', 'st johann', 'sankt johann'])

/** Whether a word or several, folded, say something else in German. */
export const isCommon = (folded: string): boolean => words.has(folded) || phrases.has(folded)

/** `Aus`, `Weil` and `Wieder` begin too many sentences to be asked about there: only their capital letter elsewhere says something. */
const openers = new Set(['aus', 'weil', 'wieder'])

export const opensSentences = (folded: string): boolean => openers.has(folded)

import { fold } from './words.ts'

const endings = ['er', 'ers', 'ern', 'erin', 'erinnen']

/**
 * A word of a name in all forms that people write it in, folded: `Stuttgart`, `Stuttgarts`, `Stuttgarter`; `Göppinger`,
 * `Karlsruher`, `Friedrichshafner`; with an umlaut `Filderstädter`, `Neuhäuser`.
 */
export function nameForms(word: string): Set<string> {
  const base = fold(word)
  const stems = [word, withUmlaut(word)].flatMap((one) => stemsOf(fold(one)))
  const nouns = /kreis$/.test(base) ? ['', 'es', 's', 'e', 'en'] : ['', 's']
  return new Set([
    ...nouns.map((ending) => base + ending),
    ...stems.flatMap((stem) => endings.map((ending) => stem + ending)),
  ])
}

function stemsOf(folded: string): string[] {
  const shorter = /e[nl]?$/.test(folded) ? [folded.replace(/en?$/, '')] : []
  const contracted = /[flmt]en$/.test(folded) ? [folded.replace(/en$/, 'n')] : []
  return [folded, ...shorter, ...contracted]
}

const umlauts: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü', au: 'äu' }

/** Its last stressed vowel as `Städter` and `Neuhäuser` have it. */
const withUmlaut = (word: string) =>
  word.replace(/(au|a|o|u)(?=[^aeiouäöü]+(?:en?)?$)/, (vowel) => umlauts[vowel] ?? vowel)

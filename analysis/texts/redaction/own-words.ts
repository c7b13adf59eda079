import { isAddress } from './find-persons.ts'
import { beginsSentence, surroundings } from './surroundings.ts'
import { everydayWords, Vocabulary } from './vocabulary.ts'
import { fold, isCapitalised, wordsOf } from './words.ts'

/** A text and the unit that it is from. */
export interface UnitText {
  unit: string
  text: string
}

const shortest = 3
/** Places end so; where such a word begins a sentence, its capital letter says something all the same. */
const placeEnding = /(?:ingen|hausen|hofen|stetten|weiler|bronn|felden|heim|bach)$/

/**
 * Words of a text that may be a name: somewhere in the texts of its unit capitalised where no sentence begins, nowhere in them small, and no
 * everyday ones. Each folded, with how it is spelled.
 */
function unusualWords(text: string, beside: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  const small = new Set<string>()
  for (const one of [text, ...beside]) {
    const around = surroundings(one, wordsOf(one))
    for (const [at, word] of around.words.entries()) {
      const { folded } = word
      if (!isCapitalised(word.text)) small.add(folded)
      else if (folded.length >= shortest && (placeEnding.test(folded) || !beginsSentence(around, at)))
        found.set(folded, word.text)
    }
  }
  const own = new Set(wordsOf(text).map(({ folded }) => folded))
  return new Map(
    [...found].filter(
      ([word]) => own.has(word) && !small.has(word) && !isAddress(word) && !everydayWords.isOrdinary(word),
    ),
  )
}

/** Words of a text that are a name if its unit writes them within a sentence, as they are spelled. */
export const capitalisedWords = (text: string): string[] =>
  wordsOf(text).flatMap((word) =>
    isCapitalised(word.text) && !everydayWords.isOrdinary(word.folded) ? [word.text] : [],
  )

/** What has to be known of the words of all units to tell which of this text only its unit writes: each word, and what it may be made of. */
export function wordsToLookUp(text: string, beside: readonly string[]): string[] {
  const all = new Set<string>()
  for (const spelled of unusualWords(text, beside).values()) {
    const word = spelled.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '')
    for (let start = 0; start <= word.length - shortest; start += 1)
      for (let end = start + shortest; end <= word.length; end += 1) {
        const part = word.slice(start, end)
        all.add(part).add(`${part}e`)
      }
  }
  return [...all]
}

/**
 * Capitalised words of a text that only its unit writes and that are no ordinary ones: Ortsteile, Träger, persons. Folded. What two units write is
 * ordinary, and so is what the unit itself writes in small letters.
 */
export function ownWordsOf(text: string, beside: readonly string[], shared: Iterable<string>): ReadonlySet<string> {
  return ownAmong(unusualWords(text, beside).keys(), [...shared].map(fold))
}

function ownAmong(words: Iterable<string>, shared: Iterable<string>): ReadonlySet<string> {
  const vocabulary = new Vocabulary(shared)
  return new Set([...words].filter((word) => !vocabulary.isOrdinary(word)))
}

/** The own words of all units whose texts are at hand. */
export function ownWords(texts: Iterable<UnitText>): ReadonlySet<string> {
  const units = new Map<string, string>()
  for (const { unit, text } of texts) units.set(unit, `${units.get(unit) ?? ''}\n${text}`)
  const writers = new Map<string, string>()
  const shared = new Set<string>()
  for (const [unit, text] of units)
    for (const { folded } of wordsOf(text)) {
      if ((writers.get(folded) ?? unit) === unit) writers.set(folded, unit)
      else shared.add(folded)
    }
  return ownAmong(
    [...units.values()].flatMap((text) => [...unusualWords(text, []).keys()]),
    shared,
  )
}

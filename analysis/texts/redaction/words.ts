/** A word of a text, where it stands, and as it is looked up. */
export interface Word {
  start: number
  end: number
  text: string
  folded: string
}

/** Letters; a word that was divided at the end of a line is one. */
const pattern = /\p{L}[\p{L}\p{M}\u00AD]*(?:-[ \t]*\r?\n[ \t]*\p{Ll}[\p{L}\p{M}]*)?/gu

/** The words of a text in order. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    folded: fold(match[0]),
  }))

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** In small letters and without umlauts, as who has none on the keyboard writes: `Göppingen`, `GOEPPINGEN` → `goeppingen`. */
export function fold(word: string): string {
  const small = word.normalize('NFC').toLowerCase()
  return /^[a-z]*$/.test(small) ? small : small.replace(/[äöüß]|[\u00AD\s-]/g, (sign) => spelled[sign] ?? '')
}

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word)

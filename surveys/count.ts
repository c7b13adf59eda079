/** Why a text could not be read as a whole number, with what the writer may have meant. */
export type CountProblem =
  | { code: 'negative' }
  | { code: 'fraction' }
  | { code: 'ambiguous' }
  | { code: 'approximate'; whole: number }
  | { code: 'placeholder' }
  | { code: 'tooLarge' }
  | { code: 'notANumber' }

export type ReadCount =
  | { state: 'given'; value: number }
  | { state: 'blank' }
  | { state: 'unreadable'; problem: CountProblem }

const blanks = /[\s\u00a0\u2007\u2009\u202f]+/g
const grouped = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?: \d{3})+$|^\d{1,3}(?:['’]\d{3})+$/
const placeholder =
  /^(?:[-–—/?x.]+|k\. ?a\.?|ka|n\. ?v\.?|n\/a|keine angaben?|unbekannt|nicht bekannt|liegt nicht vor)$/i
const largest = 999_999_999

const unreadable = (problem: CountProblem): ReadCount => ({ state: 'unreadable', problem })

/**
 * Reads a whole number as people in Germany type it: `1.234`, `1 234`, `120,0`, `12 Personen`.
 * What cannot be read for certain is not guessed: `1.5` may be 1,5 or a slip for 15.
 */
export function readCount(raw: string): ReadCount {
  if (/^\d{1,9}$/.test(raw)) return { state: 'given', value: Number(raw) }
  const text = raw.normalize('NFKC').replace(blanks, ' ').trim()
  if (text === '') return { state: 'blank' }
  if (text.length > 64) return unreadable({ code: 'notANumber' })
  if (placeholder.test(text)) return unreadable({ code: 'placeholder' })
  if (/^[-–−] ?[\d.]+$/.test(text)) return unreadable({ code: 'negative' })
  const plain = text.replace(/ ?(?:personen|person|pers\.)$/i, '').replace(/,0+$/, '')
  if (/^\d+$/.test(plain) || grouped.test(plain)) {
    const value = Number(plain.replace(/\D/g, ''))
    return value > largest ? unreadable({ code: 'tooLarge' }) : { state: 'given', value }
  }
  const about = /^(?:ca\.?|circa|etwa|ungefähr|rund|über|unter|[~≈<>]) ?(\d{1,9})$/i.exec(plain)
  if (about) return unreadable({ code: 'approximate', whole: Number(about[1]) })
  if (/^[\d.]*\d,\d+$/.test(plain)) return unreadable({ code: 'fraction' })
  if (/^\d+\.\d+$/.test(plain)) return unreadable({ code: 'ambiguous' })
  return unreadable({ code: 'notANumber' })
}

/** `1234` as Germans write it: `1.234`. */
export function formatCount(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.')
}

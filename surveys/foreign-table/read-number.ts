/** Which sign parts the decimals of a file's numbers; undefined where it writes both ways. */
export type Notation = ',' | '.' | undefined

/** A number as a form keeps it, or why it is none for certain; undefined of all that is no number. */
export type ReadFigure = { value: string; percent: boolean } | { fault: string } | undefined

const written = /^(?:[-–−] ?)?(?:\d+|\d{1,3}([.,' ’])\d{3}(?:\1\d{3})*)(?:[.,]\d+)?(?: ?%)?$/
/** Keys of places and accounts begin so, and months read like decimals. */
const noNumber = /^0\d|^(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d$/

/** By what a number can be read in one way only: `1.234,5` and `0,25` are German, `1,234.5` and `0.25` English; `1.234` may be either. */
const signs = {
  ',': /\.\d{3},\d|\d\.\d{3}\.\d|^-?(?:0|\d{4,}),\d|^-?\d+,(?:\d{1,2}|\d{4,})(?!\d)/,
  '.': /,\d{3}\.\d|\d,\d{3},\d|^-?(?:0|\d{4,})\.\d|^-?\d+\.(?:\d{1,2}|\d{4,})(?!\d)/,
} as const

/** How a file writes its numbers. Where none says, as Germans do: that is who is asked here. */
export function notationOf(texts: Iterable<string>): Notation {
  let [german, english] = [false, false]
  for (const text of texts) {
    const digits = digitsOf(text)
    if (digits === undefined) continue
    german ||= signs[','].test(digits)
    english ||= signs['.'].test(digits)
  }
  return german && english ? undefined : english ? '.' : ','
}

/** Reads what a cell shows. `isShare`: a spreadsheet keeps 0,25 and shows 25 %. */
export function readFigure(text: string, notation: Notation, isShare = false): ReadFigure {
  const digits = digitsOf(text)
  if (digits === undefined) return undefined
  const decimal = decimalOf(digits, notation)
  if (decimal === 'unclear')
    return {
      fault: `„${text.trim()}“ ist nicht sicher zu lesen: In der Datei stehen deutsche und englische Zahlen. Bitte schreiben Sie die Zahl ohne Zeichen zwischen den Tausendern.`,
    }
  const [whole = '', places = ''] = decimal === '' ? [digits] : digits.split(decimal)
  const exact = Number(`${whole.replaceAll(/[.,]/g, '')}.${places || '0'}`) * (isShare ? 100 : 1)
  if (Math.abs(exact) >= 1e15) return undefined
  return { value: typed(exact), percent: isShare || text.includes('%') }
}

/** As a form keeps numbers. What is worked out in a spreadsheet is not exact to the last digit. */
export const typed = (number: number): string => String(Number(number.toFixed(6))).replace('.', ',')

/** The digits of a number with points and commas only; undefined of all else. */
function digitsOf(text: string): string | undefined {
  const shown = text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ').trim()
  if (!written.test(shown) || noNumber.test(shown)) return undefined
  return shown.replaceAll(/[ '’%]/g, '').replace(/^[–−]/, '-')
}

/** The sign before the decimals of a number, or '' where it has none. */
function decimalOf(digits: string, notation: Notation): '' | ',' | '.' | 'unclear' {
  if (!/[.,]/.test(digits)) return ''
  for (const sign of [',', '.'] as const) if (signs[sign].test(digits)) return digits.includes(sign) ? sign : ''
  if (notation === undefined) return 'unclear'
  return digits.includes(notation) ? notation : ''
}

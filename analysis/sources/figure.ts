import { type MissingReason, missingReasons } from './missing.ts'

/** What stands in a cell: a number, or the reason why there is none. */
export interface Figure {
  value: number | null
  missing: MissingReason | null
  /** The source says itself that the number is of limited use. */
  uncertain: boolean
}

export interface NumberStyle {
  decimal: ',' | '.'
  /** Whether thousands may be set apart: `1.234` or `1,234`, always also `1 234`. */
  grouped: boolean
}

const lacking = new Map<string, Figure>(
  missingReasons.flatMap(({ code, symbols }) => symbols.map((symbol): [string, Figure] => [symbol, absent(code)])),
)

export function absent(missing: MissingReason): Figure {
  return Object.freeze({ value: null, missing, uncertain: false })
}

export function given(value: number, uncertain = false): Figure {
  return { value, missing: null, uncertain }
}

const blanks = /[\s\u00a0\u2007\u2009\u202f]+/g
/** Beyond this a number would silently be another one. */
const mostDigits = 15

/** Text of a cell → what it says. A text that is neither number nor symbol comes back as a sentence. */
export function readFigure(text: string, { decimal, grouped }: NumberStyle): Figure | string {
  if (/^\d{1,15}$/.test(text)) return given(Number(text))
  const trimmed = text.replace(blanks, ' ').trim()
  const symbol = lacking.get(trimmed)
  if (symbol !== undefined) return symbol
  const bracketed = /^\((.*)\)$/.exec(trimmed)?.[1]?.trim()
  const number = (bracketed ?? trimmed).replace(/^[−–]/, '-')
  if (!(decimal === ',' ? german : english)[grouped ? 'grouped' : 'plain'].test(number)) {
    return unreadable(trimmed, decimal)
  }
  const plain = number
    .replaceAll(' ', '')
    .replaceAll(decimal === ',' ? '.' : ',', '')
    .replace(',', '.')
  if (plain.replace(/\D/g, '').length > mostDigits) return `„${trimmed.slice(0, 40)}“ hat zu viele Ziffern.`
  return given(Number(plain), bracketed !== undefined)
}

const german = {
  plain: /^[+-]?\d+(?:,\d+)?$/,
  grouped: /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)(?:,\d+)?$/,
}
const english = {
  plain: /^[+-]?\d+(?:\.\d+)?$/,
  grouped: /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.\d+)?$/,
}

function unreadable(text: string, decimal: ',' | '.'): string {
  const shown = `„${text.slice(0, 40)}“`
  if (/^[+-]?[\d.,]*\d$/.test(text)) {
    return `${shown} ist nicht eindeutig: In dieser Datei ist ${decimal === ',' ? 'das Komma' : 'der Punkt'} das Dezimalzeichen.`
  }
  return `${shown} ist keine Zahl und keines der Zeichen für fehlende Werte (- . ... / x *).`
}

/** The decimal sign that a number shows, where files never set thousands apart; undefined for whole numbers. */
export function decimalSignOf(text: string): ',' | '.' | undefined {
  const sign = /\d([,.])\d+$/.exec(text)?.[1]
  return sign === ',' || sign === '.' ? sign : undefined
}

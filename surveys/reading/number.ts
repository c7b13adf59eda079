import { isPlaceholder, plainText } from './typed-text.ts'

/** Why a text could not be read as a number, with what the writer may have meant. */
export type NumberProblem =
  | { code: 'negative' }
  | { code: 'fraction' }
  | { code: 'commaAmongThousands'; meant: readonly number[] }
  | { code: 'ambiguous' }
  | { code: 'ambiguousDecimal'; whole: number; fraction: number; rounded: boolean }
  | { code: 'tooPrecise' }
  | { code: 'approximate'; number: number }
  | { code: 'lookAlike'; number: number }
  | { code: 'placeholder'; whole: boolean }
  | { code: 'tooLarge' }
  | { code: 'overHundred'; meant?: number }
  | { code: 'notANumber' }
  | { code: 'notADecimal' }

type ReadNumber =
  | { state: 'given'; value: number }
  | { state: 'blank' }
  | { state: 'unreadable'; problem: NumberProblem }

/** What kind of number is asked for. */
export interface NumberForm {
  /** Whole numbers only, with dots between the thousands. */
  whole: boolean
  /** At most 100. */
  percent: boolean
  /** What may stand behind the number. */
  unit: RegExp
}

/** A number that begins with 0 has no thousands to part: `0.123` is no 123. */
const whole = /^\d+$|^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+|(?:['’]\d{3})+)$/
/** `120²`: what a footnote leaves is no digit, though it would become one. */
const noDigit = /\p{No}/u
/** As others part thousands. */
const englishWhole = /^[1-9]\d{0,2}(?:,\d{3})+$/
const about = /^(?:ca\.?|circa|etwa|ungefähr|rund|über|unter|[~≈<>]) ?(?=\d)/i
const largest = 999_999_999
/** How many places a number has at most. */
export const decimals = 2

const given = (value: number): ReadNumber => ({ state: 'given', value })
const unreadable = (problem: NumberProblem): ReadNumber => ({ state: 'unreadable', problem })

/** Reads a number as people in Germany type it. What cannot be read for certain is not guessed. */
export function readNumber(form: NumberForm, raw: string): ReadNumber {
  if (/^\d{1,9}$/.test(raw)) return within(form, Number(raw))
  const text = plainText(raw)
  if (text === '') return { state: 'blank' }
  if (text.length > 64 || noDigit.test(raw)) return unreadable(noNumber(form))
  if (isPlaceholder(text)) return unreadable({ code: 'placeholder', whole: form.whole })
  if (/^[-–−] ?[\d.,]+ ?%?$/.test(text)) return unreadable({ code: 'negative' })
  const plain = text.replace(form.unit, '')
  const digits = plain.replace(about, '')
  const read = readDigits(form, digits)
  if (typeof read === 'number' && digits !== plain) return unreadable({ code: 'approximate', number: read })
  if (typeof read === 'number') return within(form, read)
  return unreadable(digits === plain ? (lookAlike(form, digits) ?? read) : noNumber(form))
}

const readDigits = (form: NumberForm, text: string) => (form.whole ? readWhole(text) : readDecimal(text, form))

/** `12O` with the letter O. Letters that stand beside digits, and of which only these can be meant. */
function lookAlike(form: NumberForm, text: string): NumberProblem | undefined {
  if (!/\d/.test(text) || !/[OolI]/.test(text)) return undefined
  const read = readDigits(form, text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'))
  const fits = typeof read === 'number' && within(form, read).state === 'given'
  return fits ? { code: 'lookAlike', number: read } : undefined
}

/** `1.234`, `1 234`, `120,0`. `1.5` may be 1,5 or a slip for 15, `1,000` may be 1 or 1.000. */
function readWhole(text: string): number | NumberProblem {
  if (englishWhole.test(text)) {
    const decimal = /^(\d+),000$/.exec(text)?.[1]
    const meant = [Number(text.replaceAll(',', '')), ...(decimal === undefined ? [] : [Number(decimal)])]
    return { code: 'commaAmongThousands', meant }
  }
  const plain = text.replace(/,0+$/, '')
  if (whole.test(plain)) return Number(plain.replace(/\D/g, ''))
  if (/^[\d.]*\d,\d+$/.test(plain)) return { code: 'fraction' }
  if (/^\d+\.\d+$/.test(plain)) return { code: 'ambiguous' }
  return { code: 'notANumber' }
}

/** `8,05`, `1.234,5`, and `0.5`, which can mean nothing else. `1.500` may be 1.500 or 1,5. */
function readDecimal(text: string, { percent }: NumberForm): number | NumberProblem {
  const [integer = '', fraction = '', ...rest] = text.split(',')
  if (rest.length > 0) return { code: 'notADecimal' }
  if (fraction === '' && /^\d{1,3}\.\d{3}$/.test(text) && !text.startsWith('0')) return thousandsOrPoint(text, percent)
  const [point, pointed] = /^(\d*)\.(\d+)$/.exec(text)?.slice(1) ?? []
  const [before, behind] =
    point !== undefined && pointed !== undefined ? [point || '0', pointed] : [integer || '0', fraction]
  if (!whole.test(before) || !/^\d*$/.test(behind) || text === ',') return { code: 'notADecimal' }
  const significant = behind.replace(/0+$/, '')
  if (significant.length > decimals) return { code: 'tooPrecise' }
  return Number(`${before.replace(/\D/g, '')}.${significant || '0'}`)
}

function thousandsOrPoint(text: string, percent: boolean): NumberProblem {
  const thousandths = Number(text.replace('.', ''))
  const fraction = Math.round(thousandths / 10) / 100
  if (percent) return { code: 'overHundred', ...(fraction <= 100 && { meant: fraction }) }
  return { code: 'ambiguousDecimal', whole: thousandths, fraction, rounded: thousandths % 10 !== 0 }
}

function within({ percent }: NumberForm, value: number): ReadNumber {
  if (percent && value > 100) return unreadable({ code: 'overHundred' })
  return value > largest ? unreadable({ code: 'tooLarge' }) : given(value)
}

const noNumber = ({ whole }: NumberForm): NumberProblem => ({ code: whole ? 'notANumber' : 'notADecimal' })

/** `1234.5` as Germans write it: `1.234,5`; less than nothing with a minus, not a hyphen. */
export function formatNumber(value: number): string {
  if (value >= 0 && value < 1000 && Number.isInteger(value)) return String(value)
  if (value < 0) return `−${formatNumber(-value)}`
  const [integer = '', fraction] = String(value).split('.')
  const grouped = integer.replace(/\B(?=(?:\d{3})+$)/g, '.')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** The one form in which a number that was typed is kept: `1234,5`. */
export function typedNumber(value: number): string {
  return String(value).replace('.', ',')
}

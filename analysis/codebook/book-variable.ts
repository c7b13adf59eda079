import type { ColumnType } from '../../surveys/codebook/described-column.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import { number, whole } from '../words.ts'
import type { CodebookColumn, ColumnStatistics } from './codebook.ts'

/** A column as it is read. */
export interface BookVariable {
  name: string
  label: string
  facts: { label: string; value: string }[]
  /** What it can hold, with how often, where that was counted. */
  values: { code: string; label: string; count: string; percent: string }[]
}

const types: Readonly<Record<ColumnType, string>> = {
  integer: 'ganze Zahl',
  decimal: 'Zahl',
  code: 'Code',
  text: 'Text',
  time: 'Zeitpunkt (UTC)',
  day: 'Tag',
  month: 'Monat',
}

/** What goes without saying in a table, since it is said once for all of its columns. */
export interface SaidOnce {
  /** The reasons for which any value can be missing. */
  reasons: readonly string[]
  /** What a column holds unless it says something else, by its name. */
  concept(name: string): string | undefined
}

export function bookVariable(column: CodebookColumn, once: SaidOnce): BookVariable {
  const { name, label, printed, type, values = [], unit, base } = column
  const { formula, note, concept, checks, missing, statistics } = column
  const kind = values.length > 0 ? 'Auswahl' : types[type]
  const facts: [string, string | undefined][] = [
    ['Im Formular', printed],
    ['Art', unit === undefined || unit === '' ? kind : `${kind} (${unit})`],
    ['Berechnung', formula],
    ['Bezugsgröße', base],
    ['Zu beachten', note],
    ['Werte', isCounted(column) ? undefined : values.map((one) => `${one.code} = ${one.label}`).join(', ')],
    ['Verteilung', statistics && figures(statistics)],
    ['Fehlt', missingWords(column, once)],
    ['Grund steht in', missing?.column === reasonOf(name) ? undefined : missing?.column],
    ['Prüfungen', checks?.join(', ')],
    ['Konzept', concept === once.concept(name) ? undefined : concept],
  ]
  return {
    name,
    label,
    facts: facts.flatMap(([word, value]) => (value ? [{ label: word, value }] : [])),
    values: isCounted(column) ? given(column) : [],
  }
}

/** How often each value occurs, and how numbers lie. */
function figures({ units, n, level }: ColumnStatistics): string {
  const counted = `${told(n)} Werte von ${told(units)}`
  if (level === undefined) return counted
  const { mean, sd, lowerQuartile, median, upperQuartile } = level
  const parts: [string, Told<number | null>][] = [
    ['Mittelwert', mean],
    ['Standardabweichung', sd],
    ['unteres Quartil', lowerQuartile],
    ['Median', median],
    ['oberes Quartil', upperQuartile],
  ]
  const known = parts.filter(([, value]) => value !== null)
  return [counted, ...known.map(([word, value]) => `${word} ${told(value)}`)].join(', ')
}

const told = (value: Told<number | null>): string =>
  value === null ? '' : isTold(value) ? (Number.isInteger(value) ? whole(value) : number(value)) : value

const isCounted = ({ statistics }: CodebookColumn) => statistics?.categories !== undefined

function given({ values = [], statistics }: CodebookColumn): BookVariable['values'] {
  return values.map(({ code, label }) => {
    const found = statistics?.categories?.find((one) => one.code === String(code))
    const percent = found === undefined || found.percent === null ? '' : told(found.percent)
    return { code: String(code), label, count: found ? told(found.count) : '', percent }
  })
}

/** What the column that says why a value is missing is called, unless that would be too long. */
export const reasonOf = (name: string) => `${name}_fehlt`

/** Why it can be missing, with how often where that was counted; what the words mean stands once above all columns. */
function missingWords({ missing, statistics }: CodebookColumn, once: SaidOnce): string {
  const reasons = missing?.reasons ?? []
  if (statistics === undefined && reasons.map(({ code }) => code).join() === once.reasons.join()) return ''
  return reasons
    .map(({ code }) => {
      const found = statistics?.missing.find((one) => one.code === code)
      return found === undefined ? code : `${code}: ${told(found.count)}`
    })
    .join(', ')
}

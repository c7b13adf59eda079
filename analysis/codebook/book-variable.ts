import type { ColumnType } from '../../surveys/codebook/described-column.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import { number, whole } from '../words.ts'
import type { CodebookColumn, ColumnStatistics } from './codebook.ts'

/** A column as it is read. */
export interface BookVariable {
  name: string
  label: string
  facts: { label: string; value: string }[]
  /** What it can hold and why it can be missing, with how often; figures are '' where there are none. */
  values: { code: string; label: string; count: string; percent: string; missing: boolean }[]
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

export function bookVariable(column: CodebookColumn): BookVariable {
  const { name, label, printed, type, values = [], unit, base } = column
  const { formula, note, concept, checks, missing, statistics } = column
  const facts: [string, string | undefined][] = [
    ['Im Formular', printed],
    ['Art', values.length > 0 ? 'Auswahl' : types[type]],
    ['Einheit', unit],
    ['Berechnung', formula],
    ['Bezugsgröße', base],
    ['Zu beachten', note],
    ['Verteilung', statistics && figures(statistics)],
    ['Warum ein Wert fehlt, steht in', missing?.column],
    ['Prüfungen', checks?.join(', ')],
    ['Konzept', concept],
  ]
  return {
    name,
    label,
    facts: facts.flatMap(([word, value]) => (value ? [{ label: word, value }] : [])),
    values: [...given(column), ...missingValues(column)],
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

function given({ values = [], statistics }: CodebookColumn): BookVariable['values'] {
  return values.map(({ code, label }) => {
    const found = statistics?.categories?.find((one) => one.code === String(code))
    const percent = found === undefined || found.percent === null ? '' : told(found.percent)
    return { code: String(code), label, count: found ? told(found.count) : '', percent, missing: false }
  })
}

function missingValues({ missing, statistics }: CodebookColumn): BookVariable['values'] {
  return (missing?.reasons ?? []).map(({ code, label, number: plan, stata }) => {
    const found = statistics?.missing.find((one) => one.code === code)
    return {
      code: `${code} (${plan}, ${stata})`,
      label,
      count: found ? told(found.count) : '',
      percent: '',
      missing: true,
    }
  })
}

import type { BreakdownColumn, Mapping, Value } from '../../schemas/mapping.ts'
import { columnLetter } from './column-letter.ts'
import { absent, type Figure, given as number, readFigure } from './figure.ts'
import { isTotal } from './labels.ts'
import { type Period, readPeriod } from './period.ts'
import {
  cellAt,
  type Head,
  type Part,
  type Reader,
  type Refusal,
  remembered,
  type Series,
  type Sink,
  type Source,
} from './source.ts'
import { splitKey } from './split-key.ts'

/** Any table, read as a mapping file says. */
export const mapped: Source = {
  id: 'zuordnung',
  title: 'Tabelle mit Zuordnung',
  form: 'cells',
  recognises: () => false,
  open(head, { mapping, period }, sink) {
    if (mapping === undefined)
      return [{ line: 1, sentence: 'Ohne Zuordnung (--mapping) lässt sich die Tabelle nicht deuten.' }]
    const plan = planOf(head, mapping, period)
    // Cells of a workbook are numbers, which are always written with a comma here.
    const decimal = head.sheet === undefined ? (mapping.decimal ?? ',') : ','
    return Array.isArray(plan) ? plan : mappedReader(mapping, plan, decimal, sink)
  },
}

/** Every column that the mapping names, by its place. */
interface Plan {
  headerLine: number
  width: number
  region: number
  name: number | undefined
  period: number | Period | undefined
  figures: { at: number; period?: Period; value: Value }[]
  breakdowns: { at: number; column: BreakdownColumn }[]
  where: { at: number; text: string }[]
}

function planOf({ rows }: Head, mapping: Mapping, given: Period | undefined): Plan | Refusal[] {
  const headerLine = mapping.header ?? 1
  const header = (rows[headerLine - 1] ?? []).map((cell) => cell.trim())
  const refusals: Refusal[] = []
  const refuse = (sentence: string) => void refusals.push({ line: headerLine, sentence })
  if (header.every((text) => text === '')) {
    return [
      { line: headerLine, sentence: 'In dieser Zeile stehen keine Spaltennamen; die Zuordnung (header) nennt sie.' },
    ]
  }
  const place = (column: string | number): number => {
    const at = typeof column === 'number' ? column - 1 : header.indexOf(column)
    if (typeof column === 'string' && at === -1) {
      refuse(`Die Spalte „${column}“ der Zuordnung fehlt. Vorhanden sind: ${header.filter(Boolean).join(', ')}.`)
    } else if (typeof column === 'string' && header.indexOf(column, at + 1) !== -1) {
      refuse(`Die Spalte „${column}“ kommt mehrmals vor; die Zuordnung kann sie mit ihrer Nummer nennen.`)
    }
    return at
  }

  const { period = {} } = mapping
  const stated = period.value === undefined ? given : readPeriod(period.value)
  if (period.value !== undefined && stated === undefined) {
    refuse(`Die Zeit „${period.value}“ der Zuordnung ist nicht lesbar; erwartet wird 2018, 2018-12 oder 2018-12-31.`)
  }
  const inHeadings = header.flatMap((text, at) => {
    const time = readPeriod(text)
    return time === undefined ? [] : [{ at, period: time }]
  })
  if (period.headings && inHeadings.length === 0) refuse('Keine Spalte ist mit einer Zeit überschrieben.')
  const figures = mapping.values.flatMap((value): Plan['figures'] => {
    if (value.column !== undefined) return [{ at: place(value.column), value }]
    if (period.headings) return inHeadings.map((column) => ({ ...column, value }))
    refuse(`Zum Indikator ${value.indicator} nennt die Zuordnung keine Spalte.`)
    return []
  })
  const column = period.column === undefined ? undefined : place(period.column)
  if (column === undefined && stated === undefined && !period.headings) {
    refuse('Für welche Zeit die Zahlen gelten, sagt weder die Zuordnung (period) noch --zeit.')
  }
  const plan: Plan = {
    headerLine,
    width: header.length,
    region: place(mapping.region.column),
    name: mapping.region.name === undefined ? undefined : place(mapping.region.name),
    period: column ?? stated,
    figures,
    breakdowns: (mapping.breakdowns ?? []).map((one) => ({ at: place(one.column), column: one })),
    where: Object.entries(mapping.where ?? {}).map(([name, text]) => ({ at: place(name), text })),
  }
  return refusals.length > 0 ? refusals : plan
}

function mappedReader(mapping: Mapping, plan: Plan, decimal: ',' | '.', sink: Sink): Reader {
  const style = { decimal, grouped: true }
  const other = new Map(Object.entries(mapping.missing ?? {}).map(([text, reason]) => [text, absent(reason)]))
  const periodOf = remembered(readPeriod)
  const seriesOf = plan.figures.map(({ value }) => remembered(seriesMaker(value, plan.breakdowns)))
  let ended = false

  function take(cells: readonly string[], line: number) {
    if (line <= plan.headerLine || ended) return
    if (mapping.end !== undefined && cellAt(cells, 0).startsWith(mapping.end)) ended = true
    if (ended || cells.every((text) => text.trim() === '')) return
    if (!plan.where.every(({ at, text }) => cellAt(cells, at) === text)) return sink.passed()
    // A decimal comma between cells divided by commas would make another number of it.
    if (cells.slice(plan.width).some((text) => text.trim() !== '')) {
      return sink.refused({ line, sentence: `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${plan.width}.` })
    }
    const { key, name } = splitKey(cellAt(cells, plan.region))
    const time = typeof plan.period === 'number' ? cellAt(cells, plan.period) : ''
    const rowPeriod = typeof plan.period === 'number' ? periodOf(time) : plan.period
    if (typeof plan.period === 'number' && rowPeriod === undefined) {
      const sentence = `„${time.slice(0, 40)}“ ist keine Zeit.`
      return sink.refused({ line, column: columnLetter(plan.period), sentence })
    }
    const group = plan.breakdowns.map(({ at }) => cellAt(cells, at)).join('\u0001')
    const keyColumn = columnLetter(plan.region)
    const shownName = plan.name === undefined ? name : cellAt(cells, plan.name)
    for (const [index, { at, period = rowPeriod, value }] of plan.figures.entries()) {
      const text = cellAt(cells, at)
      const column = columnLetter(at)
      const series = seriesOf[index]?.(group)
      const figure = other.get(text) ?? readFigure(text, style)
      if (typeof figure === 'string') sink.refused({ line, column, sentence: figure })
      else if (period !== undefined && series !== undefined) {
        const scaled = scale(figure, value.factor)
        sink.found({ line, column, key, keyColumn, name: shownName, series, period, figure: scaled })
      }
    }
  }

  const { source, licence, title = source } = mapping
  return { take, end: () => ({ title, source, licence }) }
}

function seriesMaker({ indicator, breakdown = {} }: Value, columns: Plan['breakdowns']): (group: string) => Series {
  const fixed = Object.entries(breakdown).map(([variable, attribute]) => ({ variable, attribute, label: attribute }))
  return (group) => {
    const texts = group.split('\u0001')
    const parts = columns.flatMap(({ column: { variable, codes = {}, total } }, index): Part[] => {
      const label = texts[index] ?? ''
      const isWhole = total === undefined ? label === '' || isTotal(label) : total.includes(label)
      return isWhole ? [] : [{ variable, attribute: codes[label] ?? label, label }]
    })
    return { statistic: '', indicator, labels: [], parts: [...fixed, ...parts] }
  }
}

function scale(figure: Figure, factor: number | undefined): Figure {
  return figure.value === null || factor === undefined ? figure : number(figure.value * factor, figure.uncertain)
}

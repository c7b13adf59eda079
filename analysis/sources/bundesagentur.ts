import { columnLetter } from './column-letter.ts'
import { readFigure } from './figure.ts'
import { isTotal, partOf } from './labels.ts'
import { type Period, readPeriod } from './period.ts'
import { type Head, type Reader, remembered, type Series, type Source } from './source.ts'
import { splitKey } from './split-key.ts'

const publisher = 'Statistik der Bundesagentur für Arbeit'

/** Tables of the Bundesagentur für Arbeit by Kreis, with a column for each month. */
export const bundesagentur: Source = {
  id: 'bundesagentur',
  title: 'Tabelle der Bundesagentur für Arbeit nach Kreisen und Monaten',
  form: 'cells',
  recognises: (head) => monthRow(head) !== undefined && (saysPublisher(head) || head.sheet === 'Übersicht_Kreise'),
  open(head, _given, sink) {
    const heading = monthRow(head)
    if (heading === undefined) return [{ line: 1, sentence: 'Es fehlt die Zeile, in der die Monate stehen.' }]
    const { line: headingLine, months, labels } = heading
    const titles = titlesAbove(head, headingLine)
    const seriesOf = remembered((group): Series => {
      const parts = group === '' || isTotal(group) ? [] : [partOf(group, 'Gruppe')]
      return { statistic: 'BA', labels: titles, parts }
    })
    let ended = false
    let last = { key: '', name: '' }

    function take(cells: readonly string[], line: number) {
      if (line <= headingLine || ended) return
      const texts = cells.slice(0, labels).map((cell) => cell.trim())
      const [first = ''] = texts
      if (first.startsWith('©')) {
        ended = true
        return
      }
      const hasFigures = months.some(({ at }) => (cells[at]?.trim() ?? '') !== '')
      if (!hasFigures || (last.key === '' && countsUp(cells))) return
      const split = splitKey(first)
      const rest = split.name === '' ? texts.slice(1) : [split.name, ...texts.slice(1)]
      // A cell that spans several rows holds its text in the first of them only.
      if (first !== '') last = { key: split.key, name: rest[0] ?? '' }
      const group = footnoteFree(rest.length > 1 ? (rest[1] ?? '') : '')
      const series = seriesOf(group)
      if (series === undefined) return
      if (last.key === '' || (first === '' && group === '')) {
        sink.refused({ line, column: columnLetter(0), sentence: 'Vor den Zahlen steht kein Schlüssel.' })
        return
      }
      for (const { at, period } of months) {
        const figure = readFigure(cells[at] ?? '', { decimal: ',', grouped: true })
        const column = columnLetter(at)
        if (typeof figure === 'string') sink.refused({ line, column, sentence: figure })
        else sink.found({ line, column, keyColumn: columnLetter(0), series, ...last, period, figure })
      }
    }

    const reader: Reader = {
      take,
      end() {
        if (!ended)
          sink.warned(
            'Die Zeile „© Statistik der Bundesagentur für Arbeit“ am Ende fehlt: Die Datei ist vielleicht nicht vollständig.',
          )
        return { title: titles[0] ?? head.sheet ?? head.file, source: publisher, licence: 'Nutzung mit Quellenangabe' }
      },
    }
    return reader
  },
}

interface MonthRow {
  line: number
  /** How many columns stand before the months. */
  labels: number
  months: { at: number; period: Period }[]
}

/** The first row in which at least one cell from the second on is a month. */
function monthRow({ rows }: Head): MonthRow | undefined {
  for (const [index, row] of rows.entries()) {
    const months = row.flatMap((cell, at) => {
      const period = at === 0 ? undefined : monthOf(cell)
      return period === undefined ? [] : [{ at, period }]
    })
    const first = months[0]
    if (first !== undefined) return { line: index + 1, labels: first.at, months }
  }
  return undefined
}

/** Workbooks hold a day of the month in these cells. */
function monthOf(cell: string): Period | undefined {
  const period = readPeriod(footnoteFree(cell))
  if (period === undefined || (period.months !== 1 && period.months !== 0)) return undefined
  return { start: `${period.start.slice(0, 8)}01`, months: 1 }
}

/** The row below the headings that numbers the columns: `1`, `2`, `3`. */
function countsUp(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 1 && filled.every((cell, index) => Number(cell) === Number(filled[0]) + index)
}

const saysPublisher = ({ rows }: Head) => rows.some((row) => row.some((cell) => /Bundesagentur für Arbeit/.test(cell)))

function titlesAbove({ rows }: Head, headingLine: number): string[] {
  return rows
    .slice(0, headingLine - 1)
    .flat()
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !/^©/.test(cell))
}

/** Labels carry marks like ` 1)` that change from month to month. */
const footnoteFree = (label: string) => label.trim().replace(/ *\d\)$/, '')

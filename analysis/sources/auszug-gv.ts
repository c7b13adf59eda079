import { columnLetter } from './column-letter.ts'
import { type NumberStyle, readFigure } from './figure.ts'
import { gvLicence, gvPublisher, gvSeries } from './gv.ts'
import { type Period, readPeriod } from './period.ts'
import type { Head, Reader, Series, Source } from './source.ts'

const kinds = new Set(['10', '20', '30', '40', '50', '60'])

/** The five parts of the key, in the order in which they stand: Land, Regierungsbezirk, Kreis, Verband, Gemeinde. */
const keyParts = [/^\d{2}$/, /^\d$/, /^\d{2}$/, /^\d{4}$/, /^\d{3}$/]

/** What follows the key, from the name on. */
const after = { name: 0, area: 1, people: 2, men: 3, women: 4, density: 5 }

/** The table of municipalities of Destatis (AuszugGV), as its workbook or as somebody's CSV of it. */
export const auszugGv: Source = {
  id: 'auszug-gv',
  title: 'Gemeindeverzeichnis AuszugGV',
  form: 'cells',
  recognises: (head) => head.sheet?.startsWith('Onlineprodukt_Gemeinden') === true || keyPlace(head) !== undefined,
  open(head, given, sink) {
    const place = keyPlace(head)
    if (place === undefined) {
      return [
        {
          line: 1,
          sentence: 'Die Spalten mit Land, Regierungsbezirk, Kreis, Verband und Gemeinde sind nicht zu finden.',
        },
      ]
    }
    const known = given.period ?? populationDay(head)
    if (known === undefined || known.months !== 0) {
      const sentence =
        'In der Datei steht nicht, für welchen Tag die Einwohnerzahlen gelten. Bitte geben Sie ihn an, zum Beispiel mit --zeit 2022-12-31.'
      return [{ line: 1, sentence }]
    }
    const at: number = place
    const day: Period = known
    const territory = territoryDay(head) ?? day
    const style = styleOf(head, at)
    let begun = false
    let ended = false

    function take(cells: readonly string[], line: number) {
      const cell = (index: number) => cells[index]?.trim() ?? ''
      // Users drop columns, but the kind of record stands in the first one or nowhere.
      const kind = at === 0 ? (cell(at + 4) === '' ? '50' : '60') : cell(0)
      const refuse = (column: number, sentence: string) =>
        sink.refused({ line, column: columnLetter(column), sentence })
      const isEmpty = cells.every((text) => text.trim() === '')
      // Without that column only a whole key tells the first record from the headings above it.
      const hasKey = keyParts.every((pattern, index) => pattern.test(cell(at + index)))
      const isRecord = kinds.has(kind) && (begun || at > 0 || hasKey)
      if (!begun && !isRecord) return
      if (isEmpty || cell(0).startsWith('Quelle')) ended = true
      if (ended && !isRecord) return
      begun = true
      ended = false
      if (!isRecord) return refuse(0, `Die Satzart „${kind.slice(0, 40)}“ gibt es nicht.`)
      if (kind !== '60') return sink.passed()
      const faulty = keyParts.findIndex((pattern, index) => !pattern.test(cell(at + index)))
      if (faulty !== -1) {
        const text = cell(at + faulty)
        return refuse(at + faulty, `„${text.slice(0, 40)}“ ist kein Teil eines Gemeindeschlüssels.`)
      }
      const [land, rb, kreis, , gemeinde] = keyParts.map((_, index) => cell(at + index))
      const first = at + keyParts.length
      const spot = {
        line,
        key: `${land}${rb}${kreis}${gemeinde}`,
        keyColumn: columnLetter(at),
        name: cell(first + after.name),
      }
      const put = (series: Series, column: number, period: Period) => {
        const figure = readFigure(cell(first + column), style)
        if (typeof figure === 'string') refuse(first + column, figure)
        else sink.found({ ...spot, column: columnLetter(first + column), series, period, figure })
      }
      put(gvSeries.area, after.area, territory)
      put(gvSeries.people, after.people, day)
      put(gvSeries.men, after.men, day)
      put(gvSeries.women, after.women, day)
      put(gvSeries.density, after.density, day)
    }

    const reader: Reader = {
      take,
      end() {
        if (!begun) sink.refused({ line: 1, sentence: 'Die Datei enthält keine Zeile mit einer Satzart (10 bis 60).' })
        return { title: 'Gemeindeverzeichnis AuszugGV', source: gvPublisher, licence: gvLicence, asOf: territory.start }
      },
    }
    return reader
  },
}

/** Where the key begins: found by its form, since users give the columns headings of their own. */
function keyPlace({ rows }: Head): number | undefined {
  for (const row of rows) {
    const cells = row.map((cell) => cell.trim())
    const at = cells.findIndex((_, index) => keyParts.every((pattern, part) => pattern.test(cells[index + part] ?? '')))
    if (at !== -1 && cells.length > at + keyParts.length + 2) return at
  }
  return undefined
}

/** The area is the one figure that always has decimals. */
function styleOf({ rows }: Head, at: number): NumberStyle {
  const areas = rows.map((row) => row[at + keyParts.length + after.area]?.trim() ?? '')
  return { decimal: areas.some((area) => /^\d+\.\d{1,2}$/.test(area)) ? '.' : ',', grouped: true }
}

/** `am 31.12.2022 (Jahr)` in the heading of the official workbook. */
function populationDay(head: Head): Period | undefined {
  const [, day] = /(\d{2}\.\d{2}\.\d{4})\s*\(Jahr\)/.exec(headingText(head)) ?? []
  return day === undefined ? undefined : readPeriod(day)
}

function territoryDay(head: Head): Period | undefined {
  const [, day] = /Gebietsstand\D*(\d{2}\.\d{2}\.\d{4})/.exec(headingText(head)) ?? []
  return day === undefined ? undefined : readPeriod(day)
}

function headingText({ rows }: Head): string {
  const first = rows.findIndex(([kind = '']) => kinds.has(kind.trim()))
  return rows
    .slice(0, first === -1 ? rows.length : first)
    .flat()
    .join(' ')
}

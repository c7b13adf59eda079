import { decimalSignOf, type Figure, readFigure } from './figure.ts'
import { dataLicence, publisherOf } from './genesis.ts'
import { flatLayout, isFlatHeader, type Layout, type ValueColumn } from './genesis-flat-layout.ts'
import { isTotal } from './labels.ts'
import { type Period, readPeriod } from './period.ts'
import {
  cellAt,
  type Description,
  type Head,
  type Part,
  type Reader,
  type Series,
  type Sink,
  type Source,
} from './source.ts'

/** Variables whose attributes are regions; which dimension of the file holds them differs, even from row to row. */
const regions = new Set([
  ...['DINSG', 'DLAND', 'REGBEZ', 'KREISE', 'GEMEIN'],
  // Those of the Zensus: Deutschland, Länder, Regierungsbezirke, Kreise, Verbände, Gemeinden, Bezirke, in several years.
  ...['DL', 'BL', 'RB', 'LK', 'VB', 'GM', 'BZ'].flatMap((level) => [1, 2, 3, 4, 5].map((year) => `GEO${level}${year}`)),
])

/** What a code of time says about the length of the periods. */
const lengths: Record<string, Period['months']> = { JAHR: 12, STAG: 0, SEMEST: 6 }

/** `MONAT09` or `QUART3` in a dimension beside the year. */
const withinYear = /^(?:MONAT(\d{2})|QUART([1-4]))$/

/** Flat files of GENESIS, Regionaldatenbank and Zensus (ffcsv): the layout of 2025 and the German one before it. */
export const genesisFlat: Source = {
  id: 'genesis-flach',
  title: 'GENESIS/Regionalstatistik, flache Datei (ffcsv)',
  form: 'cells',
  recognises: ({ rows }) => isFlatHeader(rows[0] ?? []),
  open(head, _given, sink) {
    const layout = flatLayout(head.rows[0] ?? [])
    return Array.isArray(layout) ? layout : flatReader(head, layout, sink)
  },
}

function flatReader(head: Head, layout: Layout, sink: Sink): Reader {
  const { width, header } = layout
  const seriesByKey = new Map<string, Series>()
  const periods = new Map<string, Period | string>()
  let decimal: ',' | '.' | undefined
  let title = ''
  /** Labels may hold line breaks without quotation marks: a row that is too short goes on in the next line. */
  let begun: { cells: readonly string[]; line: number } | undefined

  function take(cells: readonly string[], line: number) {
    if (line === 1) return
    if (cells.length === 1 && cells[0]?.trim() === '') return
    if (cells.length === width || begun === undefined) {
      refuseBegun()
      if (cells.length === width) takeRow(cells, line)
      else if (cells.length < width) begun = { cells, line }
      else refuseWidth(cells.length, line)
      return
    }
    const [first = '', ...rest] = cells
    const joined = [...begun.cells.slice(0, -1), `${begun.cells.at(-1)} ${first}`, ...rest]
    const start = begun.line
    begun = joined.length < width ? { cells: joined, line: start } : undefined
    if (joined.length === width) takeRow(joined, start)
    else if (joined.length > width) refuseWidth(joined.length, start)
  }

  function refuseBegun(): void {
    if (begun !== undefined) refuseWidth(begun.cells.length, begun.line)
    begun = undefined
  }

  function refuseWidth(found: number, line: number): void {
    sink.refused({ line, sentence: `Die Zeile hat ${found} Felder, die Kopfzeile ${width}.` })
  }

  // What follows runs for every row of files with millions of them: no function is made anew in it.
  function takeRow(cells: readonly string[], line: number) {
    const statistic = cellAt(cells, layout.statistic)
    if (!/^[0-9A-Z][0-9A-Z-]{3,}$/.test(statistic)) {
      return refuse(line, layout.statistic, `„${statistic.slice(0, 40)}“ ist keine Nummer einer Statistik.`)
    }
    if (title === '') title = `${statistic} ${cellAt(cells, layout.statisticLabel)}`
    let region: number | undefined
    let within = ''
    let partsKey = ''
    for (const { code, attribute } of layout.dimensions) {
      const variable = cellAt(cells, code)
      const value = cellAt(cells, attribute)
      if (regions.has(variable)) {
        if (region !== undefined) return refuse(line, code, 'Die Zeile nennt zwei Regionen.')
        region = attribute
      } else if (value === '' || isTotal(value)) continue
      else if (variable === '') {
        return refuse(line, code, `Zum Schlüssel „${value.slice(0, 40)}“ fehlt der Code des Merkmals.`)
      } else if (withinYear.test(value)) within = value
      else partsKey += `${variable}\u0001${value}\u0001${attribute}\u0001`
    }
    if (region === undefined) {
      const expected = `erwartet wird ein Merkmal wie DLAND, KREISE, GEMEIN oder GEOGM4.`
      return refuse(line, layout.dimensions[0]?.code ?? 0, `Keine Region: ${expected}`)
    }
    const period = periodOf(cellAt(cells, layout.time), cellAt(cells, layout.timeCode), within)
    if (typeof period === 'string') return refuse(line, layout.time, period)
    for (const column of layout.values) takeValue(cells, line, column, statistic, region, period, partsKey)
  }

  function takeValue(
    cells: readonly string[],
    line: number,
    column: ValueColumn,
    statistic: string,
    region: number,
    period: Period,
    partsKey: string,
  ) {
    const measure = column.measure ?? cellAt(cells, column.measureAt)
    if (measure === '') return refuse(line, column.measureAt ?? column.value, 'Der Code der Größe fehlt.')
    const unit = column.unit ?? cellAt(cells, column.unitAt)
    if (unit === '') return refuse(line, column.unitAt ?? column.value, 'Die Einheit fehlt.')
    const id = `${statistic}\u0001${measure}\u0001${unit}\u0001${partsKey}`
    let series = seriesByKey.get(id)
    if (series === undefined) {
      const label = column.label ?? cellAt(cells, column.labelAt)
      series = { statistic, measure, labels: [label], unit, parts: partsIn(partsKey, cells) }
      seriesByKey.set(id, series)
    }
    const figure = figureOf(cellAt(cells, column.value), cellAt(cells, column.quality))
    if (typeof figure === 'string') return refuse(line, column.value, figure)
    sink.found({
      line,
      column: header[column.value] ?? '',
      keyColumn: header[region] ?? '',
      series,
      key: cellAt(cells, region),
      name: cells[region + 1] ?? '',
      period,
      figure,
    })
  }

  function refuse(line: number, column: number, sentence: string): void {
    sink.refused({ line, column: header[column] ?? '', sentence })
  }

  /** No such file sets thousands apart, so the first decimal sign says which one it has. */
  function figureOf(text: string, quality: string): Figure | string {
    decimal ??= decimalSignOf(text)
    const figure = readFigure(text, { decimal: decimal ?? ',', grouped: false })
    return typeof figure !== 'string' && figure.value !== null && /^\( ?\)$/.test(quality)
      ? { ...figure, uncertain: true }
      : figure
  }

  function periodOf(time: string, timeCode: string, within: string): Period | string {
    const id = `${timeCode}\u0001${time}\u0001${within}`
    const known = periods.get(id)
    if (known !== undefined) return known
    const read = periodOrSentence(time, timeCode, within)
    if (typeof read !== 'string') periods.set(id, read)
    return read
  }

  return {
    take,
    end(): Description {
      refuseBegun()
      const source = publisherOf(head.file)
      return { title: title.trim(), source, licence: dataLicence }
    },
  }
}

function periodOrSentence(time: string, timeCode: string, within: string): Period | string {
  const [, month, quarter] = withinYear.exec(within) ?? []
  const text = month ? `${time}-${month}` : quarter ? `${time}-Q${quarter}` : time
  const period = readPeriod(text)
  if (period === undefined) {
    return `„${time.slice(0, 40)}“ ist keine Zeit; erwartet wird etwas wie 2018, 2018-12-31 oder 31.12.2018.`
  }
  const expected = within === '' ? lengths[timeCode] : undefined
  return expected === undefined || expected === period.months
    ? period
    : `„${time.slice(0, 40)}“ passt nicht zur Zeitangabe ${timeCode}.`
}

/** The key of parts holds code, attribute and the place of the attribute, whose label stands beside it. */
function partsIn(partsKey: string, cells: readonly string[]): Part[] {
  const fields = partsKey.split('\u0001').slice(0, -1)
  const parts: Part[] = []
  for (let at = 0; at < fields.length; at += 3) {
    const [variable = '', attribute = '', column = ''] = fields.slice(at, at + 3)
    parts.push({ variable, attribute, label: cells[Number(column) + 1]?.trim() ?? '' })
  }
  return parts
}

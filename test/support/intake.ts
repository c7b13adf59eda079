import { loadCatalogue } from '../../analysis/indicators/load.ts'
import { delimiterOf, rowsOf } from '../../analysis/sources/csv-rows.ts'
import { type IntakeOptions, type Observation, openIntake } from '../../analysis/sources/intake.ts'
import type { IntakeReport } from '../../analysis/sources/intake-report.ts'
import { mapped } from '../../analysis/sources/mapped.ts'
import { readPeriod } from '../../analysis/sources/period.ts'
import { recognise } from '../../analysis/sources/recognise.ts'
import type { Description, Given, Refusal } from '../../analysis/sources/source.ts'
import { mergers, unincorporated } from '../../analysis/territory/mergers.ts'
import type { Territory } from '../../analysis/territory/place.ts'
import type { Mapping } from '../../schemas/mapping.ts'

const catalogue = await loadCatalogue()

/** A few Kommunen and Kreise, among them a Stadtkreis and those that others went into. */
export const someTerritory: Territory = {
  gemeinden: units('111000', '115001', '115003', '117019', '117026', '237045', '325053', '336107'),
  kreise: units('111', '115', '117', '237', '325', '336'),
  mergers,
  unincorporated,
}

function units(...keys: string[]) {
  return new Map(keys.map((key) => [key, { name: `Name ${key}`, until: null }]))
}

interface ReadFile {
  source: string | undefined
  /** The file cannot be read at all. */
  refusals: Refusal[]
  report: IntakeReport
  /** `einwohner GES=GESW 111000 2018-12-31/0` → the number, or the reason why there is none. */
  figures: Record<string, number | string>
  observations: Observation[]
  description: Description | undefined
}

interface Settings extends IntakeOptions {
  file?: string
  zeit?: string
  mapping?: Mapping
  territory?: Territory
  sheet?: string
}

/** Text of a file → all that is read from it, as an import does it. */
export function readTextFile(text: string, settings: Settings = {}): ReadFile {
  const whole = text.replace(/^\ufeff/, '')
  return readRows(rowsOf(whole, delimiterOf(whole), 1, false), settings)
}

export function readRows(
  { rows, lines, refusals = [] }: { rows: string[][]; lines: number[]; refusals?: Refusal[] },
  { file = 'datei.csv', zeit, mapping, territory = someTerritory, sheet, ...options }: Settings = {},
): ReadFile {
  const head = { file, rows: rows.slice(0, 60), ...(sheet === undefined ? {} : { sheet }) }
  const source = mapping === undefined ? recognise(head) : mapped
  const observations: Observation[] = []
  const { sink, series, report } = openIntake(catalogue, territory, options, (one) => observations.push(one))
  const period = zeit === undefined ? undefined : readPeriod(zeit)
  const given: Given = { ...(period ? { period } : {}), ...(mapping ? { mapping } : {}) }
  const reader = source?.open(head, given, sink)
  for (const refusal of refusals) sink.refused(refusal)
  let description: Description | undefined
  if (reader !== undefined && !Array.isArray(reader)) {
    for (const [index, cells] of rows.entries()) reader.take(cells, lines[index] ?? 0)
    description = reader.end()
  }
  const figures = Object.fromEntries(
    observations.map(({ series: number, region, start, value, missing }) => {
      const { indicator, breakdown, months } = series[number] ?? { indicator: '', breakdown: '', months: 0 }
      const name = [indicator, breakdown, region, `${start}/${months}`].filter(Boolean).join(' ')
      return [name, value ?? missing ?? '']
    }),
  )
  return {
    source: source?.id,
    refusals: Array.isArray(reader) ? reader : [],
    report,
    figures,
    observations,
    description,
  }
}

import { type DescribedColumn, describedReason, yesOrNo } from '../../surveys/codebook/described-column.ts'
import { shortName } from '../../surveys/codebook/short-name.ts'

type Cell = string | number | null
type Row = readonly Cell[]

/** The columns of a long panel that say the same of a unit in every wave; what comes last says the same in every row. */
const ofUnit = 4
const ofFile = 2

/** Of a long panel: a row for each unit, and beside each other what the waves say. */
export function widen(long: readonly DescribedColumn[], waves: readonly string[]): DescribedColumn[] {
  const [, ...unit] = long.slice(0, ofUnit)
  return [
    ...unit,
    { name: pattern, label: `Teilnahme an ${waves.join(', ')}: 1 ja, 0 nein`, type: 'code' },
    ...[participation, ...varying(long)].flatMap((column) =>
      waves.flatMap((wave, place) => inWave(column, `${column.label}: ${wave}`, wideName(column.name, place))),
    ),
    ...long.slice(-ofFile),
  ]
}

/** What the columns of a long panel are called in the wide one. */
export function wideNames(long: readonly DescribedColumn[], waves: readonly string[]): Map<string, string[]> {
  const names = (stem: string, ending = '') => waves.map((_, place) => `${wideName(stem, place)}${ending}`)
  return new Map(
    varying(long).flatMap(({ name, missing }) => [
      [name, names(name)] as const,
      ...(missing === undefined ? [] : [[missing.column, names(name, reasonEnding)] as const]),
    ]),
  )
}

/** What only the wide one has, as its codebook names it. */
export const onlyWide = (waves: readonly string[]) => [
  { names: [pattern], label: 'Teilnahme an den Wellen, in ihrer Reihenfolge: 1 ja, 0 nein' },
  { names: waves.map((_, place) => wideName(participation.name, place)), label: participation.label },
]

const wideName = (name: string, place: number) => `${shortName(name)}_w${place + 1}`

const pattern = 'muster'
const reasonEnding = '_fehlt'

const participation: DescribedColumn = {
  name: 'teilnahme',
  label: 'Hat geantwortet',
  type: 'integer',
  values: yesOrNo,
}

const reasonsOf = (long: readonly DescribedColumn[]) =>
  new Set(long.flatMap(({ missing }) => (missing ? [missing.column] : [])))

function varying(long: readonly DescribedColumn[]): DescribedColumn[] {
  const reasons = reasonsOf(long)
  return long.slice(ofUnit, -ofFile).filter(({ name }) => !reasons.has(name))
}

function inWave(column: DescribedColumn, label: string, name: string): DescribedColumn[] {
  const own = { ...column, name, label }
  if (column.missing === undefined) return [own]
  const missing = { ...column.missing, column: `${name}${reasonEnding}` }
  return [{ ...own, missing }, describedReason(name, missing)]
}

interface WaveOfRows {
  /** Its rows of the long panel. */
  rows: Iterable<Row>
  answered: ReadonlySet<string>
}

/** The rows, from those of each wave: all have the same units in the same order. */
export function* wideRows(long: readonly DescribedColumn[], waves: readonly WaveOfRows[]): Generator<Cell[]> {
  const [first, ...others] = waves.map(({ rows }) => rows[Symbol.iterator]())
  if (first === undefined) return
  const last = long.length - ofFile
  const placeOf = new Map(long.map(({ name }, place) => [name, place]))
  const groups = varying(long).map(({ name, missing }) =>
    [name, ...(missing ? [missing.column] : [])].map((one) => placeOf.get(one) ?? 0),
  )
  for (let next = first.next(); !next.done; next = first.next()) {
    const rows = [next.value, ...others.map((one): Row => one.next().value)]
    const [, ...unit] = next.value.slice(0, ofUnit)
    const took = waves.map(({ answered }) => (answered.has(String(unit[0])) ? 1 : 0))
    yield [
      ...unit,
      took.join(''),
      ...took,
      ...groups.flatMap((group) => rows.flatMap((row) => group.map((place) => row[place] ?? null))),
      ...next.value.slice(last),
    ]
  }
}

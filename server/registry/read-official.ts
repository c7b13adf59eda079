import { auszugGv } from '../../analysis/sources/auszug-gv.ts'
import { gvSeries } from '../../analysis/sources/gv.ts'
import { gv100ad } from '../../analysis/sources/gv100ad.ts'
import type { Found, Given, NamedKreis, Reader, Refusal, Source } from '../../analysis/sources/source.ts'
import { unincorporated } from '../../analysis/territory/mergers.ts'
import type { OpenedFile, Table } from '../admindata/open-tables.ts'
import { isOfficialForm, type OfficialForm } from './official-forms.ts'
import { isTooFaulty } from './too-faulty.ts'

/** A Kommune as the directory of Destatis has it. */
export interface OfficialGemeinde {
  line: number
  column: string
  gkz: string
  name: string
  population: number | null
}

/** A Kreis as it is named there. */
export interface OfficialKreis {
  line: number
  kreis: string
  name: string
}

export interface Official {
  form: OfficialForm
  title: string
  /** The day as of which the directory was made, and that of its inhabitants, where the file says so. */
  asOf: string | undefined
  populationDate: string | undefined
  gemeinden: OfficialGemeinde[]
  /** Where the directory names them. */
  kreise: OfficialKreis[]
  problems: Refusal[]
}

/** Stands for a day that the file does not say. */
const unsaid = { start: '0001-01-01', months: 0 } as const

const land = '08'

/** The Kommunen of Baden-Württemberg in a GV100AD or AuszugGV; undefined where the file is neither. */
export async function readOfficial({ tables }: OpenedFile): Promise<Official | undefined> {
  for (const table of tables) {
    const source = [gv100ad, auszugGv].find((one) => one.recognises(table.head))
    if (source !== undefined && isOfficialForm(source.id)) return readWith(source, source.id, table)
  }
  return undefined
}

async function readWith(source: Source, form: OfficialForm, table: Table): Promise<Official> {
  const gemeinden: OfficialGemeinde[] = []
  const kreise: OfficialKreis[] = []
  const problems: Refusal[] = []
  const lines = new Map<string, number>()
  let populationDate: string | undefined

  function found({ series, key, name, line, keyColumn = '', figure, period }: Found): void {
    if (series !== gvSeries.people || !key.startsWith(land)) return
    const gkz = key.slice(land.length)
    if (unincorporated.has(gkz)) return
    const earlier = lines.get(gkz)
    if (earlier !== undefined) {
      const sentence = `${gkz} steht schon in Zeile ${earlier}. Bitte löschen Sie eine der beiden Zeilen.`
      problems.push({ line, column: keyColumn, sentence })
      return
    }
    lines.set(gkz, line)
    if (period.start !== unsaid.start) populationDate = period.start
    gemeinden.push({ line, column: keyColumn, gkz, name: plainName(name), population: figure.value })
  }

  function passed(named?: NamedKreis): void {
    if (named === undefined || !named.key.startsWith(land)) return
    kreise.push({ line: named.line, kreis: named.key.slice(land.length), name: plainKreis(named.name) })
  }

  const sink = { found, refused: (one: Refusal) => void problems.push(one), passed, warned() {} }
  const open = (given: Given) => source.open(table.head, given, sink)
  const first = open({})
  // What is missing may be no more than the day of the inhabitants, which names and keys do not need.
  const reader: Reader | Refusal[] = Array.isArray(first) ? open({ period: unsaid }) : first
  if (Array.isArray(reader)) return { form, title: source.title, ...nothing, problems: reader }
  for await (const { rows, lines: numbers, refusals } of table.batches(source.form, () => {})) {
    if (isTooFaulty(problems, numbers[0] ?? 1)) break
    problems.push(...refusals)
    for (const [index, cells] of rows.entries()) reader.take(cells, numbers[index] ?? 0)
  }
  const { title, asOf } = reader.end()
  return { form, title, asOf: asOf === unsaid.start ? undefined : asOf, populationDate, gemeinden, kreise, problems }
}

const nothing = { asOf: undefined, populationDate: undefined, gemeinden: [], kreise: [] }

/** Without `, Stadt`, `, Universitätsstadt`, `, Landeshauptstadt`. */
const plainName = (name: string) => name.replace(/, [\p{L} -]*stadt$/iu, '').trim()

/** Without `, Stadt`, `, Landkreis`, and the `Landkreis` in front: what it is stands beside its name. */
const plainKreis = (name: string) =>
  plainName(name.replace(/^(Stadtkreis|Landkreis) /, '')).replace(/, (Stadtkreis|Landkreis|Kreis)$/, '')

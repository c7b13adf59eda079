import { execFile } from 'node:child_process'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Database } from '../../server/database/database.ts'
import { formats as allFormats } from '../../server/export/formats/index.ts'
import { compile } from '../../surveys/compile/compile.ts'
import { addKommunen, addWave } from './export/answers.ts'
import type { Taken, Wanted } from './export/once.ts'
import { makes, otherWay, otherWays } from './export/other-way.ts'
import { median } from './median.ts'
import { largeQuestionnaire } from './questionnaire.ts'
import { settle } from './world.ts'

const turns = 5
const smaller = 10
const waves = { all: 'ausgabe', few: 'ausgabe-klein' }

/**
 * What a format must reach: of the speed of PostgreSQL's COPY, or of the time of our CSV and of programs that read that CSV and write
 * the format themselves. Others are told. All keep within the memory, and ten times as many rows take no longer each.
 */
const budgets: Readonly<Record<string, { ofCopy?: number; ofCsv?: number; ofOthers?: number; withCsv?: true }>> = {
  csv: { ofCopy: 0.8 },
  'csv-de': { ofCopy: 0.8 },
  // Those who use another program write our CSV first.
  dta: { ofCsv: 1.5, ofOthers: 1, withCsv: true },
  parquet: { ofOthers: 2, withCsv: true },
}
/** Workbooks are for small tables alone. */
const formats = allFormats.filter(({ name }) => name !== 'xlsx')
const mostMemory = 300
/** Clocks of a shared machine are no better. */
const mostGrowth = 1.25

export interface FormatSpeed extends Taken {
  name: string
  megabytes: number
  /** Speed as a share of COPY's; time as a multiple of that of our CSV, and of the fastest program that makes it of that. */
  ofCopy: number
  ofCsv: number
  ofOthers?: number
  /** Time for each row against that with a tenth of them. */
  growth: number
  faults: string[]
}

export interface ExportSpeed {
  name: 'export'
  title: string
  bare: Taken
  formats: FormatSpeed[]
  others: Partial<Record<string, number>>
  met: boolean
}

/**
 * The answers of a wave as a file in every format, each in a process of its own, in turns with the limit: the same query, unpacked by
 * `jsonb_to_record`, through COPY and pg-copy-streams into a file, without hash and line ends.
 */
export async function measureExport(
  { db }: Pick<Database, 'db'>,
  { folder, url, rows }: { folder: string; url: string; rows: number },
): Promise<ExportSpeed> {
  const instrument = compile(largeQuestionnaire())
  await addKommunen(db, rows)
  await addWave(db, instrument, waves.all, rows)
  await addWave(db, instrument, waves.few, rows / smaller)
  await settle(db)
  const path = join(folder, 'ausgabe.csv')
  const whats = ['copy', ...formats.map(({ name }) => name)]
  const taken: { what: string; few: boolean; taken: Taken; megabytes: number }[] = []
  const other: { name: string; time: number }[] = []
  for (let turn = 0; turn < turns; turn++) {
    for (const few of [true, false])
      for (const what of turn % 2 === 0 ? whats : whats.toReversed()) {
        const one = await once({ url, wave: few ? waves.few : waves.all, what, path })
        taken.push({ what, few, taken: one, megabytes: (await stat(path)).size / 2 ** 20 })
        if (what === 'csv' && !few)
          for (const name of otherWays) {
            const time = await otherWay(name, path, `${path}.${name}`)
            if (time !== undefined) other.push({ name, time })
            await rm(`${path}.${name}`, { force: true })
          }
        await rm(path)
      }
  }
  const of = (what: string, few = false) => taken.filter((one) => one.what === what && one.few === few)
  const middle = (what: string, few = false): Taken => {
    const own = of(what, few).map((one) => one.taken)
    const each = (key: keyof Taken) => median(own.map((one) => one[key]))
    return { time: each('time'), cpu: each('cpu'), peak: Math.max(...own.map(({ peak }) => peak)) }
  }
  const others: Partial<Record<string, number>> = Object.fromEntries(
    otherWays.flatMap((name) => {
      const own = other.filter((one) => one.name === name)
      return own.length === 0 ? [] : [[name, median(own.map(({ time }) => time))]]
    }),
  )
  const ratio = (what: string, to: string) =>
    median(of(what).map((one, turn) => one.taken.time / (of(to)[turn]?.taken.time ?? Number.NaN)))
  const ofOthers = (name: string) => {
    const own = otherWays.filter((way) => makes(way) === name).flatMap((way) => others[way] ?? [])
    const before = budgets[name]?.withCsv ? middle('csv').time : 0
    return own.length === 0 ? {} : { ofOthers: middle(name).time / (before + Math.min(...own)) }
  }
  const measured = formats.map(({ name }): FormatSpeed => {
    const own = {
      name,
      ...middle(name),
      megabytes: of(name)[0]?.megabytes ?? 0,
      ofCopy: 1 / ratio(name, 'copy'),
      ofCsv: ratio(name, 'csv'),
      ...ofOthers(name),
      growth: middle(name).time / middle(name, true).time / smaller,
    }
    return { ...own, faults: faultsOf(own) }
  })
  return {
    name: 'export',
    title: `Ausgabe von ${rows.toLocaleString('de-DE')} Abgaben mit 150 Zahlen`,
    bare: middle('copy'),
    formats: measured,
    others,
    met: measured.every(({ faults }) => faults.length === 0),
  }
}

function faultsOf({ name, ofCopy, ofCsv, ofOthers, growth, peak }: Omit<FormatSpeed, 'faults'>): string[] {
  const budget = budgets[name] ?? {}
  return [
    ...(ofCopy < (budget.ofCopy ?? 0) ? [`verlangt ab ${budget.ofCopy} von COPY`] : []),
    ...(budget.ofCsv !== undefined && ofCsv > budget.ofCsv ? [`erlaubt bis zum ${budget.ofCsv}-Fachen der CSV`] : []),
    ...(budget.ofOthers !== undefined && ofOthers !== undefined && ofOthers > budget.ofOthers
      ? ['langsamer als andere Programme']
      : []),
    ...(peak > mostMemory ? [`erlaubt bis ${mostMemory} MB`] : []),
    ...(growth > mostGrowth ? ['wächst schneller als die Zeilen'] : []),
  ]
}

const run = promisify(execFile)

async function once(wanted: Wanted): Promise<Taken> {
  const script = fileURLToPath(new URL('export/once.ts', import.meta.url))
  const { stdout } = await run(process.execPath, ['--import=tsx', script, JSON.stringify(wanted)])
  return JSON.parse(stdout)
}

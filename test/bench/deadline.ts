import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openContext } from '../../server/boot/open.ts'
import type { Db } from '../../server/database/database.ts'
import { Random } from '../../server/demo/random.ts'
import { Forms } from '../../server/forms/form.ts'
import { projectRoot } from '../../server/project-root.ts'
import { findPublicWave } from '../../server/store/waves.ts'
import { startChild } from '../support/child.ts'
import { startContender } from './contender.ts'
import { median, quantile } from './median.ts'
import { type Doings, noDoings, workOn } from './people.ts'
import { type Colleague, exporting, logInStaff, printing, research, type Served } from './staff.ts'
import { type Guest, logInGuest } from './world.ts'

const people = 400
const researchers = 5
const printers = 5
const turns = 3
/** Seconds of a turn; what happens in the first few is not counted: all begin at once. */
const lasting = { start: 6, counted: 20 }
const wave = 'umfrage-1'

/** How many times as long as without staff a page of a form may take. */
const budget = 2

interface Hour {
  name: string
  /** Milliseconds of 95 of 100 pages. */
  quiet: number
  busy: number
  ratio: number
  served: Record<string, number>
  refused: string[]
}

export interface Deadline {
  name: 'deadline'
  title: string
  ours: Hour
  /** The same work by one process, which shows that the measure finds what it looks for. */
  alone: Hour
  budget: number
  pages: number
  saves: number
  submissions: number
  lost: number
  met: boolean
}

/** The last hour before the Frist: 400 people in forms with and without the staff at work, in the demo world. */
export async function measureDeadline(folder: string): Promise<Deadline> {
  const data = join(folder, 'letzte-stunde')
  await mkdir(data, { mode: 0o711 })
  const env = { STICHTAG_DATA: data, PORT: '0', LOG_LEVEL: 'warn' }
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
  try {
    const url = /http:\S+/.exec(await child.line(/^Stichtag läuft/))?.[0] ?? ''
    await child.line(/vollständig/)
    const context = await openContext({ env })
    const alone = await startContender('alone', env, join(folder, 'alone.log'))
    try {
      return await measureBoth(context, url, alone.url)
    } finally {
      await alone.end()
      await context.close()
    }
  } finally {
    child.process.kill('SIGTERM')
    await child.ended
    await rm(data, { recursive: true, force: true })
  }
}

type Context = Awaited<ReturnType<typeof openContext>>

async function measureBoth({ db, keys }: Context, url: string, aloneUrl: string): Promise<Deadline> {
  const found = await findPublicWave(db, wave)
  if (found === undefined) throw new Error(`the demo world has no ${wave}`)
  const { instrument } = await new Forms().get(found)
  const sections = instrument.sections.map(({ id }) => id)
  const participants = await sql<{ id: number; unit: string }>`
    select p.id, p.unit from participant p where p.wave_id = ${wave} and exists (select from submission where participant_id = p.id)
    order by p.id limit ${people}`.execute(db)
  const guests: Guest[] = []
  for (const { id, unit } of participants.rows) guests.push(await logInGuest(db, keys, wave, { id, unit }))
  if (guests.length < people) throw new Error(`only ${guests.length} have submitted`)
  const staff: Colleague[] = []
  for (let n = 0; n < researchers; n += 1) staff.push(await logInStaff(db, keys, n % 2 ? 'evaluation' : 'forschung'))
  const exporter = await logInStaff(db, keys, 'administration')

  const all = noDoings()
  const hourOf = async (name: string, base: string): Promise<Hour> => {
    const rounds: { quiet: number; busy: number }[] = []
    const served: Served = new Map()
    const refused = new Map<string, number>()
    for (let turn = 0; turn < turns; turn += 1) {
      const quiet = await hour({ base, guests, sections, turn })
      const busy = await hour({ base, guests, sections, turn, staff, exporter, served })
      for (const doings of [quiet, busy]) {
        addTo(all, doings)
        for (const [what, count] of doings.refused) refused.set(what, (refused.get(what) ?? 0) + count)
      }
      rounds.push({ quiet: quantile(quiet.pages, 0.95), busy: quantile(busy.pages, 0.95) })
    }
    return {
      name,
      quiet: median(rounds.map(({ quiet }) => quiet)),
      busy: median(rounds.map(({ busy }) => busy)),
      ratio: median(rounds.map(({ quiet, busy }) => busy / quiet)),
      served: Object.fromEntries(served),
      refused: [...refused].map(([what, count]) => `${count} × ${what}`),
    }
  }
  const ours = await hourOf('Stichtag', url)
  const alone = await hourOf('ein Prozess', aloneUrl)
  const lost = await countLost(db, all.stored)
  return {
    name: 'deadline',
    title: `Die letzte Stunde: ${people} in Formularen, dazu ${researchers} Auswertende, Exporte und PDF`,
    ours,
    alone,
    budget,
    pages: all.pages.length,
    saves: all.saves,
    submissions: all.submissions,
    lost,
    met: ours.ratio <= budget && ours.refused.length === 0 && lost === 0,
  }
}

interface HourOf {
  base: string
  guests: readonly Guest[]
  sections: readonly string[]
  turn: number
  staff?: readonly Colleague[]
  exporter?: Colleague
  served?: Served
}

async function hour({
  base,
  guests,
  sections,
  turn,
  staff = [],
  exporter,
  served = new Map(),
}: HourOf): Promise<Doings> {
  const stopping = new AbortController()
  const { signal } = stopping
  const doings = noDoings()
  const work = { base, served, signal }
  const doing = [
    ...guests.map((guest, index) => {
      const random = new Random(`${turn} ${index}`)
      return workOn(base, guest, sections, doings, { random: () => random.next(), signal })
    }),
    ...staff.map((colleague, index) => research(colleague, index, work)),
    ...(exporter === undefined ? [] : [exporting(exporter, work)]),
    ...(staff.length === 0
      ? []
      : guests
          .slice(0, printers)
          .map(({ unit, cookie }) => printing(`${base}/erhebung/${wave}/${unit}`, cookie, work))),
  ]
  await sleep(lasting.start * 1_000)
  doings.pages.length = 0
  await sleep(lasting.counted * 1_000)
  const pages = [...doings.pages]
  stopping.abort()
  await Promise.all(doing)
  return { ...doings, pages }
}

function addTo(all: Doings, { pages, saves, submissions, stored }: Doings): void {
  all.pages.push(...pages)
  all.saves += saves
  all.submissions += submissions
  for (const [participant, text] of stored) all.stored.set(participant, text)
}

/** Of what was said to be stored last, what the database does not have. */
async function countLost(db: Db, stored: ReadonlyMap<number, string>): Promise<number> {
  const { rows } = await sql<{ id: number; value: string }>`
    select participant_id as id, value from draft_value where field = 'anmerkungen'`.execute(db)
  const kept = new Map(rows.map(({ id, value }) => [id, value]))
  return [...stored].filter(([participant, text]) => kept.get(participant) !== text).length
}

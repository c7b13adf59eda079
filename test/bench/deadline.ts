import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openContext } from '../../server/boot/open.ts'
import type { Db } from '../../server/database/database.ts'
import { Forms } from '../../server/forms/form.ts'
import { projectRoot } from '../../server/project-root.ts'
import { findPublicWave } from '../../server/store/waves.ts'
import { type Child, startChild } from '../support/child.ts'
import { startProxy } from '../support/proxy.ts'
import { startContender } from './contender.ts'
import { type Cast, type Hour, measureHour } from './hour.ts'
import { noDoings } from './people.ts'
import { logInStaff } from './staff.ts'
import { logInGuest } from './world.ts'

const people = 400
const researchers = 5
/** As many processes compute as the product starts by itself. */
const workers = 2
const wave = 'umfrage-1'

/** How many times as long as without staff a page of a form may take; and as without people an evaluation, a file, a PDF. */
const budgets = { page: 2, staff: 4 }

export interface Deadline {
  name: 'deadline'
  title: string
  ours: Hour
  /**
   * Two instances behind a proxy, one of which is killed in the middle of each turn, with the staff and without: what its end costs those
   * in forms, since one then does the work of two, is no doing of the staff.
   */
  two: Hour
  /** The same work by one process, which shows that the measure finds what it looks for. */
  alone: Hour
  budgets: typeof budgets
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
  const env = { STICHTAG_DATA: data, PORT: '0', LOG_LEVEL: 'warn', TRUST_PROXY: '127.0.0.1' }
  const first = await serve(env)
  let second: { child: Child; url: string } | undefined
  try {
    await first.child.line(/vollständig/)
    const context = await openContext({ env })
    const { db, keys } = context
    const cast = await castOf(db, keys)
    const all = noDoings()
    try {
      const ours = await measureHour({ name: 'Stichtag', base: first.url, reckoners: workers }, cast, all)
      // Both are on one machine, which computes with as many processes as before.
      const envOfSecond = { ...env, STICHTAG_WORKERS: '0' }
      second = await serve(envOfSecond)
      const port = Number(new URL(second.url).port)
      const proxy = await startProxy(data, [Number(new URL(first.url).port), port])
      const amid = async () => {
        second?.child.process.kill('SIGKILL')
        await second?.child.ended
      }
      const afterwards = async () => {
        second = await serve({ ...envOfSecond, PORT: `${port}` })
      }
      const two = await measureHour({ name: 'zwei, einer getötet', base: proxy.base, amid, afterwards }, cast, all)
      await proxy.end()
      const lost = await countLost(db, all.stored)
      const bare = await startContender('alone', env, join(folder, 'alone.log'))
      const alone = await measureHour({ name: 'ein Prozess', base: bare.url }, cast, noDoings())
      await bare.end()
      const isMet = ({ ratio, staff, refused }: Hour) =>
        ratio <= budgets.page && refused.length === 0 && Object.values(staff).every((one) => one.ratio <= budgets.staff)
      return {
        name: 'deadline',
        title: `Die letzte Stunde: ${people} in Formularen, dazu ${researchers} Auswertende, Exporte und PDF`,
        ours,
        two,
        alone,
        budgets,
        pages: all.pages.length,
        saves: all.saves,
        submissions: all.submissions,
        lost,
        met: isMet(ours) && isMet(two) && lost === 0,
      }
    } finally {
      await context.close()
    }
  } finally {
    for (const one of [first, second]) {
      one?.child.process.kill('SIGTERM')
      await one?.child.ended
    }
    await rm(data, { recursive: true, force: true })
  }
}

async function serve(env: Record<string, string>): Promise<{ child: Child; url: string }> {
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
  return { child, url: /http:\S+/.exec(await child.line(/^Stichtag läuft/))?.[0] ?? '' }
}

type Context = Awaited<ReturnType<typeof openContext>>

async function castOf(db: Db, keys: Context['keys']): Promise<Cast> {
  const found = await findPublicWave(db, wave)
  if (found === undefined) throw new Error(`the demo world has no ${wave}`)
  const { instrument } = await new Forms().get(found)
  const participants = await sql<{ id: number; unit: string }>`
    select p.id, p.unit from participant p where p.wave_id = ${wave} and exists (select from submission where participant_id = p.id)
    order by p.id limit ${people}`.execute(db)
  const guests: Cast['guests'][number][] = []
  for (const { id, unit } of participants.rows) guests.push(await logInGuest(db, keys, wave, { id, unit }))
  if (guests.length < people) throw new Error(`only ${guests.length} have submitted`)
  const staff: Cast['researchers'][number][] = []
  for (let n = 0; n < researchers; n += 1) staff.push(await logInStaff(db, keys, n % 2 ? 'evaluation' : 'forschung'))
  const exporter = await logInStaff(db, keys, 'forschung')
  return { guests, sections: instrument.sections.map(({ id }) => id), researchers: staff, exporter }
}

/** Of what was said to be stored last, what the database does not have. */
async function countLost(db: Db, stored: ReadonlyMap<number, string>): Promise<number> {
  const { rows } = await sql<{ id: number; value: string }>`
    select participant_id as id, value from draft_value where field = 'anmerkungen'`.execute(db)
  const kept = new Map(rows.map(({ id, value }) => [id, value]))
  return [...stored].filter(([participant, text]) => kept.get(participant) !== text).length
}

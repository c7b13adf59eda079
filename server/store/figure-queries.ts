import { sql } from 'kysely'
import { type Place, placeOf } from '../../analysis/rollup/structure.ts'
import type { Db } from '../database/database.ts'
import type { QueryFacts } from '../queries/standing.ts'
import { noteStaff } from './staff-audit.ts'

export interface FigureEntry {
  kind: 'asked' | 'answered'
  text: string
  at: Date
  account: string
}

/** What a level asks a unit below it about a figure, with what both said. */
export interface FigureQuery extends QueryFacts {
  id: number
  from: Place
  to: Place
  figure: string
  entries: FigureEntry[]
}

interface Row {
  id: number
  query: number
  from_level: string | null
  from_unit: string | null
  level: string | null
  unit: string | null
  figure: string | null
  kind: 'asked' | 'answered' | 'closed'
  text: string
  due: string | null
  account: string
  at: Date
}

/** All of a wave: those that are not closed first, then by their numbers. */
export async function figureQueries(db: Db, wave: string): Promise<FigureQuery[]> {
  const { rows } = await sql<Row>`
    select s.*, coalesce(s.query_id, s.id) as query, s.due_on as due, a.name as account
    from contact.roll_up_said s join staff.account a on a.id = s.account_id
    where s.wave_id = ${wave} order by query, s.id`.execute(db)
  const threads = new Map<number, Row[]>()
  for (const row of rows) threads.set(row.query, [...(threads.get(row.query) ?? []), row])
  const queries = [...threads.values()].flatMap(readThread)
  return queries.sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null) || a.id - b.id)
}

function readThread(rows: Row[]): FigureQuery[] {
  const [first] = rows
  if (first === undefined) return []
  const { id, from_level: fromLevel, from_unit: fromUnit, level, unit, figure } = first
  const said = rows.flatMap(({ kind, text, at, account }): FigureEntry[] =>
    kind === 'closed' ? [] : [{ kind, text, at, account }],
  )
  return [
    {
      id,
      from: placeOf(fromLevel ?? '', fromUnit ?? ''),
      to: placeOf(level ?? '', unit ?? ''),
      figure: figure ?? '',
      entries: said,
      lastKind: said.at(-1)?.kind ?? 'asked',
      dueOn: rows.findLast(({ due }) => due !== null)?.due ?? '',
      closedAt: rows.find(({ kind }) => kind === 'closed')?.at ?? null,
    },
  ]
}

interface Asking {
  wave: string
  from: { level: string; unit: string }
  to: { level: string; unit: string }
  figure: string
  text: string
  dueOn: string
  by: number
}

/** Asks a unit about a figure. Where a thread on it is open, that goes on; comes back with its number. */
export async function askAboutFigure(db: Db, { wave, from, to, figure, text, dueOn, by }: Asking): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await inTurn(trx, wave)
    const open = (await figureQueries(trx, wave)).find(
      (one) =>
        one.closedAt === null &&
        one.from === placeOf(from.level, from.unit) &&
        one.to === placeOf(to.level, to.unit) &&
        one.figure === figure,
    )
    const last = open?.entries.at(-1)
    // A second click asks nothing new.
    if (open !== undefined && last?.kind === 'asked' && last.text === text) return open.id
    const { id } = await trx
      .insertInto('contact.roll_up_said')
      .values({
        ...{ wave_id: wave, kind: 'asked', text, due_on: dueOn, account_id: by },
        ...(open === undefined
          ? { from_level: from.level, from_unit: from.unit, level: to.level, unit: to.unit, figure }
          : { query_id: open.id }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const query = open?.id ?? id
    await noteStaff(trx, { action: 'figure_query_asked', accountId: by, wave, detail: { query, ...to } })
    return query
  })
}

interface Saying {
  wave: string
  id: number
  to: { level: string; unit: string }
  kind: 'answered' | 'closed'
  text: string
  by: number
}

/** Answers a question or closes it. False where it is closed already. */
export async function sayToFigureQuery(db: Db, { wave, id, to, kind, text, by }: Saying): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await inTurn(trx, wave)
    const query = (await figureQueries(trx, wave)).find((one) => one.id === id)
    if (query === undefined || query.closedAt !== null) return false
    const last = query.entries.at(-1)
    if (last?.kind === kind && last.text === text) return true
    await trx
      .insertInto('contact.roll_up_said')
      .values({ wave_id: wave, query_id: id, kind, text, account_id: by })
      .execute()
    const action = kind === 'closed' ? 'figure_query_closed' : 'figure_query_answered'
    await noteStaff(trx, { action, accountId: by, wave, detail: { query: id, ...to } })
    return true
  })
}

const inTurn = (trx: Db, wave: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`roll_up_said ${wave}`}, 0))`.execute(trx)

import { sql } from 'kysely'
import type { FiguresCame, RollUpEvent, Signed } from '../../analysis/rollup/events.ts'
import { type Place, placeOf } from '../../analysis/rollup/structure.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from './staff-audit.ts'

/** A person who is asked, and the Verbund; those without their number belong to none. */
export interface RolledPerson {
  id: number
  unit: string
  number: string | null
  verbund: string | null
}

export async function rolledPersons(db: Db, wave: string): Promise<RolledPerson[]> {
  return db
    .selectFrom('participant as p')
    .select(['p.id', 'p.unit', 'p.im_nummer as number', sql<string | null>`left(p.im_nummer, 6)`.as('verbund')])
    .where('p.wave_id', '=', wave)
    .orderBy('p.unit')
    .execute()
}

/** All that came in and was signed in a wave. Of persons what they gave themselves: a revision never changes its values. */
export async function rollUpEvents(
  db: Db,
  { wave, level, persons }: { wave: string; level: string; persons: readonly RolledPerson[] },
): Promise<RollUpEvent[]> {
  const units = new Map(persons.map(({ id, unit }) => [String(id), unit]))
  const [given, own, signed] = await Promise.all([
    sql<{ unit: string; revision: number; at: Date; answers: Record<string, unknown> }>`
      select p.unit, s.revision, s.submitted_at as at, s.answers
      from participant p join collected_in(null) s on s.participant_id = p.id where p.wave_id = ${wave}`.execute(db),
    db
      .selectFrom('roll_up_figures as f')
      .innerJoin('staff.account as a', 'a.id', 'f.account_id')
      .select(['f.level', 'f.unit', 'f.revision', 'f.given', 'f.at', 'a.name as by'])
      .where('f.wave_id', '=', wave)
      .execute(),
    db
      .selectFrom('roll_up_sign_off as s')
      .innerJoin('staff.account as a', 'a.id', 's.account_id')
      .select(['s.level', 's.unit', 's.number', 's.content', 's.at', 'a.name as by'])
      .where('s.wave_id', '=', wave)
      .execute(),
  ])
  const place = (stored: string): Place => {
    const [of = '', key = ''] = stored.split('/')
    return placeOf(of, of === level ? (units.get(key) ?? key) : key)
  }
  return [
    ...given.rows.map(
      ({ unit, revision, at, answers }): FiguresCame => ({
        kind: 'figures',
        place: placeOf(level, unit),
        revision,
        values: numbersIn(answers),
        at: at.toISOString(),
        by: unit,
      }),
    ),
    ...own.map(
      ({ level: of, unit, revision, given: values, at, by }): FiguresCame => ({
        kind: 'figures',
        place: placeOf(of, unit),
        revision,
        values,
        at: at.toISOString(),
        by,
      }),
    ),
    ...signed.map(
      ({ level: of, unit, number, content, at, by }): Signed => ({
        kind: 'signed',
        place: placeOf(of, unit),
        number,
        content: Object.fromEntries(Object.entries(content).map(([stored, revision]) => [place(stored), revision])),
        at: at.toISOString(),
        by,
      }),
    ),
  ]
}

const numbersIn = (answers: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  )

interface Act {
  wave: string
  level: string
  unit: string
  by: number
}

/** Keeps the own figures of a unit as a further revision. */
export async function addFigures(db: Db, act: Act & { values: Readonly<Record<string, number>> }): Promise<void> {
  const { wave, level, unit, by } = act
  await db.transaction().execute(async (trx) => {
    await inTurn(trx, act)
    const { rows } = await sql<{ revision: number }>`
      insert into roll_up_figures (wave_id, level, unit, revision, given, account_id)
      select ${wave}, ${level}, ${unit}, coalesce(max(revision), 0) + 1, ${JSON.stringify(act.values)}::jsonb, ${by}::bigint
      from roll_up_figures where wave_id = ${wave} and level = ${level} and unit = ${unit}
      returning revision`.execute(trx)
    const detail = { level, unit, revision: rows[0]?.revision ?? 0 }
    await noteStaff(trx, { action: 'figures_given', accountId: by, wave, detail })
  })
}

/** Keeps that somebody stands for a content; persons stand there by the numbers of their participants. */
export async function addSignOff(
  db: Db,
  act: Act & { signed: Signed; personLevel: string; persons: readonly RolledPerson[] },
): Promise<void> {
  const { wave, level, unit, by, signed, personLevel, persons } = act
  const ids = new Map(persons.map((one) => [placeOf(personLevel, one.unit), placeOf(personLevel, String(one.id))]))
  const content = Object.entries(signed.content).map(([place, revision]) => [
    ids.get(place as Place) ?? place,
    revision,
  ])
  await db.transaction().execute(async (trx) => {
    await inTurn(trx, act)
    const { rows } = await sql<{ number: number }>`
      insert into roll_up_sign_off (wave_id, level, unit, number, content, account_id)
      select ${wave}, ${level}, ${unit}, coalesce(max(number), 0) + 1,
        ${JSON.stringify(Object.fromEntries(content))}::jsonb, ${by}::bigint
      from roll_up_sign_off where wave_id = ${wave} and level = ${level} and unit = ${unit}
      returning number`.execute(trx)
    const detail = { level, unit, number: rows[0]?.number ?? 0 }
    await noteStaff(trx, { action: 'figures_signed', accountId: by, wave, detail })
  })
}

/** Two who act on one unit at once do so one after the other. */
const inTurn = (trx: Db, { wave, level, unit }: Act) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`roll_up ${wave} ${level}/${unit}`}, 0))`.execute(trx)

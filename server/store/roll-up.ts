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

interface OfWave {
  wave: string
  /** The level of the persons who are asked in it. */
  level: string
  persons: readonly RolledPerson[]
  /** The waves in which units of other levels give their own figures. */
  others: readonly { level: string; wave: string }[]
}

/**
 * All that came in, was corrected and was signed in a wave. What was typed for a unit comes before what it gives in a wave of its own:
 * once it is asked there, nothing is typed any more.
 */
export async function rollUpEvents(db: Db, { wave, level, persons, others }: OfWave): Promise<RollUpEvent[]> {
  const units = new Map(persons.map(({ id, unit }) => [String(id), unit]))
  const [given, own, signed] = await Promise.all([
    Promise.all([{ level, wave }, ...others].map((one) => figuresGiven(db, one))),
    db
      .selectFrom('roll_up_figures as f')
      .innerJoin('staff.account as a', 'a.id', 'f.account_id')
      .select(['f.level', 'f.unit', 'f.revision', 'f.given', 'f.at', 'a.name as by'])
      .where('f.wave_id', '=', wave)
      .execute(),
    db
      .selectFrom('roll_up_sign_off as s')
      .innerJoin('staff.account as a', 'a.id', 's.account_id')
      .select(['s.level', 's.unit', 's.number', 's.content', 's.expected', 's.at', 'a.name as by'])
      .where('s.wave_id', '=', wave)
      .execute(),
  ])
  const place = (stored: string): Place => {
    const [of = '', key = ''] = stored.split('/')
    return placeOf(of, of === level ? (units.get(key) ?? key) : key)
  }
  const typed = new Map<Place, number>()
  for (const { level: of, unit, revision } of own)
    typed.set(placeOf(of, unit), Math.max(typed.get(placeOf(of, unit)) ?? 0, revision))
  return [
    ...given.flat().map((one) => ({ ...one, revision: (typed.get(one.place) ?? 0) + one.revision })),
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
      ({ level: of, unit, number, content, expected, at, by }): Signed => ({
        kind: 'signed',
        place: placeOf(of, unit),
        number,
        content: Object.fromEntries(Object.entries(content).map(([stored, revision]) => [place(stored), revision])),
        ...(expected === null ? {} : { expected: expected.map(place) }),
        at: at.toISOString(),
        by,
      }),
    ),
  ]
}

/**
 * What came in of a wave, as it is used: with each submission, and with each Korrektur of the office or its undoing, a revision, whose
 * number is the state of the data, so that its values never change.
 */
async function figuresGiven(db: Db, { level, wave }: { level: string; wave: string }): Promise<FiguresCame[]> {
  const { rows } = await sql<{
    unit: string
    state: number
    at: Date
    by: string | null
    answers: Record<string, unknown>
  }>`
    with given as materialized (
      select s.participant_id, s.state, s.revision, s.submitted_at, s.answers
      from collected_in(null) s join participant p on p.id = s.participant_id where p.wave_id = ${wave}
    ), change as (
      select participant_id, state, submitted_at as at, null as by from given
      union all
      select a.participant_id, a.state, a.at, 'Korrektur' || coalesce(', ' || s.name, '')
      from amendment a left join staff.account s on s.id = a.account_id
      union all
      select a.participant_id, a.undone_state, a.undone_at, 'Korrektur zurückgenommen' || coalesce(', ' || s.name, '')
      from amendment a left join staff.account s on s.id = a.undone_by where a.undone_state is not null
    )
    select distinct on (p.id, c.state) p.unit, c.state, c.at, c.by,
      case when m.chain is null then g.answers else (amended(g.answers, m.chain)).answers end as answers
    from participant p join change c on c.participant_id = p.id
    join given g on g.participant_id = p.id and g.state <= c.state
    cross join lateral (select array_agg(a order by a.state, a.id) as chain from amendment a
      where a.participant_id = p.id and counts_in(a, c.state)) m
    where p.wave_id = ${wave} order by p.id, c.state, g.revision desc`.execute(db)
  return rows.map(({ unit, state, at, by, answers }) => ({
    kind: 'figures',
    place: placeOf(level, unit),
    revision: state,
    values: numbersIn(answers),
    at: at.toISOString(),
    by: by ?? unit,
  }))
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
  const stored = (place: string) => ids.get(place as Place) ?? place
  const content = Object.entries(signed.content).map(([place, revision]) => [stored(place), revision])
  const expected = (signed.expected ?? []).map(stored)
  await db.transaction().execute(async (trx) => {
    await inTurn(trx, act)
    const { rows } = await sql<{ number: number }>`
      insert into roll_up_sign_off (wave_id, level, unit, number, content, expected, account_id)
      select ${wave}, ${level}, ${unit}, coalesce(max(number), 0) + 1,
        ${JSON.stringify(Object.fromEntries(content))}::jsonb, ${JSON.stringify(expected)}::jsonb, ${by}::bigint
      from roll_up_sign_off where wave_id = ${wave} and level = ${level} and unit = ${unit}
      returning number`.execute(trx)
    const detail = { level, unit, number: rows[0]?.number ?? 0 }
    await noteStaff(trx, { action: 'figures_signed', accountId: by, wave, detail })
  })
}

/** Two who act on one unit at once do so one after the other. */
const inTurn = (trx: Db, { wave, level, unit }: Act) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`roll_up ${wave} ${level}/${unit}`}, 0))`.execute(trx)

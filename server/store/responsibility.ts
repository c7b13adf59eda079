import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { type Carrier, carrierOf } from '../registry/carrier.ts'
import { unitJoins, unitName } from './asked-unit.ts'
import { type One, which } from './field-participants.ts'

/** Who answers for a unit of a wave. */
export interface Answering {
  unit: string
  name: string
  /** The unit that answers: an Antragsverbund (which may be a Landkreis), or the Kommune itself. */
  by: string
  byName: string
  how: Carrier
  /** It is a Kommune, not a person. */
  isKommune: boolean
}

/** For each unit that a wave asks, or for one of them, the one that answers for it, as of the Stichtag of the wave. */
export async function answersFor(db: Db, wave: string, one?: One): Promise<Answering[]> {
  const { rows } = await sql<
    Omit<Answering, 'how' | 'isKommune'> & { gkz: string | null; verbund: string | null; members: number }
  >`
    with day as (select coalesce(stichtag, (now() at time zone 'Europe/Berlin')::date) as day from wave where id = ${wave}),
      member as (select m.gkz, m.verbund, count(*) over (partition by m.verbund)::integer as members
        from verbund_mitglied m, day where day.day between m.valid_from and coalesce(m.valid_to, 'infinity'))
    select p.unit, p.gkz, coalesce(o.verbund, v.verbund) as verbund, coalesce(m.members, 0) as members,
      coalesce(${sql.raw(unitName)}, p.unit) as name, coalesce(o.verbund, v.verbund, p.unit) as by,
      coalesce(o.name, ${sql.raw(unitName)}, p.unit) as "byName"
    from participant p ${sql.raw(unitJoins())}
    left join member m on m.gkz = p.gkz
    left join verbund o on o.verbund = m.verbund
    where p.wave_id = ${wave} and ${which(one)} order by p.unit`.execute(db)
  return rows.map(({ gkz, verbund, members, ...one }) => ({
    ...one,
    how: carrierOf({ gkz, verbund, members }),
    isKommune: gkz !== null,
  }))
}

/** Who answers for a unit, where that is another one, and for which others it answers. */
export async function answersBeside(
  db: Db,
  wave: string,
  unit: string,
): Promise<{ by: Answering | undefined; others: Answering[] }> {
  const all = await answersFor(db, wave)
  return {
    by: all.find((one) => one.unit === unit && one.by !== unit),
    others: all.filter((one) => one.by === unit && one.unit !== unit),
  }
}

/** A Kommune in an Antragsverbund, with how long. */
export interface Membership {
  gkz: string
  name: string
  verbund: string
  verbundName: string
  synthetic: boolean
  from: string
  until: string | null
}

/** To which Antragsverbünde a Kommune belonged, the newest first. */
export const membershipsOf = (db: Db, gkz: string): Promise<Membership[]> =>
  memberships(db, sql`m.gkz = ${gkz}`, sql`m.valid_from desc`)

/** Who belongs or belonged to an Antragsverbund, by name. */
export const membersOf = (db: Db, verbund: string): Promise<Membership[]> =>
  memberships(db, sql`m.verbund = ${verbund}`, sql`g.name, m.gkz, m.valid_from`)

async function memberships(
  db: Db,
  which: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select m.gkz, g.name, m.verbund, v.name as "verbundName", v.synthetic, m.valid_from as "from", m.valid_to as until
    from verbund_mitglied m join verbund v using (verbund)
    join gemeinde g on g.gkz = m.gkz and g.valid_from = m.gemeinde_valid_from
    where ${which} order by ${order}`.execute(db)
  return rows
}

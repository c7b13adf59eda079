import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Provider, RecipientKind } from '../registry/funding/kinds.ts'
import { fits, type Listed, paged, type RegisterFilter, valid } from './register-list.ts'

export interface ListedRecipient {
  empfaenger: string
  art: RecipientKind
  name: string
  from: string
  until: string | null
  /** For how many Kommunen, and with how many persons and full posts. */
  kommunen: number
  persons: number
  vzae: number
}

export function listRecipients(db: Db, filter: RegisterFilter): Promise<Listed<ListedRecipient>> {
  const { day } = filter
  return paged(
    db,
    filter,
    sql`select e.empfaenger, e.art, e.name, e.valid_from as "from", e.valid_to as until,
        (select count(*) from durchfuehrung d where d.empfaenger = e.empfaenger and ${valid('d', day)})::integer as kommunen,
        (select count(*) from einsatz p where p.empfaenger = e.empfaenger and ${valid('p', day)})::integer as persons,
        (select coalesce(sum(p.vzae), 0) from einsatz p
          where p.empfaenger = e.empfaenger and ${valid('p', day)})::double precision as vzae
      from empfaenger e where ${valid('e', day)} and ${fits(filter, sql`e.name`, sql`e.empfaenger`)}
      order by e.name collate "de-x-icu", e.empfaenger`,
  )
}

/** Who carries out the Integrationsmanagement of a Kommune, and who receives the grant for it. */
export interface ListedProvision {
  gkz: string
  name: string
  wer: Provider
  durch: string
  /** The name of whoever carries it out. */
  durchName: string
  empfaenger: string
  empfaengerName: string
  from: string
  until: string | null
}

export function listProvisions(db: Db, filter: RegisterFilter): Promise<Listed<ListedProvision>> {
  const { day } = filter
  return paged(
    db,
    filter,
    sql`select d.gkz, g.name, ${provision}
      from durchfuehrung d join gemeinde g on g.gkz = d.gkz and g.valid_from = d.gemeinde_valid_from
      ${names}
      where ${valid('d', day)} and ${fits(filter, sql`g.name`, sql`d.gkz`)}
      order by g.name collate "de-x-icu", d.gkz`,
  )
}

const provision = sql`d.wer, d.durch, coalesce(by.name, d.durch) as "durchName", d.empfaenger,
  coalesce(e.name, d.empfaenger) as "empfaengerName", d.valid_from as "from", d.valid_to as until`

/** Names as of the first day of a row; a Kreis is called as it is today where it was not yet known then. */
const names = sql`
  left join empfaenger e on e.empfaenger = d.empfaenger
    and d.valid_from between e.valid_from and coalesce(e.valid_to, 'infinity')
  left join lateral (
    select name from (
      select n.name, n.valid_from from gemeinde n where d.wer in ('selbst', 'kommune') and n.gkz = d.durch
      union all
      select case when k.name ~* 'kreis$' then k.name else k.typ || ' ' || k.name end, k.valid_from
      from kreis k where d.wer = 'kreis' and k.kreis = left(d.durch, 3)
      union all
      select v.name, '-infinity'::date from verbund v where d.wer = 'verbund' and v.verbund = d.durch
    ) n order by n.valid_from <= d.valid_from desc, n.valid_from desc limit 1
  ) by on true`

/** Who carried out the Integrationsmanagement of a Kommune, the newest first. */
export async function provisionsOf(db: Db, gkz: string): Promise<Omit<ListedProvision, 'gkz' | 'name'>[]> {
  const { rows } = await sql<Omit<ListedProvision, 'gkz' | 'name'>>`
    select ${provision} from durchfuehrung d ${names} where d.gkz = ${gkz} order by d.valid_from desc`.execute(db)
  return rows
}

export interface ListedPosting {
  number: string
  empfaenger: string
  empfaengerName: string
  vzae: number
  from: string
  until: string | null
}

export function listPostings(db: Db, filter: RegisterFilter): Promise<Listed<ListedPosting>> {
  const { day } = filter
  return paged(
    db,
    filter,
    sql`select p.im_nummer as number, p.empfaenger, coalesce(e.name, p.empfaenger) as "empfaengerName",
        p.vzae::double precision as vzae, p.valid_from as "from", p.valid_to as until
      from einsatz p left join empfaenger e on e.empfaenger = p.empfaenger and ${valid('e', day)}
      where ${valid('p', day)} and ${fits(filter, sql`coalesce(e.name, '')`, sql`p.im_nummer`)}
      order by p.im_nummer, p.empfaenger`,
  )
}

/** All that the register says of a person, known by a number alone. */
export async function personFacts(db: Db, number: string) {
  const postings = await db
    .selectFrom('einsatz')
    .select(['im_nummer', 'empfaenger', 'vzae', 'valid_from', 'valid_to'])
    .where('im_nummer', '=', number)
    .orderBy('valid_from', 'desc')
    .orderBy('empfaenger')
    .execute()
  const qualifications = await db
    .selectFrom('qualifikation')
    .selectAll()
    .where('im_nummer', '=', number)
    .orderBy('valid_from', 'desc')
    .execute()
  const trainings = await db
    .selectFrom('fortbildung')
    .select('am')
    .where('im_nummer', '=', number)
    .orderBy('am', 'desc')
    .execute()
  return {
    postings: postings.map(({ vzae, ...one }) => ({ ...one, vzae: Number(vzae) })),
    qualifications,
    trainings: trainings.map(({ am }) => am),
  }
}

export type PersonFacts = Awaited<ReturnType<typeof personFacts>>

/** When and as what somebody received the grant, the newest first. */
export async function recipientPast(db: Db, empfaenger: string) {
  return db
    .selectFrom('empfaenger')
    .select(['art', 'name', 'valid_from as from', 'valid_to as until'])
    .where('empfaenger', '=', empfaenger)
    .orderBy('valid_from', 'desc')
    .execute()
}

/** The Kommunen of a Kreis on a day, by name. */
export async function kommunenOfKreis(db: Db, kreis: string, day: string): Promise<{ gkz: string; name: string }[]> {
  const { rows } = await sql<{ gkz: string; name: string }>`
    select g.gkz, g.name from gemeinde g where g.kreis = ${kreis} and ${valid('g', day)}
    order by g.name collate "de-x-icu", g.gkz`.execute(db)
  return rows
}

/** Who carries out what in a Kreis on a day. */
export async function provisionsOfKreis(db: Db, kreis: string, day: string): Promise<ListedProvision[]> {
  const { rows } = await sql<ListedProvision>`
    select d.gkz, g.name, ${provision}
    from durchfuehrung d join gemeinde g on g.gkz = d.gkz and g.valid_from = d.gemeinde_valid_from
    ${names}
    where g.kreis = ${kreis} and ${valid('d', day)} order by d.gkz`.execute(db)
  return rows
}

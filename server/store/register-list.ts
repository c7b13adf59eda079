import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** What of the register is wanted: as of a day, of a Kreis, with a text in name or key. */
export interface RegisterFilter {
  search: string
  /** Three digits; empty: all. */
  kreis: string
  day: string
  /** From 0 on. */
  page: number
}

export interface Listed<Row> {
  rows: Row[]
  total: number
}

export const perPage = 50

export interface ListedKommune {
  gkz: string
  name: string
  kreisTyp: string
  kreisName: string
  population: number | null
  verbund: string | null
  verbundName: string | null
  hasAddress: boolean
}

export function listKommunen(db: Db, filter: RegisterFilter): Promise<Listed<ListedKommune>> {
  const { day } = filter
  return paged(
    db,
    filter,
    sql`select g.gkz, g.name, k.typ as "kreisTyp", k.name as "kreisName", g.population, v.verbund, v.name as "verbundName",
        a.unit is not null as "hasAddress"
      from gemeinde g join kreis k on k.kreis = g.kreis and ${valid('k', day)}
      left join verbund_mitglied m on m.gkz = g.gkz and ${valid('m', day)}
      left join verbund v using (verbund)
      left join contact.address a on a.unit = g.gkz and a.until is null
      where ${valid('g', day)} and ${fits(filter, sql`g.name`, sql`g.gkz`)}
      order by g.name collate "de-x-icu", g.gkz`,
  )
}

export interface ListedKreis {
  kreis: string
  typ: string
  name: string
  regierungsbezirk: string
  kommunen: number
  population: number | null
}

export function listKreise(db: Db, filter: RegisterFilter): Promise<Listed<ListedKreis>> {
  const { day } = filter
  return paged(
    db,
    filter,
    sql`select k.kreis, k.typ, k.name, k.regierungsbezirk, count(g.gkz)::integer as kommunen,
        sum(g.population)::integer as population
      from kreis k left join gemeinde g on g.kreis = k.kreis and ${valid('g', day)}
      where ${valid('k', day)} and ${fits(filter, sql`k.name`, sql`k.kreis`)}
      group by k.kreis, k.typ, k.name, k.regierungsbezirk order by k.name collate "de-x-icu", k.kreis`,
  )
}

export interface ListedVerbund {
  verbund: string
  name: string
  synthetic: boolean
  members: number
  persons: number
  hasAddress: boolean
}

export function listVerbuende(db: Db, filter: RegisterFilter): Promise<Listed<ListedVerbund>> {
  const { day } = filter
  return paged(
    db,
    filter,
    sql`select v.verbund, v.name, v.synthetic, a.unit is not null as "hasAddress",
        (select count(*) from verbund_mitglied m where m.verbund = v.verbund and ${valid('m', day)})::integer as members,
        (select count(*) from im_nummer i where i.verbund = v.verbund and ${valid('i', day)})::integer as persons
      from verbund v left join contact.address a on a.unit = v.verbund and a.until is null
      where ${fits(filter, sql`v.name`, sql`v.verbund`)}
      order by v.name collate "de-x-icu", v.verbund`,
  )
}

export interface ListedPerson {
  number: string
  verbund: string
  verbundName: string
  from: string
  until: string | null
}

export function listPersons(db: Db, filter: RegisterFilter): Promise<Listed<ListedPerson>> {
  return paged(
    db,
    filter,
    sql`select i.im_nummer as number, v.verbund, v.name as "verbundName", i.valid_from as "from", i.valid_to as until
      from im_nummer i join verbund v using (verbund)
      where ${valid('i', filter.day)} and ${fits(filter, sql`v.name`, sql`i.im_nummer`)} order by i.im_nummer`,
  )
}

/** Rows of a table that hold on a day. */
export const valid = (table: string, day: string) =>
  sql`${day}::date between ${sql.ref(`${table}.valid_from`)} and coalesce(${sql.ref(`${table}.valid_to`)}, 'infinity')`

/** The text stands somewhere in the name, whatever its case, or the key begins with it. */
export const fits = ({ search, kreis }: RegisterFilter, name: RawBuilder<unknown>, key: RawBuilder<unknown>) =>
  sql`(position(lower(${search}::text) in lower(${name})) > 0 or starts_with(${key}, ${search}::text))
    and starts_with(${key}, ${kreis}::text)`

export async function paged<Row>(db: Db, { page }: RegisterFilter, query: RawBuilder<unknown>): Promise<Listed<Row>> {
  const { rows } = await sql<Row & { total: number }>`
    select found.*, count(*) over ()::integer as total from (${query}) found
    limit ${perPage} offset ${page * perPage}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

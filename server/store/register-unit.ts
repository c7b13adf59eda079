import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** A Kommune as it was for a time. */
export interface GemeindePast {
  name: string
  kreis: string
  kreisTyp: string
  kreisName: string
  regierungsbezirk: string
  population: number | null
  populationDate: string | null
  from: string
  until: string | null
}

/** What a Kommune was and is, the newest first; empty where there never was one. */
export async function gemeindePast(db: Db, gkz: string): Promise<GemeindePast[]> {
  const { rows } = await sql<GemeindePast>`
    select g.name, g.kreis, k.typ as "kreisTyp", k.name as "kreisName", k.regierungsbezirk, g.population,
      g.population_date as "populationDate", g.valid_from as "from", g.valid_to as until
    from gemeinde g
    join lateral (select * from kreis k where k.kreis = g.kreis order by k.valid_from desc limit 1) k on true
    where g.gkz = ${gkz} order by g.valid_from desc`.execute(db)
  return rows
}

/** A Kommune that became part of another one. */
export interface Succession {
  gkz: string
  name: string
  since: string
}

/** What a Kommune became part of, and which became part of it, as far as imports said so. */
export async function successionsOf(
  db: Db,
  gkz: string,
): Promise<{ into: Succession | undefined; from: Succession[] }> {
  const { rows } = await sql<Succession & { isOwn: boolean }>`
    select other.gkz, g.name, s.since, s.gkz = ${gkz} as "isOwn" from gemeinde_nachfolge s
    cross join lateral (select case when s.gkz = ${gkz} then s.successor else s.gkz end as gkz) other
    join lateral (select name from gemeinde g where g.gkz = other.gkz order by g.valid_from desc limit 1) g on true
    where ${gkz} in (s.gkz, s.successor) order by s.since, other.gkz`.execute(db)
  return { into: rows.find(({ isOwn }) => isOwn), from: rows.filter(({ isOwn }) => !isOwn) }
}

/** A Kreis as it was for a time. */
export async function kreisPast(db: Db, kreis: string) {
  return db
    .selectFrom('kreis')
    .select(['name', 'typ', 'regierungsbezirk', 'valid_from as from', 'valid_to as until'])
    .where('kreis', '=', kreis)
    .orderBy('valid_from', 'desc')
    .execute()
}

/** The numbers of an Antragsverbund, or the one number that is named. */
export async function numbersOf(db: Db, key: string) {
  return db
    .selectFrom('im_nummer')
    .select(['im_nummer as number', 'verbund', 'valid_from as from', 'valid_to as until'])
    .where((has) => has.or([has('verbund', '=', key), has('im_nummer', '=', key)]))
    .orderBy('im_nummer')
    .execute()
}

/** The waves that asked a unit; of an Antragsverbund those that asked a person of it, with how many. */
export async function wavesOf(db: Db, unit: string): Promise<{ wave: string; asked: number }[]> {
  const { rows } = await sql<{ wave: string; asked: number }>`
    select p.wave_id as wave, count(*)::integer as asked from participant p join wave w on w.id = p.wave_id
    where p.unit = ${unit} or left(p.im_nummer, 6) = ${unit}
    group by p.wave_id, w.stichtag order by w.stichtag, p.wave_id`.execute(db)
  return rows
}

/** The Antragsverbünde that Kommunen of a Kreis may join. */
export async function verbuendeIn(db: Db, kreis: string) {
  return db
    .selectFrom('verbund')
    .select(['verbund', 'name'])
    .where('verbund', 'like', `${kreis}%`)
    .orderBy('name')
    .execute()
}

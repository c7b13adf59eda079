import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Address } from '../registry/address.ts'
import { kreisNameIn } from './asked-unit.ts'

/** An address with where it is from and how long it held. */
export interface KeptAddress extends Address {
  id: number
  source: 'file' | 'survey' | 'office'
  wave: string | null
  who: string | null
  since: Date
  until: Date | null
}

interface Origin {
  source: KeptAddress['source']
  importId?: number
  wave?: string
  accountId?: number | undefined
}

const columns = sql`a.id, a.unit, a.recipient, a.person, a.street, a.postcode, a.place, a.mail, a.phone, a.source,
  a.wave_id as wave, s.name as who, a.since, a.until`

/** The addresses that hold now, in the order of their units. */
export async function presentAddresses(db: Db): Promise<KeptAddress[]> {
  const { rows } = await sql<KeptAddress>`
    select ${columns} from contact.address a left join staff.account s on s.id = a.account_id
    where a.until is null order by a.unit`.execute(db)
  return rows
}

/** All addresses that a unit ever had, the one that holds now first. */
export async function addressesOf(db: Db, unit: string): Promise<KeptAddress[]> {
  const { rows } = await sql<KeptAddress>`
    select ${columns} from contact.address a left join staff.account s on s.id = a.account_id
    where a.unit = ${unit} order by a.until desc nulls first, a.id desc`.execute(db)
  return rows
}

/** Where mails to units go, by their keys. */
export async function mailAddresses(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('contact.address')
    .select(['unit', 'mail'])
    .where('until', 'is', null)
    .where('mail', '<>', '')
    .execute()
  return new Map(rows.map(({ unit, mail }) => [unit, mail]))
}

/** Ends what held for these units and lets these addresses hold from now on. */
export async function keepAddresses(
  trx: Db,
  addresses: readonly Address[],
  { source, importId, wave, accountId }: Origin,
): Promise<void> {
  if (addresses.length === 0) return
  await endAddresses(
    trx,
    addresses.map(({ unit }) => unit),
    importId,
  )
  await sql`
    insert into contact.address
      (unit, recipient, person, street, postcode, place, mail, phone, source, wave_id, account_id, import_id)
    select unit, recipient, person, street, postcode, place, mail, phone, ${source}, ${wave ?? null}, ${accountId ?? null},
      ${importId ?? null}
    from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as given(unit text, recipient text, person text,
      street text, postcode text, place text, mail text, phone text)`.execute(trx)
}

/** No address holds for these units any more; what did is history. */
export async function endAddresses(trx: Db, units: readonly string[], importId?: number): Promise<void> {
  await sql`update contact.address set until = now(), ended_by = ${importId ?? null}
    where until is null and unit = any(${[...units]})`.execute(trx)
}

/** Whoever can have an address: Kommunen, Kreise, Antragsverbünde, recipients and persons, with their names. */
export async function unitsWithNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ unit: string; name: string }>`
    select im_nummer as unit, 'Integrationsmanagement ' || v.name as name
      from im_nummer join verbund v using (verbund) where valid_to is null
    union all select kreis || '000', ${sql.raw(kreisNameIn('k'))} from kreis k where valid_to is null
    union all (select distinct on (empfaenger) empfaenger, name from empfaenger order by empfaenger, valid_from desc)
    union all select verbund, name from verbund
    union all select gkz, name from gemeinde where valid_to is null`.execute(db)
  return new Map(rows.map(({ unit, name }) => [unit, name]))
}

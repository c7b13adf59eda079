import type { Db } from '../database/database.ts'
import type { KreisRow } from '../registry/read-registry.ts'

/** The Kommunen that exist today, in the order of their keys. */
export async function presentGemeinden(db: Db) {
  return db
    .selectFrom('gemeinde')
    .select(['gkz', 'name', 'population', 'valid_from'])
    .where('valid_to', 'is', null)
    .orderBy('gkz')
    .execute()
}

/** The same, each with the Antragsverbund that it belongs to. */
export async function presentGemeindenInVerbuende(db: Db) {
  return db
    .selectFrom('gemeinde')
    .leftJoin('verbund_mitglied', (join) =>
      join.onRef('verbund_mitglied.gkz', '=', 'gemeinde.gkz').on('verbund_mitglied.valid_to', 'is', null),
    )
    .leftJoin('verbund', 'verbund.verbund', 'verbund_mitglied.verbund')
    .select([
      'gemeinde.gkz',
      'gemeinde.name',
      'population',
      'gemeinde.valid_from',
      'verbund.verbund',
      'verbund.name as verbundName',
    ])
    .where('gemeinde.valid_to', 'is', null)
    .orderBy('gemeinde.gkz')
    .execute()
}

/** The Kreise that exist today, in the order of their keys. */
export async function presentKreise(db: Db) {
  return db
    .selectFrom('kreis')
    .select(['kreis', 'name', 'typ'])
    .where('valid_to', 'is', null)
    .orderBy('kreis')
    .execute()
}

/** Kreise of all times. */
export async function everyKreis(db: Db): Promise<KreisRow[]> {
  return db
    .selectFrom('kreis')
    .select(['kreis', 'name', 'typ', 'regierungsbezirk', 'valid_from', 'valid_to'])
    .orderBy('kreis')
    .orderBy('valid_from')
    .execute()
}

/** Kommunen of all times. */
export async function everyGemeinde(db: Db) {
  return db
    .selectFrom('gemeinde')
    .select(['gkz', 'name', 'kreis', 'population', 'population_date', 'valid_from', 'valid_to'])
    .execute()
}

/** Who ever belonged to which Antragsverbund. */
export async function everyMitglied(db: Db) {
  return db.selectFrom('verbund_mitglied').select(['gkz', 'verbund', 'valid_from', 'valid_to']).execute()
}

/** The keys of all Antragsverbünde. */
export async function everyVerbund(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('verbund').select('verbund').execute()
  return new Set(rows.map(({ verbund }) => verbund))
}

/** Whether there is an Antragsverbund that nobody invented. */
export async function hasRealVerbund(db: Db): Promise<boolean> {
  const real = await db.selectFrom('verbund').select('verbund').where('synthetic', '=', false).executeTakeFirst()
  return real !== undefined
}

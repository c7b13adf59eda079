import type { Db } from '../database/database.ts'

/** Who ever received the grant. */
export async function everyEmpfaenger(db: Db) {
  return db
    .selectFrom('empfaenger')
    .select(['empfaenger', 'art', 'name', 'valid_from', 'valid_to'])
    .orderBy('empfaenger')
    .orderBy('valid_from')
    .execute()
}

/** Whether the register of grants is invented. */
export async function isFundingSynthetic(db: Db): Promise<boolean> {
  const found = await db.selectFrom('empfaenger').select('empfaenger').where('synthetic', '=', true).executeTakeFirst()
  return found !== undefined
}

/** Who ever carried out the Integrationsmanagement of which Kommune. */
export async function everyDurchfuehrung(db: Db) {
  return db
    .selectFrom('durchfuehrung')
    .select(['gkz', 'empfaenger', 'wer', 'durch', 'valid_from', 'valid_to'])
    .orderBy('gkz')
    .orderBy('valid_from')
    .execute()
}

/** Where each person ever worked, with what share. */
export async function everyEinsatz(db: Db) {
  const rows = await db
    .selectFrom('einsatz')
    .select(['einsatz', 'im_nummer', 'empfaenger', 'vzae', 'valid_from', 'valid_to'])
    .orderBy('einsatz')
    .orderBy('valid_from')
    .execute()
  return rows.map(({ vzae, ...one }) => ({ ...one, vzae: Number(vzae) }))
}

/** How each person ever was qualified. */
export async function everyQualifikation(db: Db) {
  return db
    .selectFrom('qualifikation')
    .select([
      'im_nummer',
      'art',
      'nachqualifizierung_ab',
      'nachqualifizierung_bis',
      'nachqualifizierung_entfaellt',
      'valid_from',
      'valid_to',
    ])
    .orderBy('im_nummer')
    .orderBy('valid_from')
    .execute()
}

/** The further training of each person. */
export async function everyFortbildung(db: Db) {
  return db.selectFrom('fortbildung').select(['im_nummer', 'am']).orderBy('im_nummer').orderBy('am').execute()
}

/** The numbers of all persons. */
export async function everyImNummer(db: Db) {
  return db.selectFrom('im_nummer').select(['im_nummer', 'verbund', 'valid_from', 'valid_to']).execute()
}

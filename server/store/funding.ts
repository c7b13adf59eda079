import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type {
  DurchfuehrungRow,
  EinsatzRow,
  EmpfaengerRow,
  FortbildungRow,
  QualifikationRow,
} from '../registry/funding/rows.ts'
import { type Counts, countsOf, storeValid } from './registry.ts'

export const storeEmpfaenger = (db: Db, rows: readonly EmpfaengerRow[], { synthetic = false } = {}): Promise<Counts> =>
  storeValid(
    db,
    'empfaenger',
    'empfaenger',
    { art: 'text', name: 'text', synthetic: 'boolean' },
    rows.map((row) => ({ ...row, synthetic })),
  )

export const storeDurchfuehrung = (db: Db, rows: readonly DurchfuehrungRow[]): Promise<Counts> =>
  storeValid(
    db,
    'durchfuehrung',
    'gkz',
    { gemeinde_valid_from: 'date', empfaenger: 'text', wer: 'text', durch: 'text' },
    rows,
  )

export const storeEinsaetze = (db: Db, rows: readonly EinsatzRow[]): Promise<Counts> =>
  storeValid(db, 'einsatz', 'einsatz', { im_nummer: 'text', empfaenger: 'text', vzae: 'numeric' }, rows)

export const storeQualifikationen = (db: Db, rows: readonly QualifikationRow[]): Promise<Counts> =>
  storeValid(
    db,
    'qualifikation',
    'im_nummer',
    {
      art: 'text',
      nachqualifizierung_ab: 'date',
      nachqualifizierung_bis: 'date',
      nachqualifizierung_entfaellt: 'boolean',
    },
    rows,
  )

export async function storeFortbildungen(db: Db, rows: readonly FortbildungRow[]): Promise<Counts> {
  const { rows: written } = await sql<{ added: boolean }>`
    insert into fortbildung (im_nummer, am)
    select im_nummer, am from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(im_nummer text, am date)
    on conflict do nothing returning true as added`.execute(db)
  return countsOf(written, rows.length)
}

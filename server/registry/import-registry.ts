import { fileURLToPath } from 'node:url'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { type ImportCounts, planRegistry } from './plan-registry.ts'

export const importLabels = {
  kreise: 'Kreise',
  gemeinden: 'Kommunen',
  verbuende: 'Antragsverbünde',
  mitglieder: 'Kommunen in Antragsverbünden',
  im_nummern: 'Integrationsmanager/-innen',
  empfaenger: 'Zuwendungsempfänger',
  durchfuehrung: 'Kommunen mit Durchführung',
  einsaetze: 'Einsätze',
  qualifikationen: 'Qualifikationen',
  fortbildungen: 'Fortbildungen',
} as const satisfies Record<keyof ImportCounts, string>

export const shippedGemeinden = fileURLToPath(new URL('gemeinden.csv', import.meta.url))

/** The registry that comes with Stichtag: 44 Kreise, 1,101 Kommunen. */
export function importShippedRegistry(db: Db): Promise<ImportCounts> {
  return importRegistry(db, shippedGemeinden)
}

/** All of a file or nothing of it. Its columns tell what it holds. Importing it again changes nothing. */
export async function importRegistry(db: Db, path: string): Promise<ImportCounts> {
  const { problems, apply } = await planRegistry(db, path)
  if (problems.length > 0) throw new InputError([...problems])
  return db.transaction().execute(apply)
}

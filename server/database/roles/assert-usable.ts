import { InputError } from '../../errors/input-error.ts'
import type { Db } from '../database.ts'
import { appliedMigrations, knownMigrations } from '../migrate.ts'
import { readStanding, type Standing } from './standing.ts'

const remedy =
  'Abhilfe: „npx stichtag migrate“ mit DATABASE_OWNER_URL, der Adresse mit der Rolle, der die Tabellen gehören.'

/** Refuses a database that is not as the program needs it, and that the application's role cannot make so. */
export async function assertUsable(db: Db): Promise<Standing> {
  const standing = await readStanding(db)
  const { role, isOwner, missing } = standing
  if (isOwner) return standing
  const lacks = missing.filter((one) => one.endsWith(' kysely_migration') || one.startsWith('usage on schema'))
  const applied = lacks.length > 0 ? [] : await appliedMigrations(db)
  const known = await knownMigrations()
  const later = applied.filter((name) => !known.includes(name))
  if (later.length > 0) {
    throw new InputError(
      `Die Datenbank ist weiter als dieses Programm (${later.join(', ')}). Abhilfe: die neuere Fassung verwenden.`,
    )
  }
  if (applied.length < known.length) {
    throw new InputError(
      `Die Datenbank ist nicht auf dem Stand dieses Programms, und die Rolle „${role}“ darf sie nicht umstellen. ${remedy}`,
    )
  }
  if (missing.length > 0) {
    throw new InputError(`Der Rolle „${role}“ fehlen Rechte an der Datenbank: ${missing.join(', ')}. ${remedy}`)
  }
  return standing
}

import { sql } from 'kysely'
import { InputError } from '../errors/input-error.ts'
import type { Db } from './database.ts'
import { settingsOff } from './durable.ts'

const oldestVersion = 15

/**
 * Refuses a server that would answer 'stored' for what a cut of the power can take away, or the end of the database with a signal:
 * whoever runs it would notice only then.
 */
export async function assertDurable(db: Db): Promise<void> {
  const { rows } = await sql<{ number: string }>`select current_setting('server_version_num') as number`.execute(db)
  const version = Math.floor(Number(rows[0]?.number) / 10_000)
  const problems = (await settingsOff(db)).map(
    (name) =>
      `Die Datenbank läuft mit ${name} = off; bei einem Stromausfall gingen bestätigte Antworten verloren. ` +
      `Abhilfe: ${name} in der Einstellung von PostgreSQL, der Datenbank und der Rolle auf on setzen.`,
  )
  if (version < oldestVersion) {
    problems.push(`Die Datenbank ist PostgreSQL ${version}; gebraucht wird PostgreSQL ${oldestVersion} oder neuer.`)
  }
  if (problems.length > 0) throw new InputError(problems)
}

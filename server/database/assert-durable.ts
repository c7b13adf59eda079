import { sql } from 'kysely'
import { InputError } from '../errors/input-error.ts'
import type { Db } from './database.ts'

const oldestVersion = 15
const needed = ['fsync', 'full_page_writes', 'synchronous_commit']

/**
 * Refuses a server that would answer 'stored' for what a power cut can take away. No test can notice that later: a
 * killed process loses nothing, only a cut of the power does.
 */
export async function assertDurable(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in (${sql.join([...needed, 'server_version_num'])})`.execute(db)
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]))
  const version = Math.floor(Number(settings.get('server_version_num')) / 10_000)
  const problems = needed
    .filter((name) => settings.get(name) === 'off')
    .map(
      (name) =>
        `Die Datenbank läuft mit ${name} = off; bei einem Stromausfall gingen bestätigte Antworten verloren. ` +
        `Abhilfe: ${name} in der Einstellung von PostgreSQL, der Datenbank und der Rolle auf on setzen.`,
    )
  if (version < oldestVersion) {
    problems.push(`Die Datenbank ist PostgreSQL ${version}; gebraucht wird PostgreSQL ${oldestVersion} oder neuer.`)
  }
  if (problems.length > 0) throw new InputError(problems)
}

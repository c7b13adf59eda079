import type { Config } from '../../../../boot/config.ts'
import type { Standing } from '../../../../database/roles/standing.ts'
import type { LastBackups } from '../../../../store/backups.ts'
import type { WaveTerm } from '../../../../store/retention-terms.ts'

/** All that the record of processing tells of. */
export interface SetUp {
  config: Pick<
    Config,
    | 'operator'
    | 'mail'
    | 'publicUrl'
    | 'secureCookies'
    | 'trustProxy'
    | 'databaseUrl'
    | 'databaseReadUrl'
    | 'nightlyBackup'
    | 'backupPassphrase'
  >
  titles: ReadonlyMap<string, string>
  terms: readonly WaveTerm[]
  backups: LastBackups
  /** How many days the log is kept. */
  logDays: number | null
  /** When what was due was last deleted. */
  lastRun: Date | undefined
  /** The settings of the database that are off although 'stored' would not be true without them. */
  settingsOff: readonly string[]
  /** What the role that we work with is to the database. */
  standing: Standing
  /** The accounts that work, by their role. */
  accounts: readonly { role: string; count: number }[]
}

/** How the database is reached: our own on the same machine, or another, with or without encryption. */
export function databaseLink(url: string | undefined): 'own' | 'local' | 'encrypted' | 'open' {
  if (url === undefined) return 'own'
  const { hostname, searchParams } = new URL(url)
  if (['', 'localhost', '127.0.0.1', '[::1]'].includes(hostname)) return 'local'
  const mode = searchParams.get('sslmode') ?? ''
  return ['require', 'verify-ca', 'verify-full'].includes(mode) ? 'encrypted' : 'open'
}

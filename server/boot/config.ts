import { resolve } from 'node:path'
import { contactOf, operatorOf } from '../operator/operator-of.ts'
import type { SiteOperator } from '../operator/site-operator.ts'
import { projectRoot } from '../project-root.ts'
import { environment, type logLevels } from './environment.ts'

export interface Config {
  host: string
  port: number
  /** Missing: the embedded cluster in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  /** Missing only with the embedded cluster: then one is made and kept in `dataDir`. */
  secret: string | undefined
  publicUrl: string | undefined
  /** True behind https: cookies are `Secure` and named `__Host-…`. */
  secureCookies: boolean
  trustProxy: string[]
  /** With which backups are sealed; missing: they are not, and carry no secret. */
  backupPassphrase: string | undefined
  /** Made by the server itself; by default of the embedded database alone. */
  nightlyBackup: boolean
  /** The account that commands act with where they name none. */
  actAs: string | undefined
  /** Who runs this site. */
  operator: SiteOperator
  /** Whom respondents ask; shown on the pages, empty where not set. */
  contact: { name: string; phone: string; mail: string; hours: string }
  /** Where the operator's own texts of letters lie; missing: ours are used. */
  letterTemplates: string | undefined
  logLevel: (typeof logLevels)[number]
}

/** Reads every setting there is; faults are all told at once. An empty variable counts as not set. */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const set = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))
  const read = environment.safeParse(Object.fromEntries(set))
  const problems = read.success ? [] : read.error.issues.map((issue) => issue.message)
  const found = operatorOf(Object.fromEntries(set))
  if (!read.success || 'problems' in found)
    return { problems: [...problems, ...('problems' in found ? found.problems : [])] }
  const { data } = read
  const { operator } = found
  return {
    config: {
      host: data.HOST,
      port: data.PORT,
      databaseUrl: data.DATABASE_URL,
      dataDir: resolve(projectRoot, data.STICHTAG_DATA),
      secret: data.STICHTAG_SECRET,
      publicUrl: data.PUBLIC_URL,
      secureCookies: data.PUBLIC_URL?.startsWith('https:') ?? false,
      trustProxy: data.TRUST_PROXY,
      backupPassphrase: data.STICHTAG_BACKUP_PASSPHRASE,
      nightlyBackup: (data.STICHTAG_BACKUP_NIGHTLY ?? (data.DATABASE_URL === undefined ? 'on' : 'off')) === 'on',
      actAs: data.STICHTAG_ALS,
      operator,
      contact: contactOf(operator),
      letterTemplates: data.LETTER_TEMPLATES === undefined ? undefined : resolve(projectRoot, data.LETTER_TEMPLATES),
      logLevel: data.LOG_LEVEL,
    },
  }
}

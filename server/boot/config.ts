import { resolve } from 'node:path'
import { readSmtpUrl } from '../mail/mail-address.ts'
import { type MailSettings, mailFolder } from '../mail/settings.ts'
import { contactOf, operatorOf } from '../operator/operator-of.ts'
import type { SiteOperator } from '../operator/site-operator.ts'
import { projectRoot } from '../project-root.ts'
import { environment, type logLevels } from './environment.ts'

export interface Config {
  host: string
  port: number
  /** Missing: the embedded cluster in `dataDir`. */
  databaseUrl: string | undefined
  /** A copy of it, from which evaluations and exports read; missing: they read from the database itself. */
  databaseReadUrl: string | undefined
  /** The same database for the role that owns it; with it commands migrate and restore. */
  databaseOwnerUrl: string | undefined
  /** For whoever sets roles and database up. */
  databaseAdminUrl: string | undefined
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
  /** What reaches everybody is proposed by one account and done once a second one agrees. */
  twoAccounts: boolean
  /** So many may be written to without a second account. */
  twoAccountsAbove: number
  /** How many processes compute beside the server. */
  workers: number
  /** Who knows it may read `/metrics`; missing: nobody may. */
  metricsToken: string | undefined
  /** The account that commands act with where they name none. */
  actAs: string | undefined
  /** Who runs this site. */
  operator: SiteOperator
  /** Whom respondents ask; shown on the pages, empty where not set. */
  contact: { name: string; phone: string; mail: string; hours: string }
  /** How mails go out. */
  mail: MailSettings
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
  const contact = contactOf(operator)
  const dataDir = resolve(projectRoot, data.STICHTAG_DATA)
  return {
    config: {
      host: data.HOST,
      port: data.PORT,
      databaseUrl: data.DATABASE_URL,
      databaseReadUrl: data.DATABASE_READ_URL,
      databaseOwnerUrl: data.DATABASE_OWNER_URL,
      databaseAdminUrl: data.DATABASE_ADMIN_URL,
      dataDir,
      secret: data.STICHTAG_SECRET,
      publicUrl: data.PUBLIC_URL,
      secureCookies: data.PUBLIC_URL?.startsWith('https:') ?? false,
      trustProxy: data.TRUST_PROXY,
      backupPassphrase: data.STICHTAG_BACKUP_PASSPHRASE,
      nightlyBackup: (data.STICHTAG_BACKUP_NIGHTLY ?? (data.DATABASE_URL === undefined ? 'on' : 'off')) === 'on',
      twoAccounts: data.STICHTAG_TWO_ACCOUNTS === 'on',
      twoAccountsAbove: data.STICHTAG_TWO_ACCOUNTS_ABOVE,
      workers: data.STICHTAG_WORKERS,
      metricsToken: data.STICHTAG_METRICS_TOKEN,
      actAs: data.STICHTAG_ALS,
      operator,
      contact,
      mail: {
        smtp: data.SMTP_URL === undefined ? undefined : readSmtpUrl(data.SMTP_URL),
        folder: mailFolder(dataDir),
        from: data.MAIL_FROM ?? (contact.mail || 'stichtag@localhost'),
        replyTo: data.MAIL_REPLY_TO,
        perHour: data.MAIL_PER_HOUR,
        templates: data.MAIL_TEMPLATES === undefined ? undefined : resolve(projectRoot, data.MAIL_TEMPLATES),
      },
      letterTemplates: data.LETTER_TEMPLATES === undefined ? undefined : resolve(projectRoot, data.LETTER_TEMPLATES),
      logLevel: data.LOG_LEVEL,
    },
  }
}

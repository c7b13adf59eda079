import { resolve } from 'node:path'
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
  /** Whom respondents ask; shown on the pages, empty where not set. */
  contact: { name: string; phone: string; mail: string }
  logLevel: (typeof logLevels)[number]
}

/** Reads every setting there is; faults are all told at once. An empty variable counts as not set. */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const set = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))
  const read = environment.safeParse(Object.fromEntries(set))
  if (!read.success) return { problems: read.error.issues.map((issue) => issue.message) }
  const { data } = read
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
      contact: { name: data.CONTACT_NAME, phone: data.CONTACT_PHONE, mail: data.CONTACT_MAIL ?? '' },
      logLevel: data.LOG_LEVEL,
    },
  }
}

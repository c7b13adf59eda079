import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Register } from '../surveys/register.ts'
import type { Config } from './config.ts'
import type { Forms } from './form.ts'
import type { Keys } from './keys.ts'
import type { Printer } from './paper/printer.ts'
import type { Tables } from './tables.ts'

/** What the application needs to run. */
export interface AppContext {
  config: Config
  keys: Keys
  db: Kysely<Tables>
  pool: Pool
}

/** What every route may use. */
export interface RouteContext extends AppContext {
  forms: Forms
  register: () => Promise<Register>
  printer: Printer
}

import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Register } from '../../surveys/reading/register.ts'
import type { Tables } from '../database/tables.ts'
import type { Forms } from '../forms/form.ts'
import type { Printer } from '../paper/printer.ts'
import type { Config } from './config.ts'
import type { Keys } from './keys.ts'

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

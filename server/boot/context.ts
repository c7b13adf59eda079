import type { Register } from '../../surveys/reading/register.ts'
import type { Database } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import type { Config } from './config.ts'
import type { Keys } from './keys.ts'

/** What the application needs to run. */
export interface AppContext extends Database {
  config: Config
  keys: Keys
  /** Hears why something was read from the database that was to be read from its copy. */
  onReadHere?: (why: unknown) => void
}

/** What every route may use. */
export interface RouteContext extends AppContext {
  forms: Forms
  register: () => Promise<Register>
  /** Whether all visitors seem to be one, since a proxy is not known. */
  isOneAddress: () => boolean
  /** The settings of the database that are off although 'stored' would not be true without them. */
  settingsOff: () => readonly string[]
}

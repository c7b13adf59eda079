import type { Pool } from 'pg'
import type { Config } from '../boot/config.ts'
import type { Db } from '../database/database.ts'
import type { Right } from '../domain/rights.ts'
import type { Wave } from '../store/waves.ts'

/** What an act is done to, and with what. */
export interface About {
  db: Db
  /** For what is read beside the transaction. */
  pool: Pool
  config: Config
  wave: Wave
  /** What was asked for, as it is stored. */
  asked: Record<string, unknown>
  reason: string
  /** Who asks for it; missing on a command line that names nobody. */
  by: number | undefined
  /** A second account agreed, or none is asked for. */
  isAgreed: boolean
  /** That second account, once it has. */
  agreedBy?: number | undefined
  /** Of the form that asks for it: a second click is the same. */
  mark?: string | undefined
}

/** Something that can reach everybody, or weighs so much that two have to want it. To add one: a file that exports an `Act`, and its line in `acts.ts`. */
export interface Act {
  /** In words: `Erhebung öffnen`. */
  label: string
  /** What whoever agrees has to have beside, where it shows what not everybody may see. */
  right?: Right
  /** Whether it reaches so many that a second account has to agree. */
  reachesMany(about: About): Promise<boolean>
  /** All that speaks against it now, in sentences. */
  faults(about: About): Promise<string[]>
  /** What whoever agrees should know. */
  preview(about: About): Promise<{ label: string; value: string }[]>
  /** Does it, with its entry in the log; what it did, in a sentence. `about.db` is the transaction. */
  run(about: About): Promise<string>
}

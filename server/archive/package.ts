import type { Config } from '../boot/config.ts'
import type { Database } from '../database/database.ts'
import type { Format } from '../export/formats/format.ts'
import type { Origin } from '../export/origin.ts'
import type { Table } from '../export/table.ts'
import type { TextFile } from '../export/text-file.ts'

/** What a package is made of: the data, and who asked for them. */
export type PackageContext = Database & { config: Pick<Config, 'operator' | 'publicUrl'> }

/** What an archive gets of a wave or a panel, before anything of it is written. */
export interface Package {
  /** Of its folder and its zip. */
  name: string
  origin: Origin
  formats: readonly Format[]
  /** Each goes into every format. */
  tables: readonly Table[]
  /** What goes beside the tables in CSV. */
  besideCsv: readonly TextFile[]
  files: readonly PackedFile[]
}

/** A file that is no table. */
export interface PackedFile {
  /** Within the package, with `/`. */
  path: string
  /** What it is, in a few words. */
  holds: string
  content(): Promise<string | Uint8Array>
}

/** A file as the manifest names it. */
export interface ListedFile {
  path: string
  holds: string
  bytes: number
  sha256: string
  rows?: number
}

/** A table that a format cannot hold, and why. */
export interface LeftOut {
  path: string
  why: string
}

/** What may be said of a package beside what it is of: the newest state, and without comments, where nothing is said. */
export interface WantedPackage {
  state?: number
  /** They can tell of persons. */
  comments?: boolean
}

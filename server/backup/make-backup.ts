import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Pool } from 'pg'
import type { Config } from '../boot/config.ts'
import { InputError } from '../errors/input-error.ts'
import { openSnapshot, type Snapshot } from '../store/whole/snapshot.ts'
import type { Manifest } from './contents.ts'
import { pack } from './pack.ts'
import { seal } from './seal.ts'
import { writeWhole } from './write-whole.ts'

export interface Made {
  tables: number
  rows: number
  isSealed: boolean
  /** Whether the secret is in it. */
  hasSecret: boolean
}

interface BackupOptions {
  file: string
  config: Config
  passphrase: string | undefined
  onRows?(rows: number): void
}

/** Writes the whole database into one file, as of one moment. Memory does not grow with it. */
export async function makeBackup(
  pool: Pool,
  { file, config, passphrase, onRows = () => undefined }: BackupOptions,
): Promise<Made> {
  const isSealed = passphrase !== undefined
  const snapshot = await openSnapshot(pool)
  let manifest: Manifest | undefined
  async function* packed() {
    manifest = yield* pack(snapshot, { config, isSealed, onRows })
  }
  try {
    refuseUncopied(snapshot)
    const zipped = zip(packed())
    await writeWhole(file, isSealed ? seal(zipped, passphrase) : zipped)
  } finally {
    await snapshot.end(manifest !== undefined)
  }
  const sums = Object.values(manifest?.tables ?? {})
  const rows = sums.reduce((all, sum) => all + sum.rows, 0)
  return { tables: sums.length, rows, isSealed, hasSecret: manifest?.beside.secret !== undefined }
}

function refuseUncopied({ migrations, uncopied }: Snapshot): void {
  if (migrations.length === 0) throw new InputError('Die Datenbank ist leer; es gibt nichts zu sichern.')
  if (uncopied.length > 0) {
    throw new InputError(`Die Datenbank enthält, was sich so nicht sichern lässt: ${uncopied.join(', ')}.`)
  }
}

/** What goes wrong before is told where the zipped bytes are read. */
function zip(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return pipeline(Readable.from(source, { objectMode: false }), createGzip(), () => undefined)
}

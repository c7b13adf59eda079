import type { Config } from '../boot/config.ts'
import { programVersion } from '../program-version.ts'
import type { Snapshot } from '../store/whole/snapshot.ts'
import { beside } from './beside.ts'
import {
  besideFolder,
  type Head,
  headName,
  type Manifest,
  manifestName,
  pieceName,
  type Table,
  tableKey,
} from './contents.ts'
import { sha256 } from './sha256.ts'
import { TableSummer } from './table-sum.ts'
import { endOfTar, type TarEntry, tarEntry } from './tar.ts'

/** Of a large table; a piece is in memory as a whole. */
const largestPiece = 4 * 1024 * 1024

interface PackOptions {
  config: Config
  /** Only what is sealed may hold what is secret. */
  isSealed: boolean
  onRows(rows: number): void
}

/** The files of a backup one after the other; comes back with what they hold. */
export async function* pack(snapshot: Snapshot, options: PackOptions): AsyncGenerator<Buffer, Manifest> {
  const { postgres, migrations, tables, sequences, log } = snapshot
  const madeAt = new Date()
  const about = { format: 1, madeAt: madeAt.toISOString(), program: programVersion, postgres, migrations } as const
  const head: Head = { ...about, tables, sequences, ...(log === undefined ? {} : { log }) }
  const manifest: Manifest = { head: sha256(json(head)), tables: {}, beside: {} }
  let before = 0
  yield tarEntry({ name: headName, body: json(head) }, madeAt)
  for (const table of tables) {
    const summer = new TableSummer()
    for await (const piece of piecesOf(snapshot, table)) {
      summer.add(piece.body)
      options.onRows(before + summer.rows)
      yield tarEntry(piece, madeAt)
    }
    before += summer.rows
    manifest.tables[tableKey(table)] = summer.sum()
  }
  for (const { name, isSecret, read } of beside) {
    if (isSecret && !options.isSealed) continue
    const body = Buffer.from(await read(options.config))
    manifest.beside[name] = { sha256: sha256(body) }
    yield tarEntry({ name: besideFolder + name, body }, madeAt)
  }
  yield tarEntry({ name: manifestName, body: json(manifest) }, madeAt)
  yield endOfTar
  return manifest
}

async function* piecesOf(snapshot: Snapshot, table: Table): AsyncGenerator<TarEntry> {
  let held: Buffer[] = []
  let size = 0
  let number = 0
  const piece = (): TarEntry => {
    const body = Buffer.concat(held)
    held = []
    size = 0
    number += 1
    return { name: pieceName(tableKey(table), number), body }
  }
  for await (const bytes of snapshot.copyOut(table)) {
    held.push(bytes)
    size += bytes.length
    if (size >= largestPiece) yield piece()
  }
  if (size > 0) yield piece()
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

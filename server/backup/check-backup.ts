import { InputError } from '../errors/input-error.ts'
import {
  besideFolder,
  type Head,
  headName,
  headSchema,
  type Manifest,
  manifestName,
  manifestSchema,
  tableKey,
  tableOfPiece,
} from './contents.ts'
import { broken, readBackup, type Source } from './read-backup.ts'
import { sha256 } from './sha256.ts'
import { TableSummer } from './table-sum.ts'

export interface Checked {
  head: Head
  manifest: Manifest
  beside: ReadonlyMap<string, string>
}

/** Reads a backup to its end and holds all of it against what it says of itself. Nothing is changed anywhere. */
export async function checkBackup(source: Source): Promise<Checked> {
  const tables = new Map<string, TableSummer>()
  const others = new Map<string, Buffer>()
  for await (const { name, body } of readBackup(source)) {
    const table = tableOfPiece(name)
    if (table === undefined) others.set(name, body)
    else summerOf(tables, table).add(body)
  }
  const read = { head: headOf(others.get(headName), source), manifest: manifestOf(others.get(manifestName)) }
  const { head, manifest } = read
  if (manifest === undefined) throw new InputError(broken(source.file))
  const beside = new Map(Object.keys(manifest.beside).map((name) => [name, others.get(besideFolder + name)]))
  const found: Manifest = {
    head: sumOf(others.get(headName)),
    tables: Object.fromEntries(head.tables.map((table) => [tableKey(table), summerOf(tables, tableKey(table)).sum()])),
    beside: Object.fromEntries([...beside].map(([name, body]) => [name, { sha256: sumOf(body) }])),
  }
  const strange = differences(found, manifest)
  if (strange.length > 0) throw new InputError([broken(source.file), `Nicht wie gesichert: ${strange.join(', ')}.`])
  return { head, manifest, beside: new Map([...beside].map(([name, body]) => [name, String(body)])) }
}

/** What is missing has the sum of nothing, which is never the one wanted. */
const sumOf = (bytes: Buffer | undefined) => sha256(bytes ?? Buffer.alloc(0))

function summerOf(tables: Map<string, TableSummer>, name: string): TableSummer {
  const known = tables.get(name) ?? new TableSummer()
  tables.set(name, known)
  return known
}

function headOf(bytes: Buffer | undefined, { file }: Source): Head {
  const read = headSchema.safeParse(parse(bytes))
  if (read.success) return read.data
  throw new InputError(`Die Datei ${file} ist keine Sicherung, die diese Fassung von Stichtag lesen kann.`)
}

function manifestOf(bytes: Buffer | undefined): Manifest | undefined {
  return manifestSchema.safeParse(parse(bytes)).data
}

function parse(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(String(bytes))
  } catch {
    // What is no JSON is no part of a backup either; its schema says so.
    return undefined
  }
}

/** The names of all tables and files that are not what was written down, or are there in one of the two alone. */
function differences(found: Manifest, wanted: Manifest): string[] {
  const flat = ({ head, tables, beside }: Manifest) =>
    new Map(
      Object.entries({ [headName]: head, ...tables, ...beside }).map(([name, sum]) => [name, JSON.stringify(sum)]),
    )
  const [are, were] = [flat(found), flat(wanted)]
  return [...new Set([...are.keys(), ...were.keys()])].filter((name) => are.get(name) !== were.get(name))
}

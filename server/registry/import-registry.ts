import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { InputError } from '../input-error.ts'
import type { Tables } from '../tables.ts'
import { readGemeinden, readKreise } from './read-registry.ts'
import type { Read } from './read-rows.ts'
import { type Counts, storeGemeinden, storeKreise } from './store-registry.ts'
import { readUtf8 } from './utf8.ts'

export interface ImportCounts {
  kreise: Counts
  gemeinden: Counts
}

const shippedKreise = fileURLToPath(new URL('kreise.csv', import.meta.url))
const shippedGemeinden = fileURLToPath(new URL('gemeinden.csv', import.meta.url))

/** The registry that comes with Stichtag: 44 Kreise, 1,101 Kommunen. */
export function importShippedRegistry(db: Kysely<Tables>): Promise<ImportCounts> {
  return importRegistry(db, shippedGemeinden)
}

/** All of a file or nothing of it. Importing it again changes nothing. */
export async function importRegistry(db: Kysely<Tables>, gemeindenFile: string): Promise<ImportCounts> {
  const kreise = sound(await readWith(shippedKreise, readKreise))
  const keys = new Set(kreise.map(({ kreis }) => kreis))
  const gemeinden = sound(await readWith(gemeindenFile, (text, file) => readGemeinden(text, file, keys)))
  return db.transaction().execute(async (transaction) => ({
    kreise: await storeKreise(transaction, kreise),
    gemeinden: await storeGemeinden(transaction, gemeinden),
  }))
}

async function readWith<Row>(path: string, read: (text: string, file: string) => Read<Row>): Promise<Read<Row>> {
  const file = basename(path)
  return read(readUtf8(await contentOf(path), file), file)
}

async function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch((cause) => {
    throw new InputError(`Die Datei ${path} lässt sich nicht lesen (${cause.code}).`, { cause })
  })
}

function sound<Row>({ rows, problems }: Read<Row>): Row[] {
  if (problems.length === 0) return rows
  throw new InputError(
    problems.map(
      ({ file, line, column, sentence }) => `${file}, Zeile ${line}${column ? `, Spalte ${column}` : ''}: ${sentence}`,
    ),
  )
}

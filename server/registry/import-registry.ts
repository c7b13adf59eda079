import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { readRegister } from '../store/register.ts'
import { type Counts, storeGemeinden, storeKreise } from '../store/registry.ts'
import { everyGemeinde, everyMitglied, everyVerbund } from '../store/registry-rows.ts'
import { storeImNummern, storeVerbuende } from '../store/verbuende.ts'
import { readGemeinden, readKreise } from './read-registry.ts'
import type { Read } from './read-rows.ts'
import { type Known, readImNummern, readVerbuende } from './read-verbuende.ts'
import { readUtf8 } from './utf8.ts'

/** What became of the rows of a file, by what they are. */
type ImportCounts = Partial<Record<keyof typeof importLabels, Counts>>

export const importLabels = {
  kreise: 'Kreise',
  gemeinden: 'Kommunen',
  verbuende: 'Antragsverbünde',
  mitglieder: 'Kommunen in Antragsverbünden',
  im_nummern: 'Integrationsmanager/-innen',
} as const

const shippedKreise = fileURLToPath(new URL('kreise.csv', import.meta.url))
const shippedGemeinden = fileURLToPath(new URL('gemeinden.csv', import.meta.url))

/** The registry that comes with Stichtag: 44 Kreise, 1,101 Kommunen. */
export function importShippedRegistry(db: Db): Promise<ImportCounts> {
  return importRegistry(db, shippedGemeinden)
}

/** All of a file or nothing of it. Its columns tell what it holds. Importing it again changes nothing. */
export async function importRegistry(db: Db, path: string): Promise<ImportCounts> {
  const file = basename(path)
  const text = readUtf8(await contentOf(path), file)
  const header = text.split('\n', 1)[0] ?? ''
  if (/\bim_nummer\b/.test(header)) return importImNummern(db, text, file)
  if (/\bverbund\b/.test(header)) return importVerbuende(db, text, file)
  return importGemeinden(db, text, file)
}

async function importGemeinden(db: Db, text: string, file: string): Promise<ImportCounts> {
  const kreise = sound(readKreise(readUtf8(await contentOf(shippedKreise), 'kreise.csv'), 'kreise.csv'))
  const keys = new Set(kreise.map(({ kreis }) => kreis))
  const gemeinden = sound(readGemeinden(text, file, keys))
  return db.transaction().execute(async (transaction) => ({
    kreise: await storeKreise(transaction, kreise),
    gemeinden: await storeGemeinden(transaction, gemeinden),
  }))
}

async function importVerbuende(db: Db, text: string, file: string): Promise<ImportCounts> {
  const rows = sound(readVerbuende(text, file, await readKnown(db)))
  return db.transaction().execute((transaction) => storeVerbuende(transaction, rows))
}

async function importImNummern(db: Db, text: string, file: string): Promise<ImportCounts> {
  const rows = sound(readImNummern(text, file, await everyVerbund(db)))
  return { im_nummern: await db.transaction().execute((transaction) => storeImNummern(transaction, rows)) }
}

/** Kommunen of all times: a file may tell of the past. */
async function readKnown(db: Db): Promise<Known> {
  const gemeinden = await everyGemeinde(db)
  const mitglieder = await everyMitglied(db)
  const { kreise } = await readRegister(db)
  return {
    register: { gemeinden: new Map(gemeinden.map(({ gkz, name }) => [gkz, { name }])), kreise },
    gemeinden,
    mitglieder,
  }
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

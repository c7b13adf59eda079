import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { unlessCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { drawDatabaseId, findDatabaseId } from '../store/database-id.ts'
import type { Erasure } from '../store/erase-texts.ts'
import { isForgottenLine } from './account-list.ts'
import { allPlaces } from './places.ts'
import { isRestrictionLine } from './restriction-list.ts'

/**
 * What was erased, line by line: where it stood and why, never what it was. The list lies beside the database and in every backup,
 * so that an older state that comes back, by whatever way, forgets again. Each line begins with the database that it is for.
 */
export const listName = 'erasures.jsonl'

/** Whether a line names a place that is one: nothing else becomes part of a statement. */
const isKnownPlace = (where: { table: string; column: string; key: Record<string, string> }): boolean =>
  allPlaces.some(
    ({ table, column, key }) =>
      table === where.table &&
      column === where.column &&
      key.toSorted().join() === Object.keys(where.key).toSorted().join(),
  )

const line = z.object({
  id: z.uuid(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  ground: z.string(),
  accountId: z.number().int().nullable(),
  consentId: z.number().int().nullable(),
  request: z.number().int().nullable().default(null),
  initials: z.array(z.number().int()),
  cut: z.array(z.number().int()).default([]),
  texts: z.array(
    z
      .object({
        table: z.string(),
        column: z.string(),
        key: z.record(z.string(), z.string()),
        participantId: z.number().int().nullable(),
        field: z.string(),
      })
      .refine(isKnownPlace),
  ),
})

export async function readList(dataDir: string): Promise<string> {
  return (await readFile(join(dataDir, listName), 'utf8').catch(unlessCode('ENOENT'))) ?? ''
}

const forDatabase = /^\{"database":"([0-9a-f-]{36})",/

/** The database that a list is for: what was erased in another one says nothing of this one. */
export async function databaseId(db: Db, dataDir: string): Promise<string> {
  const known = await findDatabaseId(db)
  if (known !== undefined) return known
  const last = (await readList(dataDir)).split('\n').findLast((one) => forDatabase.test(one))
  return drawDatabaseId(db, last && forDatabase.exec(last)?.[1])
}

/** The lines of a list for a database, and those from before databases were told apart; each in its place. */
export function linesFor(database: string, list: string): string {
  const mine = list.split('\n').map((one) => {
    const [start = '', of] = forDatabase.exec(one) ?? []
    return of === undefined ? one : of === database ? `{${one.slice(start.length)}` : ''
  })
  return mine.join('\n')
}

const isOfOthers = (text: string): boolean => isRestrictionLine(text) || isForgottenLine(text)

/** The erasures of a list, the oldest first. */
export function erasuresOf(list: string): Erasure[] {
  return list.split('\n').flatMap((one, index) => (one === '' || isOfOthers(one) ? [] : [readLine(one, index + 1)]))
}

function readLine(text: string, place: number): Erasure {
  try {
    return line.parse(JSON.parse(text))
  } catch (cause) {
    throw new InputError(
      `${listName}, Zeile ${place}: Hier steht keine Löschung. Solange das so ist, startet Stichtag nicht, denn Gelöschtes ` +
        'könnte wieder da sein. Bitte holen Sie die Datei aus der neuesten Sicherung zurück.',
      { cause },
    )
  }
}

/** One erasure as a line. Of each text only where it stood. */
export function lineOf({ texts, ...rest }: Erasure): string {
  const where = texts.map(({ table, column, key, participantId, field }) => ({
    table,
    column,
    key,
    participantId,
    field,
  }))
  return JSON.stringify({ ...rest, texts: where })
}

/** Says in the list what is to be done in this database. */
export async function noteInList(db: Db, dataDir: string, lines: readonly string[]): Promise<void> {
  const database = await databaseId(db, dataDir)
  await addToList(
    dataDir,
    lines.map((one) => `{"database":"${database}",${one.slice(1)}`),
  )
}

/**
 * Adds the lines that are not there yet, and comes back when the disk has them. Written aside first, so that there is never half a
 * line; whoever writes keeps others from writing meanwhile.
 */
export async function addToList(dataDir: string, lines: readonly string[]): Promise<void> {
  const kept = (await readList(dataDir)).split('\n').filter((one) => one !== '')
  const all = [...new Set([...kept, ...lines])]
  if (all.length === kept.length) return
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const path = join(dataDir, listName)
  const aside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  await writeFile(aside, all.map((one) => `${one}\n`).join(''), { mode: 0o600, flush: true })
  await rename(aside, path)
}

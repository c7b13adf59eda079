import { open, rm } from 'node:fs/promises'
import Papa from 'papaparse'
import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Db } from '../database/database.ts'
import { hashAccessCode, newAccessCode } from '../domain/access-code.ts'
import { InputError } from '../errors/input-error.ts'
import { unwritable } from '../errors/unwritable.ts'
import { storeCodes } from '../store/access-codes.ts'

interface Receiver {
  id: number
  unit: string
  name: string
}

/**
 * Makes a code for each receiver, writes them to a new file and stores their hashes. The file is complete before any code
 * works: a code that nobody has in writing would lock its receiver out.
 */
export async function issueCodes(
  db: Db,
  secret: Buffer,
  kind: UnitKind,
  receivers: readonly Receiver[],
  file: string,
): Promise<void> {
  const letters = receivers.map((receiver) => ({ ...receiver, zugangscode: newAccessCode() }))
  const stored = letters.map(({ id, zugangscode }) => ({
    participantId: id,
    hash: hashAccessCode(zugangscode, secret),
  }))
  const { key, name: nameColumn } = unitKinds[kind]
  const rows = letters.map(({ unit, name, zugangscode }) => ({ [key]: unit, [nameColumn]: name, zugangscode }))
  await writeNew(file, `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`)
  try {
    await storeCodes(db, stored)
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** Writes a file that only its owner may read, and never over another one: that may hold codes already sent. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new InputError(`Die Datei ${file} gibt es schon. Bitte nennen Sie mit --out eine neue.`)
    throw unwritable(file, error)
  }
}

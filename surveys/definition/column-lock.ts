import { readFile, writeFile } from 'node:fs/promises'
import { answerColumns, leadingColumns } from '../codebook/columns.ts'
import { dataState } from '../codebook/described-column.ts'
import { longReason } from '../codebook/reason-column.ts'
import { valuesColumn } from '../codebook/values-used.ts'
import type { Instrument } from '../compile/instrument.ts'
import { definitionsFolder } from './load.ts'
import type { Problem } from './problem.ts'

/** By file of a published version: the columns under which its answers leave. People script against them. */
export type ColumnLock = Readonly<Record<string, readonly string[]>>

const lockName = 'columns.lock.json'

export async function readColumnLock(folder: URL = definitionsFolder): Promise<ColumnLock> {
  try {
    return JSON.parse(await readFile(new URL(lockName, folder), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** Puts the columns of a version under the lock. Those that are locked stay, whatever the version has now. */
export async function lockColumns(file: string, instrument: Instrument): Promise<void> {
  const lock = await readColumnLock()
  const columns = [...new Set([...(lock[file] ?? []), ...columnsOf(instrument)])]
  const entries = Object.entries({ ...lock, [file]: columns }).sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(new URL(lockName, definitionsFolder), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`)
}

/**
 * How the columns of a version differ from those that were published; nothing of one that was published before there
 * was a lock.
 */
export function columnLockProblems(locked: readonly string[] | undefined, instrument: Instrument): Problem[] {
  if (locked === undefined) return []
  const now = columnsOf(instrument)
  const gone = locked.filter((name) => !now.includes(name))
  const added = now.filter((name) => !locked.includes(name))
  return [
    ...gone.map((name) => ({
      path: '/',
      message: `Die Spalte „${name}“ ist veröffentlicht und fehlt jetzt in der Ausgabe. Eine Spalte behält ihren Namen für immer.`,
    })),
    ...added.map((name) => ({
      path: '/',
      message: `Die Spalte „${name}“ ist neu. „stichtag survey publish ${instrument.id} --fassung ${instrument.version}“ nimmt sie in die Sperre.`,
    })),
  ]
}

/** Names of a version that is not yet published which no statistics program would take. */
export function longColumnProblems(instrument: Instrument): Problem[] {
  return answerColumns(instrument).flatMap(({ kind, variable }) => {
    const message = kind === 'reason' ? longReason(variable.name) : undefined
    return message === undefined ? [] : [{ path: `/ (${variable.question})`, message }]
  })
}

const columnsOf = (instrument: Instrument) =>
  [...leadingColumns(instrument), ...answerColumns(instrument), dataState, valuesColumn].map(({ name }) => name)

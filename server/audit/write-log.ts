import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '../database/database.ts'
import { measured, ownerOnly, type WrittenFile } from '../export/write-table.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { filterWords, type LogFilter } from './log-kinds.ts'
import { type LogFormat, logLines } from './log-lines.ts'

interface LogFile {
  filter: LogFilter
  format: LogFormat
  accountId: number | undefined
}

/** Writes the log into a new file, and notes that, with the hash of the file. */
export async function writeLog(db: Db, path: string, { filter, format, accountId }: LogFile): Promise<WrittenFile> {
  let rows = 0
  const lines = logLines(db, filter, format, (count) => {
    rows += count
  })
  await pipeline(Readable.from(lines), createWriteStream(path, { flags: 'wx', mode: ownerOnly }))
  const written = { rows, ...(await measured(path)) }
  await noteStaff(db, {
    action: 'log_exported',
    accountId,
    detail: { file: 'protokoll', format, filter: filterWords(filter), ...written },
  })
  return written
}

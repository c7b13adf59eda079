import { createHash } from 'node:crypto'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { PersonRecord } from './person-record.ts'
import type { RecordFile } from './record-files.ts'

interface Noted {
  record: PersonRecord
  files: readonly RecordFile[]
  accountId?: number
  /** The number of the request that it answers. */
  request?: number
}

/** Notes that a record of a person was given out: how much, and how its files are recognised again; never of whom. */
export async function noteRecord(db: Db, { record, files, accountId, request }: Noted): Promise<void> {
  for (const { name, content } of files)
    await noteStaff(db, {
      action: 'person_exported',
      accountId: accountId ?? null,
      detail: {
        file: name,
        texts: record.texts.length,
        forms: record.forms.length,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        ...(request === undefined ? {} : { request }),
      },
    })
}

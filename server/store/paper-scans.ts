import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { ScanKind } from '../returned-paper/scan-kind.ts'

export interface PaperScan {
  id: number
  fileName: string
  media: ScanKind['media']
  bytes: number
  who: string | null
  at: Date
}

const pieceBytes = 1024 * 1024

/** The scans of a paper, in the order in which they came. */
export async function scansOf(db: Db, participantId: number): Promise<PaperScan[]> {
  const { rows } = await sql<PaperScan>`
    select s.id, s.file_name as "fileName", s.media, s.bytes, a.name as who, s.at
    from contact.paper_scan s left join staff.account a on a.id = s.account_id
    where s.participant_id = ${participantId} order by s.id`.execute(db)
  return rows
}

interface NewScan {
  participantId: number
  accountId: number
  fileName: string
  media: ScanKind['media']
  bytes: number
  path: string
}

export async function addScan(trx: Db, { participantId, accountId, fileName, media, bytes, path }: NewScan) {
  const { id } = await trx
    .insertInto('contact.paper_scan')
    .values({ participant_id: participantId, account_id: accountId, file_name: fileName, media, bytes })
    .returning('id')
    .executeTakeFirstOrThrow()
  let place = 0
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
    await trx.insertInto('contact.paper_scan_piece').values({ scan_id: id, place, bytes: piece }).execute()
    place += 1
  }
  return id
}

/** The bytes of a scan, piece by piece. */
export function readScan(db: Db, id: number): Readable {
  async function* pieces() {
    for (let place = 0; ; place += 1) {
      const piece = await db
        .selectFrom('contact.paper_scan_piece')
        .select('bytes')
        .where('scan_id', '=', id)
        .where('place', '=', place)
        .executeTakeFirst()
      if (piece === undefined) return
      yield piece.bytes
    }
  }
  return Readable.from(pieces())
}

export async function deleteScan(db: Db, participantId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('contact.paper_scan')
    .where('participant_id', '=', participantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

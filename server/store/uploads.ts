import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Pool } from 'pg'
import type { TypedSettings } from '../admindata/settings.ts'
import { uploadMinutes } from '../domain/kept-briefly.ts'
import { inTransaction } from './transaction.ts'

/** A file that waits for its confirmation. */
export interface Upload<Settings extends object = TypedSettings> {
  id: string
  fileName: string
  settings: Settings
}

const pieceBytes = 1024 * 1024
const isCurrent = `uploaded_at > now() - interval '${uploadMinutes} minutes'`

/** Keeps a file for its account; one that still waited for confirmation is dropped. */
export async function keepUpload(
  pool: Pool,
  { accountId, fileName, path }: { accountId: number; fileName: string; path: string },
): Promise<string> {
  return inTransaction(pool, async (client) => {
    await client.query('delete from staff.upload where account_id = $1', [accountId])
    const { rows } = await client.query<{ id: string }>(
      `insert into staff.upload (account_id, file_name, settings) values ($1, $2, '{}') returning id`,
      [accountId, fileName],
    )
    const id = rows[0]?.id ?? ''
    let place = 0
    for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes })) {
      await client.query('insert into staff.upload_piece values ($1, $2, $3)', [id, place, bytes])
      place += 1
    }
    return { keep: true, result: id }
  })
}

/** The file of an account; undefined where there is none, it is somebody else's, or its hour is over. */
export async function findUpload<Settings extends object = TypedSettings>(
  pool: Pool,
  id: string,
  accountId: number,
): Promise<Upload<Settings> | undefined> {
  const { rows } = await pool.query<Upload<Settings>>(
    `select id, file_name as "fileName", settings from staff.upload
     where id::text = $1 and account_id = $2 and ${isCurrent}`,
    [id, accountId],
  )
  return rows[0]
}

/** Writes the bytes of a file to a place. */
export async function writeUpload(pool: Pool, id: string, path: string): Promise<void> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::integer as count from staff.upload_piece where upload_id = $1',
    [id],
  )
  const file = await open(path, 'wx', 0o600)
  try {
    for (let place = 0; place < (rows[0]?.count ?? 0); place += 1) {
      const piece = await pool.query<{ bytes: Buffer }>(
        'select bytes from staff.upload_piece where upload_id = $1 and place = $2',
        [id, place],
      )
      await file.writeFile(piece.rows[0]?.bytes ?? Buffer.alloc(0))
    }
  } finally {
    await file.close()
  }
}

export async function setUploadSettings(pool: Pool, id: string, settings: object): Promise<void> {
  await pool.query('update staff.upload set settings = $2 where id = $1', [id, JSON.stringify(settings)])
}

export async function removeUpload(pool: Pool, id: string): Promise<void> {
  await pool.query('delete from staff.upload where id = $1', [id])
}

export async function removeOldUploads(pool: Pool): Promise<void> {
  await pool.query(`delete from staff.upload where not ${isCurrent}`)
}

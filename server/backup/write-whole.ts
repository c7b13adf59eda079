import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { unwritable } from '../errors/unwritable.ts'
import { assertFree } from './assert-free.ts'

/** Of calls to the file system; the database's own errors are not for us to explain. */
const calls = ['open', 'write', 'fsync', 'close', 'rename', 'stat']

/**
 * Writes a file that is there whole or not at all, also if the machine fails meanwhile: aside, to the disk, and then in its
 * place. Readable by its owner only. A file that is there stays.
 */
export async function writeWhole(file: string, content: AsyncIterable<Buffer>): Promise<void> {
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.teil`
  try {
    await assertFree(file)
    await pipeline(
      Readable.from(content, { objectMode: false }),
      createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }),
    )
    await rename(aside, file)
    await settleFolder(dirname(file))
  } catch (error) {
    await rm(aside, { force: true })
    throw isOfFiles(error) ? unwritable(file, error) : error
  }
}

/** So that the name survives as well. Windows knows no such thing. */
async function settleFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && calls.includes(String(error.syscall))
}

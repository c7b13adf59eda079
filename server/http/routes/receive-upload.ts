import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'

/** A form with a file, as it came. */
export interface Received {
  fields: Record<string, string>
  file: { name: string; path: string; bytes: number; isTooLarge: boolean } | undefined
}

const longestName = 100

/** What a form with one file may hold. */
export const uploadLimits = (megabytes: number) => ({
  ...{ files: 1, fields: 2, parts: 3, fieldNameSize: 40, fieldSize: 1_000 },
  fileSize: megabytes * 1024 ** 2,
})

/**
 * Reads a form with a file into a folder that is gone when `work` has ended. The fields stand before the file; what they say is
 * asked about before a byte of it is taken.
 */
export async function receiveUpload<T>(
  request: FastifyRequest,
  mayGoOn: (fields: Received['fields']) => boolean,
  work: (received: Received) => Promise<T> | T,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-upload-'))
  try {
    const received: Received = { fields: {}, file: undefined }
    for await (const part of request.parts()) {
      if (part.type === 'field') received.fields[part.fieldname] = String(part.value)
      else if (!mayGoOn(received.fields)) part.file.resume()
      else {
        const path = join(folder, 'datei')
        await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
        const { bytesRead: bytes, truncated: isTooLarge } = part.file
        received.file = { name: shownName(part.filename), path, bytes, isTooLarge }
      }
    }
    return await work(received)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The name that the browser gives: only ever shown. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const shown = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return shown.length <= longestName ? shown || 'datei' : shown.slice(-longestName)
}

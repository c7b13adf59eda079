import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { InputError } from '../errors/input-error.ts'

export type Encoding = 'utf8' | 'utf16le' | 'windows-1252'

interface Inspected {
  /** SHA-256 of the bytes. */
  hash: string
  size: number
  encoding: Encoding
  /** `PK`: a zip archive, or a workbook, which is one. */
  isArchive: boolean
}

/**
 * Reads a file once from end to end: its hash, and its encoding. What is valid UTF-8 over its whole length is UTF-8;
 * everything else is Windows-1252, of which ISO-8859-1 is a part.
 */
export async function inspectFile(path: string): Promise<Inspected> {
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  let isUtf8 = true
  let start = Buffer.alloc(0)
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      if (size === 0) start = Buffer.from(chunk.subarray(0, 4))
      size += chunk.length
      hash.update(chunk)
      isUtf8 &&= decodes(utf8, chunk)
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
    throw new InputError(`Die Datei ${path} lässt sich nicht lesen${code}.`, { cause })
  }
  if (isUtf8) isUtf8 = decodes(utf8)
  const isUtf16 = start[0] === 0xff && start[1] === 0xfe
  const encoding = isUtf16 ? 'utf16le' : isUtf8 ? 'utf8' : 'windows-1252'
  return { hash: hash.digest('hex'), size, encoding, isArchive: start.toString('latin1', 0, 2) === 'PK' }
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

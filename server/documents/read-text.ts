import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { errorCode } from '../errors/error-code.ts'

/** Without the mark that some editors write at the beginning. In another encoding umlauts would come out wrong. */
export function readText(file: string): { text: string } | { problem: string } {
  const read = readNear(file)
  if ('problem' in read) return read
  if (!isUtf8(read.bytes))
    return { problem: `Die Datei ${file} ist nicht in UTF-8 gespeichert. Bitte speichern Sie sie so.` }
  return { text: new TextDecoder().decode(read.bytes) }
}

/** The bytes of a file, or why they cannot be read. */
export function readNear(file: string): { bytes: Buffer } | { problem: string } {
  try {
    return { bytes: readFileSync(file) }
  } catch (error) {
    const code = errorCode(error)
    if (code === undefined) throw error
    return { problem: `Die Datei ${file} lässt sich nicht lesen (${code}).` }
  }
}

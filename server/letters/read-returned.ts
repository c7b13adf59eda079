import { hashAccessCode, readAccessCode } from '../domain/access-code.ts'
import type { Receiver } from './receiver.ts'

/** What stands on a letter that came back, as it was typed or scanned: a key, a number, or the code itself. */
export function readReturned(typed: string, receivers: readonly Receiver[], key: Buffer) {
  const lines = typed.split(/[\n;,]+/).flatMap((line) => line.trim() || [])
  const units = new Map(receivers.map((receiver) => [receiver.unit, receiver.id]))
  return lines.map((line, index) => {
    const code = readAccessCode(line.replace(/^.*#/, ''))
    const hash = code === undefined ? undefined : hashAccessCode(code, key)
    // A code is never repeated in words.
    return { line: index + 1, shown: hash === undefined ? line.slice(0, 40) : 'Code', id: units.get(line), hash }
  })
}

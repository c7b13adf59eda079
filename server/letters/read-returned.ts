import { hashAccessCode, readAccessCode } from '../domain/access-code.ts'
import type { Receiver } from './receiver.ts'

const linesOf = (typed: string): string[] => typed.split(/[\n;,]+/).flatMap((line) => line.trim() || [])

const codeIn = (line: string): string | undefined => readAccessCode(line.replace(/^.*#/, ''))

/** Whether a code may be among what was typed or scanned, whole or in a link. */
export const mayHoldCode = (typed: string): boolean =>
  typed.includes('#') || linesOf(typed).some((line) => codeIn(line) !== undefined)

/** What stands on a letter that came back, as it was typed or scanned: a key, a number, or the code itself. */
export function readReturned(typed: string, receivers: readonly Receiver[], key: Buffer) {
  const units = new Map(receivers.map((receiver) => [receiver.unit, receiver.id]))
  return linesOf(typed).map((line, index) => {
    const code = codeIn(line)
    const hash = code === undefined ? undefined : hashAccessCode(code, key)
    // A code is never repeated in words.
    return { line: index + 1, shown: hash === undefined ? line.slice(0, 40) : 'Code', id: units.get(line), hash }
  })
}

import { padded, tagged, u32 } from './bytes.ts'

/** Stata takes 67,783 bytes in one; a longer one goes on in the next. */
const longest = 16_000

/** Notes of the whole file (`_dta`) or of a column, as `notes` shows them. */
export function noteBytes(owner: string, notes: readonly string[]): Buffer[] {
  const parts = notes.flatMap((note) => note.match(new RegExp(`[^]{1,${longest}}`, 'gu')) ?? [])
  if (parts.length === 0) return []
  return [characteristic(owner, 'note0', String(parts.length))].concat(
    parts.map((part, place) => characteristic(owner, `note${place + 1}`, part)),
  )
}

function characteristic(owner: string, name: string, text: string): Buffer {
  const content = Buffer.concat([padded(owner, 129), padded(name, 129), Buffer.from(`${text}\0`)])
  return tagged('ch', u32(content.length), content)
}

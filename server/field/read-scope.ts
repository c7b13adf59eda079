import type { Db } from '../database/database.ts'
import { type ScopePart, unknownParts } from '../store/scopes.ts'

/** What somebody may type for whom an account works. */
export const scopeHint =
  'Kreise mit drei Ziffern, Kommunen und Verbünde mit sechs, Personen mit ihrer Nummer; leer: für alle'

/** Reads for whom an account is to work; `fault` says what is in no register or cannot be meant, or is ''. */
export async function readScope(db: Db, typed: string): Promise<{ parts: ScopePart[]; fault: string }> {
  const keys = [...new Set(typed.split(/[\s,;]+/).filter((key) => key !== '' && key !== 'alle'))]
  const strange = keys.filter((key) => !/^(?:\d{3}|\d{6}|\d{6}-\d{3})$/.test(key))
  if (strange.length > 0)
    return { parts: [], fault: `Nicht zu lesen: ${strange.join(', ')}. Möglich sind ${scopeHint}.` }
  const parts = keys.map((key): ScopePart => ({ kind: key.length === 3 ? 'kreis' : 'unit', key }))
  const unknown = await unknownParts(db, parts)
  if (unknown.length === 0) return { parts, fault: '' }
  return { parts: [], fault: `Im Verzeichnis steht nicht: ${unknown.map(({ key }) => key).join(', ')}.` }
}

/** The keys of a scope as they are typed. */
export const typedScope = (parts: readonly ScopePart[]): string => parts.map(({ key }) => key).join(' ')

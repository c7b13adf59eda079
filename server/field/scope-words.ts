import type { Register } from '../../surveys/reading/register.ts'
import type { ScopePart } from '../store/scopes.ts'

/** For whom an account works, in words, or '' where it is for all. */
export function scopeWords(parts: readonly ScopePart[], register: Register): string {
  return parts.map((part) => partWords(part, register)).join(', ')
}

function partWords({ kind, key }: ScopePart, { kreise, gemeinden, verbuende }: Register): string {
  if (kind === 'kreis') return kreise.get(key) ?? `Kreis ${key}`
  return gemeinden.get(key)?.name ?? verbuende.get(key)?.name ?? key
}

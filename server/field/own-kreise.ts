import type { ScopePart } from '../store/scopes.ts'

/** The Kreise in which somebody works who has a list of Kreise and units; undefined: in all. */
export const ownKreise = (parts: readonly ScopePart[]): string[] | undefined =>
  parts.length === 0 ? undefined : [...new Set(parts.map(({ key }) => key.slice(0, 3)))].sort()

import type { ScopePart } from '../store/scopes.ts'

/** Whether somebody works for all of a Kreis: with it in their list, or without a list for all. */
export const worksForWholeKreis = (parts: readonly ScopePart[], kreis: string): boolean =>
  parts.length === 0 || parts.some((part) => part.kind === 'kreis' && part.key === kreis)

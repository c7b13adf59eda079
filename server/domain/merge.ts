import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import type { Foreign } from '../store/drafts.ts'

/** How the texts that somebody sent meet those that others saved meanwhile. */
export interface Merge {
  /** To be saved: nobody else has changed these. */
  own: Record<string, string>
  /** Changed by both, and differently: the person decides. */
  conflicts: { mine: string; theirs: Foreign }[]
}

/**
 * Merges by field. Where a whole page was sent, a field that still has the text it had when the page was shown was not
 * touched by this person, so the other's text stays. A text that the same page sent before (`basis`) is its own.
 */
export function merge(
  { typed, whole, basis }: Pick<SubmittedPage, 'typed' | 'whole' | 'basis'>,
  foreign: readonly Foreign[],
): Merge {
  const changed = new Map(foreign.map((one) => [one.field, one]))
  const own: Record<string, string> = {}
  const conflicts: Merge['conflicts'] = []
  for (const [field, mine] of Object.entries(typed)) {
    const theirs = changed.get(field)
    if (theirs === undefined || basis[field] === theirs.value) own[field] = mine
    else if (mine === theirs.value || (whole && mine === (theirs.before ?? ''))) continue
    else conflicts.push({ mine, theirs })
  }
  return { own, conflicts }
}

import type { Pool } from 'pg'
import type { Raw } from '../../surveys/answer/cell.ts'
import type { Justification } from '../../surveys/answer/submission.ts'
import type { Pinned } from '../forms/form.ts'

/** The answers of a draft as they were at one revision, with the version of the questionnaire that they answer. */
export interface KnownDraft {
  pinned: Pinned
  rev: number
  savedAt: Date
  typed: Raw
  /** How often reasons were given, and the newest of each check. */
  reasons: number
  justifications: Justification[] | null
}

interface Place {
  wave: string
  unit: string
}

/** As many forms as are open at once in a rush. */
const most = 2_000

/**
 * The drafts that were read or saved last, for each database. Every change of a text raises the revision of its draft, and
 * every reason the number of them. Where the database says that both are still the same, the answers need not be read again:
 * with 150 of them that is half of a visit's work. Whether it is the same is asked with every request, so any number of servers may write.
 */
const drafts = new WeakMap<Pool, Map<string, KnownDraft>>()

const keyOf = ({ wave, unit }: Place) => `${wave} ${unit}`

export function knownDraft(pool: Pool, place: Place): KnownDraft | undefined {
  return drafts.get(pool)?.get(keyOf(place))
}

/** Keeps a draft as the last one used, and forgets the one whose use is longest ago. */
export function keepDraft(pool: Pool, place: Place, draft: KnownDraft): void {
  const known = drafts.get(pool) ?? new Map<string, KnownDraft>()
  drafts.set(pool, known)
  known.delete(keyOf(place))
  known.set(keyOf(place), draft)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
}

import type { Pool } from 'pg'
import type { Raw } from '../../surveys/answer/cells.ts'
import { isOfServer } from '../../surveys/answer/draft-fields.ts'
import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import type { TakenOver } from '../../surveys/answer/taken-over.ts'
import { type Merge, merge } from '../domain/merge.ts'
import { saves } from '../metrics/counts.ts'
import { changesSince, type Foreign } from '../store/drafts.ts'
import { saveDraft } from '../store/save-draft.ts'
import type { Visit } from '../store/visit.ts'

/** What became of the texts that somebody sent. */
export interface Outcome {
  rev: number
  savedAt: Date | null
  conflicts: Merge['conflicts']
  /** What others have saved since the sender's page was made. */
  foreign: Foreign[]
  /** What the server has written besides. */
  added: Record<string, string>
  /** All texts of the draft as they are now. */
  raw: Raw
}

/**
 * Saves the sent texts that differ from what is stored. Fields that somebody else has changed since the sender's page was
 * made are merged or come back as conflicts; nothing is overwritten that the sender has not seen. `complete` adds what follows
 * from the changes. The texts of the visit are then those that are stored.
 */
export async function savePage(
  pool: Pool,
  visit: Visit,
  page: Pick<SubmittedPage, 'rev' | 'whole' | 'typed' | 'basis'>,
  taken?: TakenOver,
  complete: (changed: Record<string, string>) => Record<string, string> = (changed) => changed,
): Promise<Outcome> {
  const stored = visit.typed ?? {}
  const unseen = visit.rev > page.rev ? await changesSince(pool, visit.participantId, page.rev) : []
  const { own, conflicts } = merge(page, unseen)
  const changed = complete(changedTexts(own, stored))
  if (Object.keys(changed).length === 0) {
    return counted({ rev: visit.rev, savedAt: visit.savedAt, conflicts, foreign: unseen, added: {}, raw: stored })
  }
  const { participantId, editorId, contactFields } = visit
  const { rev, savedAt, saved } = await saveDraft(pool, {
    participantId,
    editorId,
    base: visit.rev,
    typed: changed,
    taken,
    contactFields,
  })
  const written = new Set(saved)
  // Between reading and writing somebody else may have saved: what they wrote is as unseen as what was there before.
  const meanwhile =
    rev > visit.rev + 1
      ? (await changesSince(pool, participantId, visit.rev)).filter(({ field }) => !written.has(field))
      : []
  const late = meanwhile.flatMap((theirs) => {
    const mine = changed[theirs.field]
    return mine === undefined || mine === theirs.value || isOfServer(theirs.field) ? [] : [{ mine, theirs }]
  })
  const foreign = [...unseen.filter(({ field }) => !written.has(field)), ...meanwhile]
  // They were read for this request alone; to copy all of them takes longer than the rest of what is done here.
  for (const { field, value } of meanwhile) stored[field] = value
  for (const field of saved) stored[field] = changed[field] ?? ''
  const added = Object.fromEntries(Object.entries(changed).filter(([field]) => written.has(field) && !(field in own)))
  return counted({ rev, savedAt, conflicts: [...conflicts, ...late], foreign, added, raw: stored })
}

function counted(outcome: Outcome): Outcome {
  saves.add(outcome.conflicts.length > 0 ? 'conflict' : 'stored')
  return outcome
}

export const changedTexts = (typed: Record<string, string>, stored: Raw): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== (stored[field] ?? '')))

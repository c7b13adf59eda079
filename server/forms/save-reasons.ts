import type { Pool } from 'pg'
import { confirmedBy } from '../../surveys/answer/page-action.ts'
import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import { onlyAsked } from './asked-part.ts'
import type { AtWork } from './at-work.ts'
import { completeReasons } from './complete-reasons.ts'
import { type Outcome, savePage } from './save.ts'

/** Saves what was sent of the page where all is checked: reasons, in the same way as answers. */
export function saveReasons(pool: Pool, atWork: AtWork, page: SubmittedPage): Promise<Outcome> {
  const { visit, asked } = atWork
  const may = (texts: Record<string, string>) => (asked === undefined ? texts : onlyAsked(texts, asked))
  const confirmed = confirmedBy(page.action)
  return savePage(pool, visit, { ...page, typed: may(page.typed) }, undefined, (changed) =>
    may(completeReasons(atWork, visit.typed ?? {}, changed, { together: true, confirmed })),
  )
}

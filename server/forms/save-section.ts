import type { Pool } from 'pg'
import { applyAction, type PageAction } from '../../surveys/answer/page-action.ts'
import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import { takenOver } from '../../surveys/answer/taken-over.ts'
import { onlyAsked } from './asked-part.ts'
import type { AtWork } from './at-work.ts'
import { completeReasons } from './complete-reasons.ts'
import type { FormSection } from './form.ts'
import { type Outcome, savePage } from './save.ts'

/** Saves what was sent of a section, be it a field or the whole page, with what the pressed button adds. */
export async function saveSection(
  pool: Pool,
  atWork: AtWork,
  { section }: FormSection,
  page: SubmittedPage,
): Promise<{ outcome: Outcome; goTo: PageAction['goTo'] }> {
  const { visit, form, around, asked } = atWork
  // The script has entered already what a button takes over from the last wave.
  const { typed, goTo, confirmed } = applyAction(page, section, around.register, page.whole ? around.last : undefined)
  const may = (texts: Record<string, string>) => (asked === undefined ? texts : onlyAsked(texts, asked))
  const filled = { ...page, typed: may(typed) }
  const outcome = await savePage(pool, visit, filled, takenOver(filled, form.instrument, around.last), (changed) =>
    may(completeReasons(atWork, visit.typed ?? {}, changed, { confirmed })),
  )
  return { outcome, goTo }
}

import type { RouteContext } from '../boot/context.ts'
import { answer, type Pinned } from '../forms/form.ts'
import { isSubmitted } from '../forms/hand-in.ts'
import { draftTexts } from '../store/field-participants.ts'
import { newestSubmission } from '../store/submissions.ts'
import { surroundingsOf } from './surroundings-of.ts'

type Needed = Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>

/** Whether a participant that has sent its answers has saved others since. */
export async function hasChanged(
  context: Needed,
  wave: Pinned & { synthetic: boolean },
  { id, unit, revisions }: { id: number; unit: string; revisions: number },
): Promise<boolean> {
  if (revisions === 0) return false
  const [form, texts, newest] = await Promise.all([
    context.forms.get(wave),
    draftTexts(context.db, [id]),
    newestSubmission(context.pool, id),
  ])
  const around = await surroundingsOf(context, form, wave, unit)
  return !isSubmitted(answer(form, texts.get(id) ?? {}, around), newest)
}

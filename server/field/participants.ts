import type { Register } from '../../surveys/reading/register.ts'
import type { AppContext } from '../boot/context.ts'
import type { Forms, Pinned } from '../forms/form.ts'
import { draftTexts, type FieldFacts, fieldFacts, type One } from '../store/field-participants.ts'
import { lastSavedFields } from '../store/response-times.ts'
import { answersFor } from '../store/responsibility.ts'
import { type DraftProgress, draftProgress } from './draft-progress.ts'
import { lastOf, sectionsOfFields } from './section-of-field.ts'
import { isAtWork, type Standing, standingOf } from './standing.ts'
import { surroundingsOf } from './surroundings-of.ts'

/** A participant with where it stands. */
export interface FieldParticipant extends FieldFacts {
  state: Standing
  /** How far its draft is, where that says where it stands. */
  progress: DraftProgress | undefined
  /** The id of the section in which it was saved last, or ''. */
  lastSection: string
  /** Who answers for it as the register says, or '' where it does so itself. */
  answeredBy: string
}

type Needed = Pick<AppContext, 'db' | 'pool'> & { forms: Forms; register: () => Promise<Register> }
type AskedWave = Pinned & { id: string; synthetic: boolean }

/** All participants of a wave that an account works for, or the one named, with where each stands. */
export async function fieldParticipants(
  context: Needed,
  wave: AskedWave,
  account: number | undefined,
  one?: One,
): Promise<FieldParticipant[]> {
  const [found, answering] = await Promise.all([
    fieldFacts(context.db, { wave: wave.id, account, one }),
    answersFor(context.db, wave.id, one),
  ])
  const carriers = new Map(
    answering.map(({ unit, by, byName, isKommune }) => [unit, isKommune && by !== unit ? byName : '']),
  )
  const atWork = found.filter(isAtWork).map(({ id }) => id)
  const [form, texts, saved] = await Promise.all([
    context.forms.get(wave),
    draftTexts(context.db, atWork),
    lastSavedFields(context.db, atWork),
  ])
  const sections = sectionsOfFields(form)
  const participants: FieldParticipant[] = []
  for (const facts of found) {
    const around = () => surroundingsOf(context, form, wave, facts.unit)
    const progress = isAtWork(facts) ? await draftProgress(form, texts.get(facts.id) ?? {}, around) : undefined
    participants.push({
      ...facts,
      state: standingOf(facts, progress?.open.length === 0),
      progress,
      lastSection: lastOf(saved.get(facts.id) ?? [], sections),
      answeredBy: carriers.get(facts.unit) ?? '',
    })
  }
  return participants
}

import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { RouteContext } from '../boot/context.ts'
import type { Form, Pinned } from '../forms/form.ts'
import { lastWave } from '../forms/last-wave.ts'
import { withFigures } from '../forms/with-figures.ts'
import { draftTexts, type FieldFacts, fieldFacts } from '../store/field-participants.ts'
import { type DraftProgress, draftProgress } from './draft-progress.ts'
import { isAtWork, type Standing, standingOf } from './standing.ts'

/** A participant with where it stands. */
export interface FieldParticipant extends FieldFacts {
  state: Standing
  /** How far its draft is, where that says where it stands. */
  progress: DraftProgress | undefined
}

type Needed = Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>
type AskedWave = Pinned & { id: string; synthetic: boolean }

/** All participants of a wave that an account works for, or the one named, with where each stands. */
export async function fieldParticipants(
  context: Needed,
  wave: AskedWave,
  account: number | undefined,
  unit?: string,
): Promise<FieldParticipant[]> {
  const found = await fieldFacts(context.db, { wave: wave.id, account, ...(unit === undefined ? {} : { unit }) })
  const atWork = found.filter(isAtWork)
  const [form, texts] = await Promise.all([
    context.forms.get(wave),
    draftTexts(
      context.db,
      atWork.map(({ id }) => id),
    ),
  ])
  const participants: FieldParticipant[] = []
  for (const facts of found) {
    const around = () => surroundingsOf(context, form, wave, facts.unit)
    const progress = isAtWork(facts) ? await draftProgress(form, texts.get(facts.id) ?? {}, around) : undefined
    participants.push({ ...facts, state: standingOf(facts, progress?.isComplete ?? false), progress })
  }
  return participants
}

/** What the answers of a unit are held against: the same as in its own form. */
async function surroundingsOf(context: Needed, form: Form, wave: AskedWave, unit: string): Promise<Surroundings> {
  const { stichtag, synthetic } = wave
  const indicators = form.instrument.indicators.map(({ code }) => code)
  const register = await withFigures(context.pool, await context.register(), { unit, stichtag }, indicators)
  return { unit, register, last: await lastWave(context, form, { unit, synthetic }) }
}

import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { RouteContext } from '../boot/context.ts'
import { hashToken } from '../domain/session-token.ts'
import { touchSession } from '../store/sessions.ts'
import { findVisit, type Visit } from '../store/visit.ts'
import { type AskedPart, askedPart } from './asked-part.ts'
import type { Whole } from './elsewhere.ts'
import type { Form } from './form.ts'
import { lastWave } from './last-wave.ts'
import { withFigures } from './with-figures.ts'

/** Somebody at work in a form: their session with the draft, the questionnaire, and what answers are held against. */
export interface AtWork {
  visit: Visit
  form: Form
  around: Surroundings
  /** What can still be changed when the Frist is over, if anything can. */
  asked: AskedPart | undefined
  /** Where the form is a part of one: the whole, which what is typed is held against and nothing is shown of. */
  whole?: Whole
}

export type Needed = Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>

/** Who works in a form, if the token of the browser is that of a session for it, be it over. Notes that they are still there. */
export async function findAtWork(
  context: Needed,
  browserToken: string,
  place: Pick<Visit, 'wave' | 'unit'>,
): Promise<AtWork | undefined> {
  if (browserToken === '') return undefined
  const tokenHash = hashToken(browserToken)
  const visit = await findVisit(context.pool, tokenHash, place)
  if (visit === undefined) return undefined
  if (visit.alive && visit.stale) visit.secondsLeft = await touchSession(context.pool, tokenHash)
  return atWorkOn(context, visit)
}

/** A visit with all that belongs to it; its texts are those that could be submitted. */
export async function atWorkOn(context: Needed, visit: Visit): Promise<AtWork> {
  const [form, known] = await Promise.all([context.forms.get(visit), context.register()])
  const indicators = form.instrument.indicators.map(({ code }) => code)
  const { unit, stichtag } = visit
  const register = await withFigures(context.pool, known, { units: [unit], stichtag }, indicators)
  const asked = await askedPart(context.db, form, visit)
  if (asked !== undefined) visit.typed = asked.texts
  return { visit, form, asked, around: { unit, register, last: await lastWave(context, form, visit) } }
}

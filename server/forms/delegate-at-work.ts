import { validityField } from '../../surveys/answer/draft-fields.ts'
import type { LastWave } from '../../surveys/answer/surroundings.ts'
import { hashToken } from '../domain/session-token.ts'
import { type DelegateVisit, delegateVisit, touchDelegateSession } from '../store/delegate-visit.ts'
import { type AtWork, atWorkOn, type Needed } from './at-work.ts'
import type { Form } from './form.ts'
import { partOfForm } from './part-of-form.ts'

/** A colleague at work in some sections of a form: all else of it is not there for her pages. */
export interface DelegateAtWork extends AtWork {
  visit: DelegateVisit
}

/** Whoever a link has let in, be it that it opens no more or that the session is over. Notes that they are still there. */
export async function findDelegateAtWork(
  context: Needed,
  token: string,
  delegation: number,
): Promise<DelegateAtWork | undefined> {
  if (token === '') return undefined
  const tokenHash = hashToken(token)
  const visit = await delegateVisit(context.db, tokenHash, delegation)
  if (visit === undefined) return undefined
  if (visit.alive && visit.stale) visit.secondsLeft = await touchDelegateSession(context.db, tokenHash)
  const { form: whole, around } = await atWorkOn(context, visit)
  const form = partOfForm(whole, visit.sections)
  const texts = visit.typed ?? {}
  const checks = form.instrument.checks.map(({ id }) => validityField(id))
  const own = new Set([...form.fields.keys(), ...checks])
  visit.typed = Object.fromEntries(Object.entries(texts).filter(([name]) => own.has(name)))
  const { last, ...others } = around
  return {
    visit,
    form,
    asked: undefined,
    around: { ...others, ...(last && { last: lastOf(last, form) }) },
    whole: { form: whole, texts, around },
  }
}

/** What was answered in the last wave to the same questions. */
function lastOf({ values, words = new Map(), ...wave }: LastWave, { instrument: { variable } }: Form): LastWave {
  const own = <Value>(all: ReadonlyMap<string, Value>) => new Map([...all].filter(([name]) => variable.has(name)))
  return { ...wave, values: own(values), words: own(words) }
}

import type { Db } from '../database/database.ts'
import { addCall, type CallResult } from '../store/calls.ts'
import { typedDay } from '../waves/plan-typed.ts'
import { actOnMany } from './act-on-many.ts'

/** What can come of a call, as forms and commands name it. */
export const callResults = {
  wieder: 'wieder anrufen',
  erreicht: 'erreicht',
  'nicht-erreicht': 'nicht erreicht',
  'lehnt-ab': 'lehnt ab',
} as const

export type CallOutcome = keyof typeof callResults

export const isCallOutcome = (text: string): text is CallOutcome => Object.hasOwn(callResults, text)

const stored: Record<Exclude<CallOutcome, 'lehnt-ab'>, CallResult> = {
  wieder: 'again',
  erreicht: 'reached',
  'nicht-erreicht': 'missed',
}

interface Called {
  id: number
  wave: string
  outcome: CallOutcome
  /** What was said, or ''. */
  text: string
  /** On which day to call again, as typed; counts only where that came of it. */
  day: string
  /** `2026-11-29` */
  today: string
  by: number | undefined
}

/** Notes what came of a call. Comes back with why it did not, or ''. */
export async function noteCall(db: Db, { id, wave, outcome, text, day, today, by }: Called): Promise<string> {
  if (outcome === 'lehnt-ab') {
    const asked = { wave, ids: [id], act: outcome, text: text === '' ? 'am Telefon gesagt' : text, by }
    return (await actOnMany(db, asked)) === 1
      ? ''
      : 'Die Antworten sind inzwischen eingegangen, oder es war schon vermerkt.'
  }
  const againOn = outcome === 'wieder' ? typedDay(day) : null
  if (againOn === undefined || againOn === '') return 'Bitte nennen Sie den Tag, zum Beispiel 31.12.2026.'
  if (againOn !== null && againOn < today) return 'Der Tag ist schon vorbei.'
  await addCall(db, { id, wave, text, result: stored[outcome], againOn, by })
  return ''
}

const oneDay = 86_400_000

/** The next day from Monday to Friday. */
export function nextWorkday(day: string): string {
  const next = new Date(Date.parse(day) + oneDay)
  const text = next.toISOString().slice(0, 10)
  return next.getUTCDay() % 6 === 0 ? nextWorkday(text) : text
}

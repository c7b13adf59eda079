import { isOver, type SentTimes, shareBefore } from './sent-times.ts'

export interface ExpectedShare {
  /** The share to be expected at the Frist. */
  share: number
  /** Which share of those who are missing now sends until then. */
  ofMissing: number
  /** By how much chance alone may move it, to either side, in 95 of 100 cases. */
  margin: number
  /** What the same rule gave, some days ago, for today; missing where the wave is not that old. */
  before: { daysAgo: number; share: number } | undefined
}

/** How many days back the rule is tried. */
const daysAgo = 7

/**
 * The share to be expected at the Frist, if of those who are missing now the same part sends as in the last wave from the same day
 * and hour on.
 *
 *   r(T) = 1 − (1 − r(t))·(1 − q),   q = 1 − (1 − L(T))/(1 − L(t))
 *   margin = 1.96·(1 − r(t))·√(p(1 − p)·(1/m + 1/(M + 4))),   p = (qM + 2)/(M + 4)
 *
 * r and L are the shares of this and the last wave, t is now, T the end of each one's Frist, m and M how many are missing at t in
 * either. Between 0 and 1. The margin takes p for q, so that it is not 0 where nobody or everybody sent later (A. Agresti, B. Coull
 * (1998), The American Statistician 52, 119–126). Assumes that the waves run alike and participants decide for themselves; the margin holds chance and
 * nothing else. Undefined where the last wave still runs, where nobody was missing in it, where this one has not begun or is over.
 * @example r(t) = 0.4, L(t) = 0.5, L(T) = 0.7 // q = 0.4, r(T) = 0.64
 */
export function expectedShare(current: SentTimes, last: SentTimes | undefined): ExpectedShare | undefined {
  if (last === undefined || !isOver(last) || isOver(current) || current.now < 0) return undefined
  const { now, asked } = current
  const rest = sentLater(last, now, last.lastDay + 1)
  if (rest === undefined || asked === 0) return undefined
  const missing = 1 - shareBefore(current, now)
  const missingThen = 1 - shareBefore(last, now)
  const [m, many] = [missing * asked, missingThen * last.asked]
  const p = (rest * many + 2) / (many + 4)
  const margin = m === 0 ? 0 : 1.96 * missing * Math.sqrt(p * (1 - p) * (1 / m + 1 / (many + 4)))
  return { share: 1 - missing * (1 - rest), ofMissing: rest, margin, before: triedBefore(current, last) }
}

/** Which part of those who were missing at a time sent until another, where anybody was. */
function sentLater(times: SentTimes, from: number, until: number): number | undefined {
  const missing = 1 - shareBefore(times, from)
  return missing === 0 ? undefined : 1 - (1 - shareBefore(times, Math.max(from, until))) / missing
}

function triedBefore(current: SentTimes, last: SentTimes): ExpectedShare['before'] {
  const then = current.now - daysAgo
  const rest = then < 1 ? undefined : sentLater(last, then, current.now)
  return rest === undefined ? undefined : { daysAgo, share: 1 - (1 - shareBefore(current, then)) * (1 - rest) }
}

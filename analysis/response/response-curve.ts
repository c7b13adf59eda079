import { isOver, type SentTimes, shareBefore } from './sent-times.ts'

export interface CurveDay {
  /** 0 is the day of the opening. */
  day: number
  /** Sent on this day. */
  sent: number
  /** Which share has sent something until the end of the day, or until now. */
  share: number
}

/** Day by day what has come in: until today, and after the Frist until the last that came. */
export function responseCurve(times: SentTimes): CurveDay[] {
  const { sent, lastDay, now, asked } = times
  const lastSent = sent.reduce((last, one) => Math.max(last, Math.floor(one)), 0)
  const end = isOver(times) ? Math.max(lastDay, lastSent) : Math.floor(now)
  if (asked === 0 || end < 0) return []
  const counts = new Map<number, number>()
  for (const one of sent) counts.set(Math.floor(one), (counts.get(Math.floor(one)) ?? 0) + 1)
  return Array.from({ length: end + 1 }, (_none, day) => ({
    day,
    sent: counts.get(day) ?? 0,
    share: shareBefore(times, Math.min(day + 1, now)),
  }))
}

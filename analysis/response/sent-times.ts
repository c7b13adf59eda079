/**
 * When the participants of a wave first sent their answers, in days since the beginning of the day on which the wave was opened: 0,5 is
 * noon of that day. Days and hours are those of the clock on the wall, so that waves can be laid over each other.
 */
export interface SentTimes {
  wave: string
  /** The day that everything is counted from, `2026-11-29`. */
  openedOn: string
  /** The last day of its Frist, or that on which it was closed before: 0 is the day of the opening. */
  lastDay: number
  /** How far the wave is. */
  now: number
  asked: number
  /** Of those who have sent something, in any order. */
  sent: readonly number[]
}

/** The Frist of all who have none of their own is over. */
export const isOver = ({ now, lastDay }: SentTimes): boolean => now >= lastDay + 1

/** Which share had sent something before a time. */
export const shareBefore = ({ sent, asked }: SentTimes, time: number): number =>
  asked === 0 ? 0 : sent.filter((one) => one < time).length / asked

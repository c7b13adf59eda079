import type { Fact } from '../../schemas/kreisbericht.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { tidy } from './german.ts'

/** A day, or a period; what is told of it has one of the two. */
export type Timed = Pick<Fact, 'at' | 'from' | 'until' | 'called' | 'expected'>

/** The last day that it speaks of. */
export const endOf = ({ at, until }: Timed): string => at ?? until ?? ''

export const timeKey = ({ at, from, until }: Timed): string => `${at ?? ''} ${from ?? ''} ${until ?? ''}`

export const inOrder = (one: Timed, other: Timed): number =>
  order(endOf(one), endOf(other)) || order(one.from ?? '', other.from ?? '') || order(timeKey(one), timeKey(other))

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** It says so, or lies behind the day of which the report speaks. */
export const isExpected = (time: Timed, asOf: string): boolean => time.expected === true || endOf(time) > asOf

/** `am 01.08.2018`, `zum 01.11.2018` of what is to come, `im Jahr 2023`, `bis zum 31.07.2018`. */
export function whenWords(time: Timed, asOf: string): string {
  const { at, from, until, called } = time
  if (called !== undefined) return tidy(called)
  if (at !== undefined) return `${isExpected(time, asOf) ? 'zum' : 'am'} ${formatDate(at)}`
  if (from === undefined) return `bis zum ${formatDate(until ?? '')}`
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && until === `${year}-12-31`) return `im Jahr ${year}`
  return `vom ${formatDate(from)} bis zum ${formatDate(until ?? '')}`
}

/** The time that the sentence before has named already. */
export function againWords({ at, from, called }: Timed): string {
  if (at !== undefined && called === undefined) return 'an diesem Tag'
  return from === undefined && called === undefined ? 'bis dahin' : 'in dieser Zeit'
}

/** The head of a row or column: `01.08.2018`, `2023`, `im Herbst 2017`. */
export const whenLabel = (time: Timed, asOf: string): string =>
  whenWords(time, asOf).replace(/^(?:am|zum|im Jahr) (?=\d)/, '')

const days = ({ from, until }: Timed) => (Date.parse(until ?? '') - Date.parse(from ?? '')) / 86_400_000

/** Two days, two ends of what has grown from its beginning, or two periods of one length (a leap year is as long). */
export function areComparable(one: Timed, other: Timed): boolean {
  if (one.at !== undefined || other.at !== undefined) return one.at !== undefined && other.at !== undefined
  if (one.from === undefined || other.from === undefined) return one.from === other.from
  return Math.abs(days(one) - days(other)) <= 1
}

import { type DateProblem, readDay } from '../reading/typed-date.ts'
import type { PlannedValue } from './counting-plan.ts'

/** Nobody in such a list is older. */
const oldest = 105

/** The ages that somebody can have on a day whose cell says this, or why it says none. */
export type ReadAges = { ages: readonly [youngest: number, oldest: number][] } | { fault: string }

/** Reads a day of birth or an age. What leaves several days open may still leave one age group open: that is no guess. */
export function readAges(text: string, stichtag: string): ReadAges {
  const age = /^(\d{1,3})(?: ?jahre?)?$/i.exec(text)?.[1]
  if (age !== undefined) return Number(age) <= oldest ? { ages: [[Number(age), Number(age)]] } : noAge
  const year = /^(?:19|20)\d{2}$/.exec(text)?.[0]
  if (year !== undefined) return plausible([agesBetween(`${year}-01-01`, `${year}-12-31`, stichtag)])
  const month = /^(\d{1,2})[./-]((?:19|20)\d{2})$/.exec(text)
  if (month !== null) return agesOfMonth(Number(month[1]), month[2] ?? '', stichtag)
  const read = readDay(text)
  if (read.state === 'given') return plausible([agesBetween(read.value, read.value, stichtag)])
  const meant = read.state === 'unreadable' ? meantBy(read.problem) : []
  return meant.length === 0 ? noDay : plausible(meant.map((day) => agesBetween(day, day, stichtag)))
}

function agesOfMonth(month: number, year: string, stichtag: string): ReadAges {
  if (month < 1 || month > 12) return noDay
  const start = `${year}-${String(month).padStart(2, '0')}`
  return plausible([agesBetween(`${start}-01`, `${start}-31`, stichtag)])
}

const meantBy = (problem: DateProblem): readonly string[] =>
  problem.code === 'century' || problem.code === 'order' ? problem.meant : []

const noDay = { fault: 'ist weder ein Geburtsdatum noch ein Alter' }
const noAge = { fault: 'ist kein Alter' }
const bornLater = { fault: 'liegt nach dem Stichtag oder zu weit zurück' }

function plausible(all: [number, number][]): ReadAges {
  const ages = all.filter(([youngest, eldest]) => eldest >= 0 && youngest <= oldest)
  return ages.length === 0 ? bornLater : { ages }
}

function agesBetween(first: string, last: string, stichtag: string): [number, number] {
  return [ageOn(last, stichtag), ageOn(first, stichtag)]
}

/** Completed years. Whoever is born on a 29th of February completes them on the 1st of March. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** The group that all these ages belong to; undefined where they belong to several, or one of them to none. */
export function groupOf(
  ages: readonly (readonly [number, number])[],
  values: readonly PlannedValue[],
): PlannedValue | undefined {
  const groups = new Set(ages.flatMap((pair) => pair.map((age) => values.find((value) => holds(value, age)))))
  const [group] = groups
  return groups.size === 1 ? group : undefined
}

export const holds = ({ from, to = Number.POSITIVE_INFINITY }: PlannedValue, number: number): boolean =>
  from !== undefined && number >= from && number <= to

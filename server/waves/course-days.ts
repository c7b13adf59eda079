import { formatDate } from '../../surveys/reading/dates.ts'

export interface CourseFacts {
  openedOn: string | null
  opensOn: string | null
  stichtag: string | null
  frist: string
  /** The last day of those who have one of their own. */
  lastOwnFrist: string | null
  closesOn: string | null
  closedOn: string | null
  /** What is to be sent, by its day. */
  mails: readonly { label: string; day: string }[]
}

export interface CourseDay {
  label: string
  day: string
  when: 'vorbei' | 'heute' | 'kommt'
  /** From 0 to 100. */
  place: number
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The days of a wave in their order, and where each lies between the first and the last. */
export function courseDays(facts: CourseFacts, today: string): { days: CourseDay[]; today: number | null } {
  const named: [label: string, day: string | null][] = [
    [facts.openedOn === null ? 'Öffnung geplant' : 'geöffnet', facts.openedOn ?? facts.opensOn],
    ['Stichtag', facts.stichtag],
    ...facts.mails.map(({ label, day }): [string, string] => [label, day]),
    ['Frist', facts.frist],
    ['letzte verlängerte Frist', facts.lastOwnFrist],
    [facts.closedOn === null ? 'Schließung geplant' : 'geschlossen', facts.closedOn ?? facts.closesOn],
  ]
  const given = named.flatMap(([label, day]) => (day === null ? [] : [{ label, day }]))
  const sorted = given.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const [first, last] = [sorted[0]?.day ?? facts.frist, sorted.at(-1)?.day ?? facts.frist]
  const length = Math.max(dayNumber(last) - dayNumber(first), 1)
  const place = (day: string) => Math.round(((dayNumber(day) - dayNumber(first)) / length) * 1000) / 10
  return {
    days: sorted.map(({ label, day }) => ({
      label,
      day: formatDate(day),
      when: day < today ? 'vorbei' : day === today ? 'heute' : 'kommt',
      place: place(day),
    })),
    today: today >= first && today <= last ? place(today) : null,
  }
}

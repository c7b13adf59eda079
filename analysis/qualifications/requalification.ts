import type { Qualification } from './qualification.ts'

/** What is known of a person's Nachqualifizierung, as the register keeps it. */
export interface Requalified {
  art: Qualification
  nachqualifizierung_ab: string | null
  nachqualifizierung_bis: string | null
  nachqualifizierung_entfaellt: boolean
}

/** How somebody stands to the Nachqualifizierung that Nr. 4.2.3 of the VwV asks for. */
export const requalifications = {
  none: 'keine nötig',
  waived: 'entfällt: schon sechs Monate im Tätigkeitsfeld',
  done: 'abgeschlossen',
  begun: 'begonnen, binnen drei Monaten',
  late: 'begonnen, nach mehr als drei Monaten',
  due: 'noch nicht begonnen, die drei Monate laufen',
  overdue: 'noch nicht begonnen, die drei Monate sind um',
} as const

export type Requalification = keyof typeof requalifications

/** From this day on it is asked of letter b too (VwV Integrationsmanagement 2023; Leitfaden II.6.1). */
const alsoOfB = '2023-01-01'

/**
 * As of a day, of somebody who began to work on another: it must begin within three months of that (VwV Nr. 4.2.3; Leitfaden
 * II.6.1). Where nobody knows the qualification yet, it is not asked for.
 */
export function requalificationOn(day: string, begunWork: string, one: Requalified): Requalification {
  const isAsked = one.art === 'c' || (one.art === 'b' && begunWork >= alsoOfB)
  if (!isAsked) return 'none'
  if (one.nachqualifizierung_entfaellt) return 'waived'
  const last = threeMonthsAfter(begunWork)
  const begun = one.nachqualifizierung_ab
  if (begun === null || begun > day) return day > last ? 'overdue' : 'due'
  if (one.nachqualifizierung_bis !== null && one.nachqualifizierung_bis <= day) return 'done'
  return begun > last ? 'late' : 'begun'
}

/** The same day three months later, or the last of that month where it has no such day (§ 188 BGB). */
export function threeMonthsAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + 3, Math.min(date, last))).toISOString().slice(0, 10)
}

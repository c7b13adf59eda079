import type { AmendmentReason, AmendmentSource } from '../amendments/grounds.ts'

/** What the office of the demo world asked back and corrected: enough that each page of it has something to show. */
export const officeWork = {
  wave: 'umfrage-4',
  /** Whose access code the start shows comes first; the others are of the same Kreis. */
  first: '117015',
  kreis: '117',
} as const

interface AskedBack {
  /** The place of whom it is asked. */
  whom: number
  about: string
  askedDaysAgo: number
  dueInDays: number
  text: string
  answer?: { daysAgo: number; text: string }
  closed?: { daysAgo: number; text: string }
}

/** One that is open, one that is answered, one that is overdue, one that is closed. */
export const askedBack: readonly AskedBack[] = [
  {
    whom: 0,
    about: 'feld:zp_gesamt',
    askedDaysAgo: 2,
    dueInDays: 12,
    text: 'Erfundene Rückfrage: Gilt diese Zahl für den Stichtag oder für das ganze Jahr?',
  },
  {
    whom: 1,
    about: 'frage:zp_status',
    askedDaysAgo: 9,
    dueInDays: 5,
    text: 'Erfundene Rückfrage: Sind Kontingentflüchtlinge hier in zwei Zeilen gezählt?',
    answer: { daysAgo: 3, text: 'Erfundene Antwort: Nein, jede Person steht nur einmal darin.' },
  },
  {
    whom: 2,
    about: 'feld:im_plan',
    askedDaysAgo: 18,
    dueInDays: -4,
    text: 'Erfundene Rückfrage: Sind auch Pläne gezählt, die 2019 schon abgeschlossen waren?',
  },
  {
    whom: 3,
    about: 'frage:zp_alter',
    askedDaysAgo: 21,
    dueInDays: -7,
    text: 'Erfundene Rückfrage: Gehören die Kinder in den Unterkünften hier schon dazu?',
    answer: { daysAgo: 16, text: 'Erfundene Antwort: Ja, sie sind in der ersten Zeile gezählt.' },
    closed: { daysAgo: 15, text: 'Erfundene Erwiderung: Danke, dann bleibt die Angabe, wie sie ist.' },
  },
]

interface Corrected {
  whom: number
  field: string
  /** From what was given. */
  to(was: number): number
  reason: AmendmentReason
  source: AmendmentSource
  note: string
}

/** Made together, as from a list. */
export const corrected: readonly Corrected[] = [
  {
    whom: 0,
    field: 'zp_weggezogen',
    to: (was) => was + 2,
    reason: 'later',
    source: 'call',
    note: 'Erfundene Bemerkung: Zwei Umzüge im Dezember kamen später dazu.',
  },
  {
    whom: 1,
    field: 'zp_zugezogen',
    to: (was) => was + 1,
    reason: 'counted',
    source: 'mail',
    note: 'Erfundene Bemerkung: Ein Zuzug war nicht gezählt.',
  },
]

/** Taken back again. */
export const mistaken: Corrected = {
  whom: 3,
  field: 'zp_zugezogen',
  to: (was) => was + 3,
  reason: 'later',
  source: 'mail',
  note: 'Erfundene Bemerkung: Drei Zuzüge, gemeint war aber das Jahr danach.',
}

/** What the first one says against the first of them. */
export const objected = 'Erfundener Widerspruch: Die beiden Umzüge waren schon gezählt.'

/** So large that a second account has to agree. */
export const proposed: Corrected = {
  whom: 2,
  field: 'zp_gesamt',
  to: (was) => 10 * was,
  reason: 'typing',
  source: 'call',
  note: 'Erfundene Bemerkung: Die letzte Null fehlte.',
}

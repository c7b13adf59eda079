import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { State } from './profile.ts'

/** The wave of the demo world that is in mid-field: a trial, so that nothing of it stands in comparisons, panels or exports. */
export const fieldPhase = {
  wave: 'feldphase',
  survey: 'umfrage-1',
  kreis: '117',
  openedDaysAgo: 20,
  daysLeft: 22,
} as const

/** What becomes of somebody who was invited. */
export type Fate =
  | 'sent'
  | 'corrected'
  | 'ready'
  | 'nearly'
  | 'begun'
  | 'opened'
  | 'silent'
  | 'declined'
  | 'exempt'
  | 'refused'
  | 'returned'
  | 'uncertain'

const turns: readonly Fate[] = [
  ...(['sent', 'silent', 'begun', 'sent', 'opened', 'declined', 'ready', 'sent', 'corrected'] as const),
  ...(['silent', 'refused', 'sent', 'begun', 'returned', 'silent', 'sent', 'exempt', 'uncertain', 'nearly'] as const),
]

/** One after the other, so that each of them comes. */
export const fateAt = (place: number): Fate => turns[place % turns.length] ?? 'silent'

/** What such a one has typed. */
export const stateOf: Record<Fate, State> = {
  sent: 'abgesendet',
  corrected: 'abgesendet',
  ready: 'abgesendet',
  nearly: 'abgesendet',
  begun: 'begonnen',
  opened: 'leer',
  silent: 'leer',
  declined: 'leer',
  exempt: 'leer',
  refused: 'leer',
  returned: 'leer',
  uncertain: 'leer',
}

/** What came back, or may have been lost: the end of an invitation, and what the mail server is said to have told. */
export const ends = {
  refused: '550 5.1.1 Postfach unbekannt (erfunden)',
  returned: '552 5.2.2 Postfach voll (erfunden)',
  uncertain: 'Die Verbindung brach ab, während diese E-Mail übergeben wurde (erfunden).',
} as const

/** What the office noted; some of it a second account. */
export const notes: readonly { fate: Fate; kind: 'call' | 'mail'; text: string; colleague?: boolean }[] = [
  {
    fate: 'begun',
    kind: 'call',
    text: 'Erfundene Notiz: Die Zahlen der Unterkünfte kommen nächste Woche vom Landratsamt.',
  },
  { fate: 'refused', kind: 'call', text: 'Erfundene Notiz: Das Postfach gibt es nicht mehr; neue Adresse angefragt.' },
  { fate: 'silent', kind: 'mail', text: 'Erfundene Notiz: Zuständig ist jetzt das Hauptamt, dorthin weitergeleitet.' },
  {
    fate: 'ready',
    kind: 'call',
    text: 'Erfundene Notiz: Alles ausgefüllt, die Amtsleitung sieht es noch durch.',
    colleague: true,
  },
  {
    fate: 'begun',
    kind: 'mail',
    text: 'Erfundene Notiz: Fragt, ob geschätzte Zahlen genügen; auf die Hilfe verwiesen.',
    colleague: true,
  },
]

/** The mails that went out before the Frist, which was today, was moved for all; with how long ago. */
export const reminders: readonly { template: string; daysAgo: number }[] = [
  { template: 'erinnerung', daysAgo: 9 },
  { template: 'erinnerung-nicht-geoeffnet', daysAgo: 3 },
  { template: 'erinnerung-begonnen', daysAgo: 3 },
  { template: 'erinnerung-fast-fertig', daysAgo: 3 },
  { template: 'erinnerung-fertig', daysAgo: 2 },
  { template: 'letzter-tag', daysAgo: 0 },
]

/** And after that. */
export const later: readonly { template: string; daysAgo: number }[] = [
  { template: 'dank', daysAgo: 1 },
  { template: 'verlaengerung', daysAgo: 0 },
]

/** When somebody types each field, in seconds since the beginning: some sections take longer, and in the middle there is a pause. */
export function whenTyped({ sections }: Pick<Instrument, 'sections'>): { field: string; seconds: number }[] {
  let seconds = 0
  return sections.flatMap(({ questions }, place) => {
    if (place === Math.ceil(sections.length / 2)) seconds += 1500
    return questions.flatMap(({ variables }) =>
      variables.map(({ name }) => {
        seconds += 6 + ((place * 5) % 17)
        return { field: name, seconds }
      }),
    )
  })
}

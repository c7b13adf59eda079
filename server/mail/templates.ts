import { hasBegun, isSettled, isUnopened } from '../field/standing.ts'
import type { Addressee } from './addressees.ts'
import type { Gap } from './gaps.ts'

interface Case extends Addressee {
  /** The day on which it goes, in Berlin. */
  today: string
}

/** A kind of mail: when it goes, to whom, and once per what. Its text is a file of the same name. */
export interface Template {
  name: string
  title: string
  when: string
  /** The condition in words, for `fits`. */
  to: string
  fits(of: Case): boolean
  /** What it goes once for, in words, for `keyOf`. */
  once: string
  keyOf(participant: Addressee['participant'], job: number): string
  gaps: readonly Gap[]
  /** It tells a code, drawn when it is sent. Nobody gets it without having been chosen where `chosen` is set. */
  carriesCode: boolean
  chosen: boolean
  /** It goes also when the Frist is over or the wave is closed. */
  alsoAfterwards?: true
}

const always = ['anrede', 'kommune', 'kennung', 'erhebung', 'stichtag', 'frist', 'link'] as const
const house = ['betreiber', 'stelle', 'telefon', 'mail', 'sprechzeiten'] as const
const common: readonly Gap[] = [...always, ...house]

const isMissing = ({ participant: { state, lastDay }, wave, today }: Case) =>
  !isSettled(state) && wave.state === 'open' && lastDay >= today

/** From here on a form is nearly done: this share of what is asked is answered, or said to be done. */
const nearly = 0.8
const isNearlyDone = ({ participant: { state, progress } }: Case) =>
  state === 'begonnen' && progress !== undefined && progress.settled >= nearly * progress.total

const perPlan = {
  once: 'einmal je geplanter Sendung',
  keyOf: (_participant: Addressee['participant'], job: number) => `sendung-${job}`,
}
const reminder = { when: 'zur geplanten Stunde', ...perPlan, gaps: common, carriesCode: false, chosen: false }

export const templates: readonly Template[] = [
  {
    name: 'einladung',
    title: 'Einladung mit Zugangscode',
    when: 'zur geplanten Stunde; der Code wird in diesem Augenblick gezogen',
    to: 'alle, die noch keinen Zugangscode haben und nicht abgesagt haben',
    fits: ({ participant: { standing, hasCode }, wave }) => standing === null && !hasCode && wave.state !== 'closed',
    once: 'einmal je Teilnehmer',
    keyOf: () => 'einladung',
    gaps: [...common, 'code'],
    carriesCode: true,
    chosen: false,
  },
  {
    name: 'neuer-zugangscode',
    title: 'Neuer Zugangscode',
    when: 'auf Knopfdruck, wenn ein Code verloren ist; der alte gilt, bis diese E-Mail unterwegs ist',
    to: 'wen Sie auswählen, solange die Erhebung läuft',
    fits: ({ participant, wave }) => participant.standing === null && wave.state !== 'closed',
    once: 'einmal je Sendung',
    keyOf: perPlan.keyOf,
    gaps: [...common, 'code'],
    carriesCode: true,
    chosen: true,
  },
  {
    ...reminder,
    name: 'erinnerung',
    title: 'Erinnerung: noch nicht abgesendet',
    to: 'alle, die noch nicht abgesendet und nicht abgesagt haben',
    fits: isMissing,
  },
  {
    ...reminder,
    name: 'erinnerung-nicht-geoeffnet',
    title: 'Erinnerung: noch nicht geöffnet',
    to: 'alle, die ihren Fragebogen noch nicht geöffnet haben',
    fits: (of) => isMissing(of) && isUnopened(of.participant.state),
  },
  {
    ...reminder,
    name: 'erinnerung-begonnen',
    title: 'Erinnerung: begonnen',
    to: 'alle, die geöffnet oder begonnen haben und bei weniger als vier Fünfteln stehen',
    fits: (of) => isMissing(of) && hasBegun(of.participant.state) && !isNearlyDone(of),
  },
  {
    ...reminder,
    name: 'erinnerung-fast-fertig',
    title: 'Erinnerung: fast fertig',
    to: 'alle, die vier Fünftel oder mehr beantwortet haben und noch offene Abschnitte haben',
    fits: (of) => isMissing(of) && isNearlyDone(of),
    gaps: [...common, 'offene_abschnitte'],
  },
  {
    ...reminder,
    name: 'erinnerung-fertig',
    title: 'Erinnerung: fertig, nicht abgesendet',
    to: 'alle, bei denen jeder Abschnitt ausgefüllt oder erledigt ist und die nicht abgesendet haben',
    fits: (of) => isMissing(of) && of.participant.state === 'fertig',
  },
  {
    ...reminder,
    name: 'letzter-tag',
    title: 'Letzter Tag',
    when: 'am letzten Tag der Frist, zur geplanten Stunde',
    to: 'alle, deren Frist an diesem Tag endet und die noch nicht abgesendet haben',
    fits: (of) => isMissing(of) && of.participant.lastDay === of.today,
    once: 'einmal je Frist; wer verlängert bekam, bekommt es am neuen letzten Tag',
    keyOf: ({ lastDay }) => `frist-${lastDay}`,
    gaps: common,
  },
  {
    ...reminder,
    name: 'rueckfrage',
    title: 'Rückfrage',
    when: 'sogleich, wenn bei der Rückfrage E-Mail gewählt ist; sonst zur geplanten Stunde, auch nach der Frist',
    to: 'alle, bei denen eine Rückfrage offen und noch nicht beantwortet ist',
    fits: ({ participant }) => participant.queries.length > 0,
    once: 'einmal, bis wieder etwas gefragt wird',
    keyOf: ({ queries }) => `rueckfrage-${Math.max(0, ...queries.map(({ entry }) => entry))}`,
    gaps: [...common, 'rueckfragen'],
    alsoAfterwards: true,
  },
  {
    name: 'zuarbeit',
    title: 'Bitte um Zuarbeit',
    when: 'sogleich, wenn jemand im Fragebogen einzelne Abschnitte weitergibt und dabei eine Adresse nennt',
    to: 'die Person, die dort genannt ist; von hier aus geht sie an niemanden',
    fits: () => false,
    once: 'einmal je Bitte',
    keyOf: () => 'zuarbeit',
    gaps: [...common, 'abschnitte', 'nachricht', 'erbeten_bis', 'zuarbeit_link', 'schluessel'],
    carriesCode: false,
    chosen: true,
  },
  {
    ...reminder,
    name: 'dank',
    title: 'Dank mit Eingangsnummer',
    when: 'von selbst nach dem Absenden, wenn die Einladung als E-Mail kam; sonst zur geplanten Stunde',
    to: 'alle, die abgesendet haben',
    fits: ({ participant }) => participant.submittedAt !== null,
    once: 'einmal je Eingangsnummer, also auch nach einer Korrektur',
    keyOf: ({ receipt }) => receipt ?? '',
    gaps: [...common, 'eingangsnummer', 'abgesendet_am'],
    alsoAfterwards: true,
  },
  {
    ...reminder,
    name: 'verlaengerung',
    title: 'Verlängerung gewährt',
    when: 'sogleich nach einer Verlängerung, wenn bei ihr E-Mail gewählt ist; sonst zur geplanten Stunde',
    to: 'alle, deren Frist verlängert ist, auch mit der Frist für alle, und die noch nicht abgesendet haben',
    fits: (of) => isMissing(of) && of.participant.extension !== null,
    once: 'einmal je Verlängerung',
    keyOf: ({ extension }) => `verlaengerung-${extension}`,
  },
]

export const templateOf = (name: string): Template | undefined => templates.find((one) => one.name === name)

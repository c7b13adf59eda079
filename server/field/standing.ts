/** Where a participant stands, in the order in which one gets there, as addresses, files and commands name it. */
export const standings = {
  'nicht-angeschrieben': 'nicht angeschrieben',
  angeschrieben: 'angeschrieben',
  unzustellbar: 'Post oder Mail kam zurück',
  geoeffnet: 'geöffnet',
  begonnen: 'begonnen',
  fertig: 'fertig, nicht abgesendet',
  abgesendet: 'abgesendet',
  berichtigt: 'berichtigt',
  'lehnt-ab': 'lehnt ab',
  befreit: 'befreit',
} as const

export type Standing = keyof typeof standings

export const isStanding = (text: string): text is Standing => Object.hasOwn(standings, text)

/** What is known of a participant. */
export interface StandingFacts {
  /** How many times it has sent something else than before. */
  revisions: number
  /** What the office has noted. */
  standing: 'declined' | 'exempt' | null
  /** The revision of its draft: 0 while nobody has saved anything. */
  rev: number
  /** The first login. */
  openedAt: Date | null
  /** What went to it last came back. */
  isUndelivered: boolean
  /** When the first letter or mail went, or its code was made. */
  invitedAt: Date | null
}

/**
 * Where a participant stands. What it has sent counts more than what the office noted, and that more than how far its draft is;
 * `isComplete` says that its form asks for nothing more, and is only asked of a draft.
 */
export function standingOf(facts: StandingFacts, isComplete: boolean): Standing {
  if (facts.revisions > 0) return facts.revisions > 1 ? 'berichtigt' : 'abgesendet'
  if (facts.standing !== null) return facts.standing === 'declined' ? 'lehnt-ab' : 'befreit'
  if (facts.rev > 0) return isComplete ? 'fertig' : 'begonnen'
  if (facts.openedAt !== null) return 'geoeffnet'
  if (facts.isUndelivered) return 'unzustellbar'
  return facts.invitedAt === null ? 'nicht-angeschrieben' : 'angeschrieben'
}

/** Whether its draft says where it stands. */
export const isAtWork = ({ revisions, standing, rev }: StandingFacts): boolean =>
  revisions === 0 && standing === null && rev > 0

export const hasSent = (standing: Standing): boolean => standing === 'abgesendet' || standing === 'berichtigt'

/** Nothing more is expected from it. */
export const isSettled = (standing: Standing): boolean =>
  hasSent(standing) || standing === 'lehnt-ab' || standing === 'befreit'

/** Nobody has been in its form. */
export const isUnopened = (standing: Standing): boolean =>
  standing === 'nicht-angeschrieben' || standing === 'angeschrieben' || standing === 'unzustellbar'

/** Somebody has been in its form, and something is still missing. */
export const hasBegun = (standing: Standing): boolean => standing === 'geoeffnet' || standing === 'begonnen'

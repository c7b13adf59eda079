import type { TextAddress } from './text-address.ts'

/** What is to be erased: where it stands. */
export interface Chosen {
  texts: TextAddress[]
  /** The numbers of initials. */
  initials: number[]
  /** Participants whose answers are to lead back to nobody. */
  cut: number[]
}

/** What shows that an erasure was done. */
export interface Proof {
  /** How much stood at the chosen places, and how many texts were found by what was looked for. */
  before: Counts
  after: Counts
  erased: Record<'texts' | 'participants' | 'submissions' | 'initials', number> & { cut?: number }
  waves: string[]
  /** Since when it was part of a submission, so that a file could hold it; null where it never was. */
  submittedSince: string | null
}

/** What shows that a correction or a restriction was done. */
export interface ActProof extends Pick<Proof, 'waves' | 'submittedSince'> {
  act: 'correction' | 'restriction'
  /** At how many places of which kind. */
  counts: Partial<Record<ActCount, number>>
}

export const actCounts = {
  texts: 'Texte',
  drafts: 'davon im Entwurf',
  submissions: 'als neue Fassung einer Abgabe',
  contact: 'abgesendete Kontaktdaten',
  addresses: 'Angaben im Adressbuch',
  initials: 'Kürzel',
  fields: 'einzelne Felder',
  forms: 'ganze Bögen',
  contacts: 'alle Kontaktdaten eines Bogens',
} as const

export type ActCount = keyof typeof actCounts

export const isActCount = (name: string): name is ActCount => Object.hasOwn(actCounts, name)

interface Counts {
  chosen: number
  found: number
}

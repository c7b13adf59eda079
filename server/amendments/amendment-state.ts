import type { KnownAmendment } from '../store/amendments.ts'

/** Where an amendment stands, as people read it. */
export const amendmentStates = {
  gilt: 'gilt',
  ruht: 'ruht, weil jetzt etwas anderes angegeben ist',
  zurueckgenommen: 'zurückgenommen',
} as const

export type AmendmentState = keyof typeof amendmentStates

export const amendmentState = ({ undoneAt, holds }: Pick<KnownAmendment, 'undoneAt' | 'holds'>): AmendmentState =>
  undoneAt !== null ? 'zurueckgenommen' : holds ? 'gilt' : 'ruht'

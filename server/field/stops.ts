import type { Section } from '../../surveys/compile/instrument.ts'
import type { FieldParticipant } from './participants.ts'
import { isAtWork } from './standing.ts'

/** How many drafts wait in a section. */
export interface Stop {
  id: string
  title: string
  /** It is the first that asks for something more. */
  open: number
  /** It was saved last. */
  saved: number
}

/** Where the drafts stand that were begun and not sent, by section in the order of the form. */
export function stops(
  participants: readonly FieldParticipant[],
  sections: readonly Pick<Section, 'id' | 'title'>[],
): Stop[] {
  const atWork = participants.filter(isAtWork)
  const count = (where: (one: FieldParticipant) => boolean) => atWork.filter(where).length
  return sections.map(({ id, title }) => ({
    id,
    title,
    open: count(({ progress }) => progress?.firstOpen === id),
    saved: count(({ lastSection }) => lastSection === id),
  }))
}

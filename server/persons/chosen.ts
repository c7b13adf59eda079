import { createHash } from 'node:crypto'
import type { PersonFound } from './find-person.ts'
import type { Chosen } from './request-content.ts'
import type { TextAddress } from './text-address.ts'

export const isNothing = ({ texts, initials, cut }: Chosen): boolean =>
  texts.length + initials.length + cut.length === 0

const named = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22)

/** Names a text on a page, without saying what it is. */
export function textMark({ table, column, key, participantId, field }: TextAddress): string {
  const sorted = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1))
  return named([table, column, sorted, participantId, field])
}

export const initialsMark = (id: number): string => `k${id}`

/** Of a participant whose answers are to lead back to nobody. */
export const cutMark = (id: number): string => `v${id}`

type Found = Pick<PersonFound, 'texts' | 'initials' | 'asked'>

/** What of all that was found bears one of the marks. */
export function chosenOf({ texts, initials, asked }: Found, marks: ReadonlySet<string>): Chosen {
  return addressesOf({
    texts: texts.filter((text) => marks.has(textMark(text))),
    initials: initials.filter(({ id }) => marks.has(initialsMark(id))),
    asked: asked.filter(({ id }) => marks.has(cutMark(id))),
  })
}

interface Laid {
  chosen: Chosen
  ground: string
  proposedAt: Date | null
}

/** Names what somebody looks at before deciding: what is chosen, and whether and when it was laid before a second person. */
export const sightMark = ({ chosen: { texts, initials, cut }, ground, proposedAt }: Laid): string =>
  named([texts.map(textMark), initials, cut, ground, proposedAt])

/** What they read to whom another has exchanged that meanwhile. */
export const exchanged =
  'Inzwischen steht hier etwas anderes. Bitte sehen Sie es noch einmal an, bevor Sie entscheiden.'

/** Where it stands, without what it is. */
export const addressesOf = ({ texts, initials, asked }: Found): Chosen => ({
  texts: texts.map(({ table, column, key, participantId, field }) => ({ table, column, key, participantId, field })),
  initials: initials.map(({ id }) => id),
  cut: asked.map(({ id }) => id),
})

/** What is chosen of all that was found, as it stands there now; what was written after `until` is not meant. */
export function stillChosen({ texts, initials, asked }: Found, chosen: Chosen, until: Date | null): Found {
  const marks = new Set(chosen.texts.map(textMark))
  return {
    texts: texts.filter((text) => marks.has(textMark(text)) && (until === null || text.at <= until)),
    initials: initials.filter(({ id }) => chosen.initials.includes(id)),
    asked: asked.filter(({ id }) => chosen.cut.includes(id)),
  }
}

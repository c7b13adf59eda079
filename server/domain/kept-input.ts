import { isOfServer, justifiedBy, validityField } from '../../surveys/answer/draft-fields.ts'

/** Days that input is kept which came too late to be saved; then nobody will ask for it any more. */
export const keptDays = 90

/** Rows that a form keeps: sections times people. A form with more has another trouble, and what it sends goes back to its page. */
export const mostKept = 60

/** What somebody sent of a section when it could no longer be saved. */
export interface KeptPage {
  id: string
  section: string
  typed: Record<string, string>
  /** Initials, or null. */
  editor: string | null
  parkedAt: Date
  /** It came after the Frist. */
  late: boolean
}

/** Some of the fields of kept input: the texts that a decision concerns. */
export interface Chosen {
  page: KeptPage
  fields: string[]
}

/** The name of a box that chooses a kept text. */
export const boxName = (id: string, field: string) => `wahl.${id}.${field}`

/** What a pressed button is for: `alle`, `abschnitt:<section>`, `verwerfen:<section>`, or the ticked boxes of `auswahl:<section>`. */
export function chosenBy(action: string, ticked: ReadonlySet<string>, kept: readonly KeptPage[]): Chosen[] {
  const [verb, section] = action.split(':')
  return kept.flatMap((page) => {
    if (section !== undefined && page.section !== section) return []
    const names = Object.keys(page.typed)
    const ticks = names.filter((field) => ticked.has(boxName(page.id, field)))
    const fields = verb === 'auswahl' ? [...ticks, ...validitiesOf(ticks, page)] : names
    return fields.length === 0 ? [] : [{ page, fields }]
  })
}

/** A reason is taken with the values that it was given for. */
const validitiesOf = (fields: readonly string[], { typed }: KeptPage): string[] => {
  const checks = new Set(fields.flatMap((field) => justifiedBy(field) ?? []))
  return [...checks].map(validityField).filter((field) => field in typed)
}

/** The fields that somebody typed into. */
export const shownFields = (typed: Record<string, string>): string[] =>
  Object.keys(typed).filter((field) => !isOfServer(field))

/** The chosen texts, the newer one where there are two for a field. What is kept comes the oldest first. */
export const textsOf = (chosen: readonly Chosen[]): Record<string, string> =>
  Object.fromEntries(chosen.flatMap(({ page, fields }) => fields.map((field) => [field, page.typed[field] ?? ''])))

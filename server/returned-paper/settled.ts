import { differing } from '../../surveys/form-file/differing.ts'
import type { FileField } from '../../surveys/form-file/file-field.ts'
import type { PaperEntry } from '../store/paper-entries.ts'

type Texts = Readonly<Record<string, string>>

/** What the third look says of a field: one of the readings, another one, or that it cannot be entered. */
export type Choice = { take: 1 | 2 } | { other: string } | { blank: true }

export interface Settled {
  texts: Record<string, string>
  /** The fields that were read differently. */
  differing: FileField[]
  /** Those of them about which nobody has decided yet. */
  open: FileField[]
  /** What stands on the paper and cannot be entered. */
  blanked: { field: FileField; readings: string[] }[]
}

export const readingsOf = ([one, other]: readonly Pick<PaperEntry, 'typed'>[], { variable: { name } }: FileField) =>
  [one, other].map((entry) => (entry?.typed[name] ?? '').trim())

/** Lays two readings of a paper together: what both say, and of the rest what was decided. */
export function settle(
  fields: readonly FileField[],
  entries: readonly [Pick<PaperEntry, 'typed'>, Pick<PaperEntry, 'typed'>],
  choices: ReadonlyMap<string, Choice>,
): Settled {
  const [one, other] = entries.map(({ typed }) => typed) as [Texts, Texts]
  const unlike = differing(fields, one, other)
  const isUnlike = new Set(unlike.map(({ variable: { name } }) => name))
  const settled: Settled = { texts: {}, differing: unlike, open: [], blanked: [] }
  for (const field of fields) {
    const { name } = field.variable
    const choice = choices.get(name)
    if (choice === undefined && isUnlike.has(name)) settled.open.push(field)
    else if (choice !== undefined && 'blank' in choice)
      settled.blanked.push({ field, readings: [...new Set(readingsOf(entries, field))].filter(Boolean) })
    else {
      const text =
        choice === undefined ? one[name] : 'other' in choice ? choice.other : entries[choice.take - 1]?.typed[name]
      if (text !== undefined && text.trim() !== '') settled.texts[name] = text
    }
  }
  return settled
}

import type { Raw } from '../../surveys/answer/cells.ts'
import type { Foreign } from '../store/drafts.ts'
import type { FoundField } from './read-form-file.ts'

/** A field of which file and form say different things. */
export interface PlannedChange {
  field: string
  was: string
  becomes: string
}

/** What a file would change in a form, and what it leaves as it is. */
export interface FilePlan {
  changes: PlannedChange[]
  /** Changed in the file, and in the form since the file was made: somebody has to say which of the two it is to be. */
  both: (PlannedChange & { theirs: Foreign })[]
  /** Changed in the form since the file was made, and not in the file. */
  newer: string[]
  /** Blank in the file, and filled in in the form. */
  kept: string[]
  same: number
}

/** `since`: what was saved after the file was made, with what each field had then. */
export function planChanges(
  found: ReadonlyMap<string, Pick<FoundField, 'text'>>,
  stored: Raw,
  since: readonly Foreign[],
): FilePlan {
  const plan: FilePlan = { changes: [], both: [], newer: [], kept: [], same: 0 }
  const later = new Map(since.map((one) => [one.field, one]))
  for (const [field, { text: becomes }] of found) {
    const was = stored[field] ?? ''
    const theirs = later.get(field)
    if (becomes === undefined) {
      if (was !== '') plan.kept.push(field)
    } else if (becomes === was.trim()) plan.same += 1
    else if (theirs === undefined) plan.changes.push({ field, was, becomes })
    else if (becomes === (theirs.before ?? '').trim()) plan.newer.push(field)
    else plan.both.push({ field, was, becomes, theirs })
  }
  return plan
}

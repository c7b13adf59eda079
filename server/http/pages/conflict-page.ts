import type { DraftField } from '../../../surveys/answer/draft-fields.ts'
import { readCell } from '../../../surveys/answer/read-cells.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { ConflictPage } from '../../../views/page-data/form-pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { Foreign } from '../../store/drafts.ts'

/** A field that two people have changed. */
export interface Conflict {
  mine: string
  theirs: Foreign
}

/**
 * The question that a conflict asks: which of the two texts shall stand? `sent` is what was chosen so far, where something is
 * still open.
 */
export function conflictPage(
  { heading, href }: { heading: string; href: string },
  known: ReadonlyMap<string, DraftField>,
  conflicts: readonly Conflict[],
  rev: number,
  now: Date,
  sent?: Readonly<Record<string, string>>,
): ConflictPage {
  return {
    heading,
    action: href,
    rev,
    back: href,
    fields: conflicts.flatMap(({ mine, theirs }) => {
      const variable = known.get(theirs.field)
      if (variable === undefined) return []
      const chosen = chosenOf(sent?.[variable.name], mine, theirs.value)
      return [
        {
          name: variable.name,
          number: variable.number,
          label: variable.label,
          mine,
          theirs: theirs.value,
          mineShown: shownValue(readCell(variable, mine), variable),
          theirsShown: shownValue(readCell(variable, theirs.value), variable),
          by: theirs.editor ?? '',
          at: whenSaved(theirs.savedAt, now),
          chosen,
          error: sent !== undefined && chosen === '' ? notChosen(variable) : '',
        },
      ]
    }),
    own: JSON.stringify(Object.fromEntries(conflicts.map(({ mine, theirs }) => [theirs.field, mine]))),
  }
}

const chosenOf = (sent: string | undefined, mine: string, theirs: string) =>
  sent === mine ? 'mine' : sent === theirs ? 'theirs' : ''

const notChosen = ({ number, label }: DraftField) =>
  `${number}, ${label}: Bitte wählen Sie, welche der beiden Eingaben gelten soll.`

import { readCell } from '../../../surveys/answer/cell.ts'
import type { Variable } from '../../../surveys/compile/instrument.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { ConflictPage } from '../../../views/page-data/form-pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { FormSection } from '../../forms/form.ts'
import type { Foreign } from '../../store/drafts.ts'
import { type Place, sectionHref } from './addresses.ts'

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
  { section }: FormSection,
  conflicts: readonly Conflict[],
  place: Place,
  rev: number,
  now: Date,
  sent?: Readonly<Record<string, string>>,
): ConflictPage {
  const variables = new Map(section.questions.flatMap((question) => question.variables.map((one) => [one.name, one])))
  return {
    heading: section.title,
    action: sectionHref(place, section.id),
    rev,
    back: sectionHref(place, section.id),
    fields: conflicts.flatMap(({ mine, theirs }) => {
      const variable = variables.get(theirs.field)
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

const notChosen = ({ number, label }: Variable) =>
  `${number}, ${label}: Bitte wählen Sie, welche der beiden Eingaben gelten soll.`

import { readCell } from '../../../surveys/answer/cell.ts'
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

/** The question that a conflict asks: which of the two texts shall stand? */
export function conflictPage(
  { section }: FormSection,
  conflicts: readonly Conflict[],
  place: Place,
  rev: number,
  now: Date,
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
        },
      ]
    }),
  }
}

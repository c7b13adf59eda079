import type { Figure } from '../../../surveys/foreign-table/figure.ts'
import { withoutTime } from '../../../surveys/foreign-table/find-figures.ts'
import type { RememberedPlace } from '../../../surveys/foreign-table/known-places.ts'
import { type Placed, placeFigures } from '../../../surveys/foreign-table/place-figures.ts'
import { suggestFields } from '../../../surveys/foreign-table/suggest-fields.ts'
import { meantField } from '../../../surveys/foreign-table/target-fields.ts'
import type { KnownHere } from './known.ts'

/** A figure of a file with the field that it is for. */
export interface AssignedFigure {
  figure: Figure
  /** As it stands in the page: what a field is called, or what somebody typed. */
  text: string
  /** It was said before, or is guessed. */
  isKnown: boolean
  isSuggested: boolean
  error: string
}

/** The figures that can be placed by whoever is here; those that are for other parts of the form are none of them. */
export const usable = (figures: readonly Figure[], { known }: KnownHere): Figure[] =>
  figures.filter(({ fault, words }) => fault === '' && !known.elsewhere.has(words))

/** What is known of the figures of a file, and what can be guessed of the others. */
export function assigned(figures: readonly Figure[], here: KnownHere): AssignedFigure[] {
  const { own, known } = here
  const mine = usable(figures, here)
  const isOld = overtaken(mine, known)
  const taken = new Set(
    [...known.sure].flatMap(([words, field]) => (mine.some((one) => one.words === words && !isOld(one)) ? field : [])),
  )
  const suggested = suggestFields(
    mine.filter((figure) => isOld(figure) || !(known.sure.has(figure.words) || known.unsure.has(figure.words))),
    own,
    taken,
  )
  return mine.map((figure) => {
    if (isOld(figure)) return { figure, text: '', isKnown: false, isSuggested: false, error: '' }
    const sure = known.sure.get(figure.words)
    const guess = known.unsure.get(figure.words) ?? suggested.get(figure.words) ?? ''
    const text = own.get(sure ?? guess)?.called ?? ''
    return { figure, text, isKnown: sure !== undefined, isSuggested: sure === undefined && text !== '', error: '' }
  })
}

/**
 * Which figures were placed of an earlier day or year and now stand beside those of another one: `2025` where `2026` is new.
 * Whether they still go where they went only somebody who knows the table can say.
 */
function overtaken(figures: readonly Figure[], { sure, unsure }: KnownHere['known']): (figure: Figure) => boolean {
  const isNew = ({ words }: Figure) => !sure.has(words) && !unsure.has(words)
  const fresh = new Set(figures.filter(isNew).map(({ words }) => withoutTime(words)))
  return (figure) => !isNew(figure) && sure.get(figure.words) !== '' && fresh.has(withoutTime(figure.words))
}

/** What somebody says of the figures of a file: where each goes, or what is wrong with that. */
export interface Said {
  placed: Placed
  places: RememberedPlace[]
  rows: AssignedFigure[]
}

/** Reads the fields that somebody wrote beside figures. */
export function readSaid(rows: readonly AssignedFigure[], { own }: KnownHere): Said {
  const choice = new Map<string, string>()
  const unread = new Map<string, string>()
  for (const { figure, text } of rows) {
    const field = text.trim() === '' ? '' : meantField(own, text)?.variable.name
    if (field === undefined) unread.set(figure.words, unknownField(text))
    else choice.set(figure.words, field)
  }
  const figures = rows.map(({ figure }) => figure)
  const placed = placeFigures(figures, choice, own)
  return {
    placed,
    places: [...choice].map(([words, field]) => ({ words, field })),
    rows: rows.map((row) => ({
      ...row,
      error: unread.get(row.figure.words) ?? placed.faults.get(row.figure.words) ?? '',
    })),
  }
}

const unknownField = (text: string) =>
  `„${text.trim().slice(0, 60)}“ ist kein Feld, in das hier eine Zahl kommt. Bitte wählen Sie eines aus der Liste, oder leeren Sie die Zeile.`

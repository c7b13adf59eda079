import type { Figure } from '../../../surveys/foreign-table/figure.ts'
import { formatNumber } from '../../../surveys/reading/number.ts'
import type {
  FigureMappingPage,
  FigureRow,
  PlacedFigures,
  ShownFigure,
} from '../../../views/page-data/foreign-table-pages.ts'
import type { AssignedFigure, Said } from '../../form-file/foreign/assign.ts'
import type { KnownHere } from '../../form-file/foreign/known.ts'
import type { Visit } from '../../store/visit.ts'
import { tableHref, tableMappingHref } from './addresses.ts'

/** The name of the field beside a figure, by the figure's place among all. */
export const fieldBeside = (place: number) => `feld.${place}`

/** The numbers of a table, and which field each is for as far as that is known. */
export function figureMappingPage(
  visit: Visit,
  { own, known }: KnownHere,
  { figures, rows, counting }: { figures: readonly Figure[]; rows: readonly AssignedFigure[]; counting: string },
): FigureMappingPage {
  const placeOf = new Map(figures.map((figure, place) => [figure.words, place]))
  const rowOf = ({ figure, text, isSuggested, error }: AssignedFigure): FigureRow => ({
    ...shown(figure),
    name: fieldBeside(placeOf.get(figure.words) ?? 0),
    field: text,
    isSuggested: isSuggested && error === '',
    error,
  })
  return {
    action: tableMappingHref(visit),
    back: tableHref(visit),
    figures: JSON.stringify(figures),
    asked: rows.filter(({ isKnown }) => !isKnown).map(rowOf),
    known: rows.filter(({ isKnown }) => isKnown).map(rowOf),
    faulty: faulty(figures),
    elsewhere: figures.filter(({ words, fault }) => fault === '' && known.elsewhere.has(words)).length,
    fields: [...own.values()].map(({ called }) => called),
    errors: rows
      .filter(({ error }) => error !== '')
      .map(({ figure, error }) => ({
        field: fieldBeside(placeOf.get(figure.words) ?? 0).replace('.', '-'),
        message: `${figure.words}: ${error}`,
      })),
    counting,
  }
}

/** Which numbers of a table go into which fields, for whoever looks at what that changes. */
export function placedFigures(
  visit: Visit,
  { own, known }: KnownHere,
  {
    figures,
    said: { placed, places, rows },
  }: { figures: readonly Figure[]; said: Pick<Said, 'placed' | 'places' | 'rows'> },
): PlacedFigures {
  const here = new Set(rows.map(({ figure }) => figure.words))
  const unused = new Set(places.filter(({ field }) => field === '').map(({ words }) => words))
  const called = (field: string) => own.get(field)?.called ?? field
  const absent = (field: string) =>
    [...known.sure].flatMap(([words, other]) => (other === field && !here.has(words) ? [words] : []))
  return {
    action: tableMappingHref(visit),
    figures: JSON.stringify(figures),
    placed: [...placed.fields].map(([field, { text, figures: parts }]) => ({
      field: called(field),
      becomes: numberWords(text, false),
      parts: parts.map(shown),
    })),
    unused: rows
      .filter(({ figure }) => unused.has(figure.words))
      .map(({ figure }) => `${figure.words}: ${shown(figure).value} (${figure.place})`),
    missing: [...placed.fields.keys()]
      .map((field) => ({ field: called(field), words: absent(field) }))
      .filter(({ words }) => words.length > 0),
    faulty: faulty(figures),
  }
}

const shown = ({ words, value, percent, place }: Figure): ShownFigure => ({
  words: words || 'ohne Überschrift',
  value: value === '' ? '–' : numberWords(value, percent),
  place,
})

const numberWords = (value: string, percent: boolean) =>
  `${formatNumber(Number(value.replace(',', '.')))}${percent ? ' %' : ''}`

const faulty = (figures: readonly Figure[]) =>
  figures.flatMap((figure) => (figure.fault === '' ? [] : [{ ...shown(figure), sentence: figure.fault }]))

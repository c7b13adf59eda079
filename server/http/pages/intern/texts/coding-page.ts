import type { Category } from '../../../../../analysis/texts/codebook/category.ts'
import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { Register } from '../../../../../surveys/reading/register.ts'
import type { TextCategory, TextCodingPage } from '../../../../../views/page-data/text-pages.ts'
import type { Mark } from '../../../../database/text-tables.ts'
import type { CurrentCodebook } from '../../../../store/texts/codebooks.ts'
import type { ListedText, TextPosition } from '../../../../store/texts/list-texts.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import { queryWords, type TextQuery } from '../../../../texts/text-filter.ts'
import { codingHref, codingUndoHref, textListHref } from '../text-addresses.ts'
import { fromWords, stateWords } from './list-page.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'

interface Known {
  register: Register
  codebook: CurrentCodebook
  text: ListedText
  position: TextPosition
  /** What is ticked: what the account gave it, or what it just typed. */
  marks: readonly Mark[]
  suggestions: ReadonlyMap<string, string>
  scope: string
}

/** What is pressed for the categories, in their order; the other letters go on, go back and undo. */
const presses = [...'123456789acdefghijlmopqrstvwxyz']

export function codingPage(asked: AskedTexts, query: TextQuery, known: Known, said: Said = {}): TextCodingPage {
  const { wave } = asked
  const { register, codebook, text, position, marks, suggestions, scope } = known
  const { previous, next, place, count } = position
  const href = (id: number | null) => (id === null ? '' : `${codingHref(wave.id)}${queryWords(query, { text: id })}`)
  const whole = new Set(marks.filter(({ start }) => start === undefined).map(({ category }) => category))
  const names = new Map(codebook.categories.map(({ key, name }) => [key, name]))
  return {
    ...ofWave(asked, scope, said),
    action: codingHref(wave.id),
    undoHref: codingUndoHref(wave.id),
    listHref: `${textListHref(wave.id)}${queryWords(query)}`,
    kept: Object.entries(query)
      .filter(([, value]) => value !== '' && value !== 0)
      .map(([name, value]) => ({ name, value: String(value) })),
    question: fieldWords(asked, text.field),
    textId: text.id,
    from: fromWords(text, asked, register),
    text: text.text,
    version: codebook.versionId,
    codebook: codebook.title,
    categories: codebook.categories.map((category, at) => ({
      ...shown(category),
      press: presses[at] ?? '',
      checked: whole.has(category.key),
      suggested: suggestions.get(category.key) ?? '',
    })),
    marks: marks.flatMap(({ category, start, end }) =>
      start === undefined || end === undefined
        ? []
        : [
            {
              value: `${category}:${start}-${end}`,
              label: `${names.get(category) ?? category}: „${text.text.slice(start, end)}“`,
            },
          ],
    ),
    previous: href(previous),
    next: href(next),
    position: `${formatNumber(place)} von ${formatNumber(count)}`,
    state: stateWords(text),
  }
}

const shown = ({
  key,
  name,
  parent,
  definition,
  example,
  counterExample,
}: Category): Omit<TextCategory, 'press' | 'checked' | 'suggested'> => ({
  key,
  name,
  isSub: parent !== null,
  explained: [
    ...(definition === '' ? [] : [definition]),
    ...(example === '' ? [] : [`Zum Beispiel: ${example}`]),
    ...(counterExample === '' ? [] : [`Nicht: ${counterExample}`]),
  ],
})

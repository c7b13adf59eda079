import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { Register } from '../../../../../surveys/reading/register.ts'
import type { TextListPage } from '../../../../../views/page-data/text-pages.ts'
import type { CurrentCodebook } from '../../../../store/texts/codebooks.ts'
import type { ListedText, TextsListed } from '../../../../store/texts/list-texts.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import { queryWords, type TextQuery } from '../../../../texts/text-filter.ts'
import { shownUnit } from '../../frame.ts'
import { codingHref, redactionHref, textListHref } from '../text-addresses.ts'
import { askedForm } from './asked-form.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'

export const textsOnPage = 50

interface Known {
  register: Register
  coders: readonly { id: number; name: string }[]
  codebooks: readonly CurrentCodebook[]
  listed: TextsListed
  scope: string
}

export function listPage(asked: AskedTexts, query: TextQuery, known: Known, said: Said = {}): TextListPage {
  const { wave } = asked
  const { register, codebooks, listed, scope } = known
  const { texts, count, skipped } = listed
  const last = skipped + texts.length
  const href = (name: 'vor' | 'nach', { field, id } = { field: '', id: 0 }) =>
    `${textListHref(wave.id)}${queryWords(query, { [name]: `${field}.${id}` })}`
  return {
    ...ofWave(asked, scope, said),
    asked: askedForm(asked, query, known),
    summary: count === 1 ? 'Ein Text' : `${formatNumber(count)} Texte`,
    codeHref: `${codingHref(wave.id)}${queryWords(query)}`,
    texts: texts.map((one) => ({
      id: one.id,
      question: fieldWords(asked, one.field),
      from: fromWords(one, asked, register),
      text: one.text,
      own: ownWords(one, codebooks),
      state: stateWords(one),
      codeHref: `${codingHref(wave.id)}${queryWords(query, { text: one.id })}`,
      redactHref: redactionHref(wave.id, one.id),
    })),
    pages: {
      previous: skipped > 0 ? href('vor', texts[0]) : '',
      next: last < count ? href('nach', texts.at(-1)) : '',
      position:
        texts.length === 0 || texts.length === count
          ? ''
          : `${formatNumber(skipped + 1)} bis ${formatNumber(last)} von ${formatNumber(count)}`,
    },
  }
}

/** Whom a text is from: who was asked, or where it stands in its file. */
export function fromWords({ unit, place }: ListedText, { form }: Pick<AskedTexts, 'form'>, register: Register): string {
  if (unit === null) return place === null || place === '' ? 'aus einer Datei' : place
  const { name } = shownUnit(form.instrument.unit, unit, register)
  return name === unit ? unit : `${name} (${unit})`
}

const ownWords = ({ own, field }: ListedText, codebooks: readonly CurrentCodebook[]): string[] => {
  const names = new Map(
    codebooks
      .filter(({ fields }) => fields.includes(field))
      .flatMap(({ categories }) => categories)
      .map((one) => [one.key, one.name]),
  )
  return own === null
    ? []
    : own.length === 0
      ? ['passt zu keiner']
      : [...new Set(own.map(({ category }) => names.get(category) ?? category))]
}

export const stateWords = ({ coders, drawn }: ListedText): string =>
  `${coders === 0 ? 'offen' : coders === 1 ? 'einmal zugeordnet' : `${coders}-mal zugeordnet`}${drawn ? ', von zweien' : ''}`

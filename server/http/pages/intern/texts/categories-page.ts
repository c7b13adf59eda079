import { subcategoriesOf } from '../../../../../analysis/texts/codebook/category.ts'
import type { Change } from '../../../../../analysis/texts/codebook/change.ts'
import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { TextCategoriesPage } from '../../../../../views/page-data/text-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import type { CodebookVersion, CurrentCodebook } from '../../../../store/texts/codebooks.ts'
import { type AskedTexts, titleOfField } from '../../../../texts/asked-texts.ts'
import { agreementHref, categoriesFileHref, categoriesHref, categoriesOfHref } from '../text-addresses.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'

interface Known {
  codebooks: readonly CurrentCodebook[]
  scope: string
  typed?: { title: string; text: string }
  chosen?: { codebook: CurrentCodebook; versions: readonly CodebookVersion[]; file: string }
}

export function categoriesPage(asked: AskedTexts, known: Known, said: Said): TextCategoriesPage {
  const { codebooks, scope, typed, chosen } = known
  const wave = asked.wave.id
  return {
    ...ofWave(asked, scope, said),
    listHref: categoriesHref(wave),
    codebooks: codebooks.map(({ id, title, number, categories, fields }) => ({
      title,
      href: categoriesOfHref(wave, id),
      lines: [
        `${formatNumber(categories.length)} Kategorien, Fassung ${number}`,
        fields.length === 0
          ? 'gilt noch für keine Frage'
          : `gilt für ${fields.map((field) => fieldWords(asked, field)).join('; ')}`,
      ],
    })),
    add: { href: categoriesHref(wave), title: typed?.title ?? '', text: typed?.text ?? '' },
    one: chosen && oneOf(asked, chosen, codebooks),
  }
}

function oneOf(
  asked: AskedTexts,
  { codebook, versions, file }: NonNullable<Known['chosen']>,
  codebooks: readonly CurrentCodebook[],
): NonNullable<TextCategoriesPage['one']> {
  const wave = asked.wave.id
  const { id, title, number, categories, fields } = codebook
  const choices = categories.map(({ key, name, parent }) => ({
    value: key,
    label: parent === null ? name : `– ${name}`,
  }))
  return {
    id,
    title,
    href: categoriesOfHref(wave, id),
    number,
    files: ['csv', 'json'].map((ending) => ({
      href: categoriesFileHref(wave, id, ending),
      label: ending.toUpperCase(),
    })),
    agreementHref: agreementHref(wave, id),
    categories: categories.map(({ key, name, parent, definition, example, counterExample }) => ({
      key,
      name,
      isSub: parent !== null,
      lines: [
        definition,
        example && `Zum Beispiel: ${example}`,
        counterExample && `Nicht: ${counterExample}`,
        subcategoriesOf(categories, key).length > 0 ? 'hat Unterkategorien' : '',
      ].filter(Boolean),
    })),
    choices,
    file,
    tops: categories.filter(({ parent }) => parent === null).map(({ key, name }) => ({ value: key, label: name })),
    fields: asked.fields.map((one) => {
      const other = codebooks.find((of) => of.id !== id && of.fields.includes(one.field))
      return {
        value: one.field,
        label: titleOfField(one),
        checked: fields.includes(one.field),
        note: other === undefined ? '' : `jetzt: ${other.title}`,
      }
    }),
    versions: versions
      .map((one) => ({
        title: `Fassung ${one.number}, ${dayAndTime(one.at)}${one.by === null ? '' : ` von ${one.by}`}`,
        lines: one.changes.map(changeWords),
      }))
      .toReversed(),
  }
}

export function changeWords(change: Change): string {
  switch (change.kind) {
    case 'add':
      return `neu: ${change.category.name}`
    case 'rename':
      return `${change.key} heißt jetzt „${change.name}“`
    case 'describe':
      return `${change.key} beschrieben`
    case 'move':
      return `${change.key} verschoben${change.parent === null ? '' : ` unter ${change.parent}`}`
    case 'merge':
      return `${change.keys.join(', ')} gehört jetzt zu ${change.into}`
    case 'split':
      return `${change.key} geteilt in ${change.into.map(({ name }) => name).join(', ')}`
    case 'remove':
      return `${change.key} entfernt`
  }
}

import { formatNumber } from '../../surveys/reading/number.ts'
import type { FieldCounts } from '../store/texts/list-texts.ts'
import { type AskedTexts, titleOfField } from './asked-texts.ts'

export interface TextCount extends FieldCounts {
  title: string
}

/** The fields of a wave in which something was written, in the order of the form, files last. */
export function textCounts({ fields }: Pick<AskedTexts, 'fields'>, counts: readonly FieldCounts[]): TextCount[] {
  const countOf = new Map(counts.map((one) => [one.field, one]))
  return fields.flatMap((one) => {
    const count = countOf.get(one.field)
    return count === undefined ? [] : [{ title: titleOfField(one), ...count }]
  })
}

export function textCountLines(counts: readonly TextCount[]): string[] {
  if (counts.length === 0) return ['Noch hat niemand etwas geschrieben.']
  return counts.flatMap(({ field, title, texts, coded, twice, open, waiting, released }) => [
    `${field}: ${title}`,
    `   ${texts === 1 ? 'ein Text' : `${formatNumber(texts)} Texte`}, ${formatNumber(coded)} zugeordnet, ${formatNumber(twice)} von zweien; ` +
      `${formatNumber(open)} mit offenen Stellen, ${formatNumber(waiting)} vorgelegt, ${formatNumber(released)} freigegeben`,
  ])
}

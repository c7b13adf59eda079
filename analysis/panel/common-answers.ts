import type { CodeMapping } from '../../surveys/concordance/code-mapping.ts'
import { hasValue, missingColumn, setValue, type WaveValues } from './column.ts'
import type { Category, PanelVariable } from './variable.ts'

/** Which answers of two waves mean the same, with the sentences that go with every figure made by it. */
export interface AnswerMapping extends CodeMapping {
  words: string
}

/** A wave that asks for a choice, and what it calls the answers. */
interface Asking {
  wave: string
  options: readonly Category[]
}

export function answerMapping(mapping: CodeMapping, before: Asking, after: Asking): AnswerMapping {
  const { categories, undecided } = mapping
  const both = (one: { before: readonly string[]; after: readonly string[] }) =>
    [quoted(before, one.before), quoted(after, one.after)].filter(Boolean).join(', ')
  const common = categories.map((one) => `${one.label}: ${both(one)}`).join('; ')
  const open = both(undecided)
  const words = `Gemeinsame Antworten: ${common}.${open === '' ? '' : ` Ohne Entsprechung und daher nicht verglichen: ${open}.`}`
  return { ...mapping, words }
}

/** `umfrage-2 „Sonstiges“ oder „Anderes“`. */
function quoted({ wave, options }: Asking, codes: readonly string[]): string {
  const labels = codes.map((code) => options.find((one) => one.code === code)?.label ?? code)
  return labels.length === 0 ? '' : `${wave} ${labels.map((label) => `„${label.replace(/\.$/, '')}“`).join(' oder ')}`
}

/** The answers of a wave as places among those that both waves share; what has no place there is missing for that reason. */
export function inCommon(
  { result }: WaveValues,
  { categories: own }: Pick<PanelVariable, 'categories'>,
  { categories }: CodeMapping,
  side: 'before' | 'after',
): WaveValues {
  const places = own.map(({ code }) => categories.findIndex((one) => one[side].includes(code)))
  const column = missingColumn(result.values.length, 'nicht_zuordenbar')
  for (const index of result.values.keys()) {
    const place = places[result.values[index] as number] ?? -1
    if (!hasValue(result, index)) column.reasons[index] = result.reasons[index] as number
    else if (place >= 0) setValue(column, index, place)
  }
  return { result: column }
}

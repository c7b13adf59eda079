import type { NamedOption } from '../../schemas/questionnaire.ts'
import type { Raw } from '../answer/cells.ts'
import type { OtherCheck } from '../checks/check.ts'
import type { Variable } from '../compile/instrument.ts'
import { type Place, variable } from './kind.ts'

/** The text field in which an item is named: `<question>_<code>_text`. */
export const otherName = (id: string, code: string) => `${id}_${code}_text`

export function otherVariable(place: Place, { code, other }: NamedOption): Variable[] {
  if (other === undefined) return []
  return [variable(place, { name: otherName(place.id, code), type: 'text', role: 'other', label: other })]
}

/** An item and its name belong together. `chosen` says how the item is chosen. */
export function otherCheck(
  id: string,
  { code, label, other }: NamedOption,
  chosen: Pick<OtherCheck, 'option' | 'code' | 'zeroIsNone'> = { option: `${id}_${code}` },
): OtherCheck[] {
  if (other === undefined) return []
  return [
    {
      id: `${id}_${code}_benannt`,
      kind: 'other',
      severity: 'signal',
      questions: [id],
      message: `„${label}“ und das Textfeld dazu gehören zusammen: Bitte füllen Sie beides aus oder keines von beiden.`,
      ...chosen,
      text: otherName(id, code),
    },
  ]
}

export function otherView(id: string, { code, other }: NamedOption, raw: Raw) {
  const name = otherName(id, code)
  return other === undefined ? null : { name, label: other, value: raw[name] ?? '' }
}

export function otherOutline(id: string, { code, other }: NamedOption) {
  return other === undefined ? null : { name: otherName(id, code), label: other }
}

import type { Option } from '../../schemas/questionnaire.ts'
import type { Variable } from '../compile/instrument.ts'
import type { Kommune } from '../reading/register.ts'
import { typeOf } from '../types/index.ts'

/** What stands in a cell for a box that is ticked, and for one that is not. */
export const ticked = 'ja'
export const notTicked = 'nein'

/** An option as a cell names it, which says which one is meant even where two have the same label. */
export interface CellOption {
  code: string
  text: string
}

/** A field of a form as a cell of a file holds it. */
export interface FileField {
  variable: Variable
  /** What can be chosen, where that is all that can be written. */
  options: readonly CellOption[]
  /** What a ticked box holds; undefined where the field is none. */
  tick: string | undefined
  /** What can be written, in words. */
  allowed: string
}

/** A field as files hold it; undefined of what nobody types. */
export function fileField(variable: Variable, kommune: Kommune | undefined): FileField | undefined {
  if (variable.role === 'derived') return undefined
  const options = cellOptions(variable.options ?? [])
  const tick = tickOf(variable, kommune)
  // What is confirmed needs something to confirm.
  if (tick === '') return undefined
  return { variable, options, tick, allowed: allowedWords(variable, options, tick) }
}

function tickOf({ type, box }: Variable, kommune: Kommune | undefined): string | undefined {
  if (typeOf(type).measure === 'flag') return '1'
  return box ? (kommune?.name ?? '') : undefined
}

function cellOptions(options: readonly Option[]): CellOption[] {
  const count = (label: string) => options.filter((one) => one.label === label).length
  return options.map(({ code, label }) => ({ code, text: count(label) > 1 ? `${label} (${code})` : label }))
}

function allowedWords({ type }: Variable, options: readonly CellOption[], tick: string | undefined): string {
  if (tick !== undefined) return `${ticked} oder ${notTicked}`
  if (options.length > 0) return `eine von: ${options.map(({ text }) => text).join('; ')}`
  const { column, values, longest, measure } = typeOf(type)
  if (measure === 'number') return values
  if (column.type === 'day') return 'Tag, Monat und Jahr, zum Beispiel 15.12.2018'
  if (column.type === 'month') return 'Monat und Jahr, zum Beispiel 12/2018'
  return values || `Text mit höchstens ${longest.toLocaleString('de-DE')} Zeichen`
}

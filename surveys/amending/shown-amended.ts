import type { Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import type { Value } from '../types/type.ts'

/** A value as people read it, with its unit. */
export function shownAmended(value: Value | null, { type, options }: Pick<Variable, 'type' | 'options'>): string {
  if (value === null) return type === 'flag' ? 'nicht angekreuzt' : 'kein Wert'
  const { shown, unit } = typeOf(type)
  return `${shown(value, options)}${unit === '' ? '' : ` ${unit}`}`
}

import { InputError } from '../../../errors/input-error.ts'
import { columnNames } from '../column-names.ts'

const mostColumns = 32_767
const reserved = /^(byte|double|float|if|in|int|long|strl|str\d+|using|with)$/i

export function stataNames(names: readonly string[]): string[] {
  if (names.length > mostColumns)
    throw new InputError(`Stata nimmt höchstens ${mostColumns} Spalten, die Tabelle hat ${names.length}.`)
  return columnNames(names, { program: 'Stata', longest: 32, reserved })
}

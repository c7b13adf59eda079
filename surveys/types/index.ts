import { choice } from './choice.ts'
import { flag } from './flag.ts'
import { gemeinden } from './gemeinden.ts'
import { gkz } from './gkz.ts'
import { imNumber } from './im-number.ts'
import { longtext } from './longtext.ts'
import { readBack } from './read-back.ts'
import { text } from './text.ts'
import type { Type } from './type.ts'

/** Every type of variable. What a variable can hold is known here and nowhere else. */
export const types = {
  ...readBack,
  text,
  longtext,
  gkz,
  im_number: imNumber,
  gemeinden,
  flag,
  choice,
} satisfies Record<string, Type>

export type VariableType = keyof typeof types

/** The module of a type. A value is only ever given to the module that has read it. */
export function typeOf(name: VariableType): Type {
  return types[name]
}

/** Whether answers are numbers, which can be added up and compared. */
export const isNumberType = (name: VariableType): boolean => types[name].measure === 'number'

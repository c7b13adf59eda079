import { type Method, methods } from '../../analysis/imputation/method.ts'
import { UsageError } from './command.ts'

export const completedHelp = `dazu ergänzte Werte in einer eigenen Datei: alle, oder einige von ${methods.join(',')}`

/** The methods that a command names, in the order in which they are tried. */
export function chosenMethods(given: string): readonly Method[] {
  if (given === 'alle') return methods
  const named = given.split(',')
  const unknown = named.find((one) => !(methods as readonly string[]).includes(one))
  if (unknown !== undefined)
    throw new UsageError(`Das Verfahren „${unknown}“ gibt es nicht. Möglich sind: alle, ${methods.join(', ')}.`)
  return methods.filter((one) => named.includes(one))
}

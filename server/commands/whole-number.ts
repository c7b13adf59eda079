import { UsageError } from './command.ts'

/** The value of an option that has to be a whole number. */
export function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${option} braucht eine ganze Zahl, nicht „${text}“.`)
  return Number(text)
}

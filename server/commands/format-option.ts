import type { Format } from '../export/formats/format.ts'
import { formatNamed, formats } from '../export/formats/index.ts'
import { UsageError } from './command.ts'

const names = formats.map(({ name }) => name)

export const formatOption = { type: 'string', value: 'FORMAT', default: 'csv', help: names.join(', ') } as const

/** For the help: what each format is, and what it leaves out. */
export const formatLines = formats.flatMap(({ label, cannotCarry }) => [
  `${label}.`,
  ...cannotCarry.map((sentence) => `  ${sentence}.`),
])

export function chosenFormat(name: string): Format {
  const format = formatNamed(name)
  if (format !== undefined) return format
  throw new UsageError(`Das Format „${name}“ gibt es nicht. Möglich sind: ${names.join(', ')}.`)
}

import { csv } from '../export/formats/csv.ts'
import type { Format } from '../export/formats/format.ts'
import { formatNamed, formats } from '../export/formats/index.ts'
import { UsageError } from './command.ts'

/** R reads the CSV, by the script that is written beside it. */
const forR = 'r'

const names = formats.map(({ name }) => name)

export const formatOption = { type: 'string', value: 'FORMAT', default: 'csv', help: `${names.join(', ')}, r` } as const

/** For the help: what each format is, and what it leaves out. */
export const formatLines = [
  ...formats.flatMap(({ label, cannotCarry }) => [`${label}.`, ...cannotCarry.map((sentence) => `  ${sentence}.`)]),
  `${forR}: für R. Das ist csv; das Skript „…-lesen.R“ daneben liest die Dateien mit Typen, Bezeichnungen und Gründen ein.`,
]

/** Whether the script that reads the file is asked for. */
export const isForR = (name: string): boolean => name === forR

export function chosenFormat(name: string): Format {
  const format = isForR(name) ? csv : formatNamed(name)
  if (format !== undefined) return format
  throw new UsageError(`Das Format „${name}“ gibt es nicht. Möglich sind: ${names.join(', ')}, ${forR}.`)
}

import type { HiddenFigures } from '../hidden-figures.ts'
import { command, remark } from './stata-lines.ts'

/** Commands that yield some figures of all, or of a group. */
export interface Block {
  /** What they tell, and what is to be known of it. */
  about: string
  /** Where the manual describes them. */
  manual: string
  /** Done once before. */
  before?: readonly string[]
  commands: (condition: string) => readonly string[]
  /** The figures that Stata prints with them, by the names that they have in R. */
  yields: readonly string[]
}

/**
 * Stata prints what a command yields as a whole: where the report hides one of the figures, the command is not in the
 * script for that group.
 */
export function blockLines(block: Block, groups: readonly string[], hidden: HiddenFigures): string[] {
  const untold = new Set(hidden)
  const isShown = (group: string) => !block.yields.some((figure) => untold.has(`${group} ${figure}`))
  const shown = groups.filter(isShown)
  const total = isShown('insgesamt') ? block.commands('').map(command) : []
  const left = [...(total.length === 0 ? ['insgesamt'] : []), ...groups.filter((group) => !shown.includes(group))]
  return [
    ...remark(block.about),
    `* ${block.manual}`,
    ...(left.length === 0 ? [] : remark(`Nicht alles davon zeigt der Bericht, daher nicht hier: ${left.join(', ')}.`)),
    ...(left.length === groups.length + 1 ? [] : (block.before ?? []).map(command)),
    ...total,
    ...forEach('g', shown, [`display as text _newline "Gruppe \`g'"`, ...block.commands(`gruppe == "\`g'"`)]),
    '',
  ]
}

/** The same commands for each of some names. */
export const forEach = (name: string, of: readonly string[], commands: readonly string[]): string[] =>
  of.length === 0
    ? []
    : [command(`foreach ${name} in ${of.join(' ')} {`), ...commands.map((line) => `    ${command(line)}`), '}']

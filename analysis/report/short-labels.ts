import type { VariableDescription } from '../compare/describe-wave.ts'

type Labelled = Pick<VariableDescription['variable'], 'printed'>

/** Printed labels without what all of them begin with: the title of their question, or what is counted. */
export function shortLabels(described: readonly { variable: Labelled }[]): (variable: Labelled) => string {
  const own = ({ printed }: Labelled) => printed.split(' – ').at(-1) ?? printed
  const labels = described.map(({ variable }) => own(variable))
  const shared = labels.length < 2 ? '' : beginning(labels)
  return (variable) => own(variable).slice(shared.length)
}

/** What all texts begin with, up to a colon. */
function beginning([first = '', ...others]: readonly string[]): string {
  const end = first.lastIndexOf(': ')
  const start = end < 0 ? '' : first.slice(0, end + 2)
  return others.every((text) => text.startsWith(start)) ? start : ''
}

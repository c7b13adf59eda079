import type { Section } from './instrument.ts'
import type { SubmittedPage } from './submitted-page.ts'

export interface PageAction {
  /** The texts to save, with what the pressed button adds. */
  typed: Record<string, string>
  goTo: 'next' | 'hub' | 'stay'
}

/**
 * What the pressed button means. `null:<question>` fills the blank numbers of a question with 0,
 * `uebernehmen:<field>:<value>` takes over a suggestion; both only for fields of the section.
 */
export function applyAction(
  { action, typed }: Pick<SubmittedPage, 'action' | 'typed'>,
  { questions }: Section,
): PageAction {
  if (action === 'weiter') return { typed, goTo: 'next' }
  if (action === 'hub') return { typed, goTo: 'hub' }
  const [verb, target = '', value = ''] = action.split(':')
  if (verb === 'null') {
    const numbers = questions.find(({ id }) => id === target)?.variables.filter(({ type }) => type === 'count') ?? []
    const zeros = numbers.filter(({ name }) => (typed[name] ?? '').trim() === '').map(({ name }) => [name, '0'])
    return { typed: { ...typed, ...Object.fromEntries(zeros) }, goTo: 'stay' }
  }
  if (verb === 'uebernehmen' && questions.some(({ variables }) => variables.some(({ name }) => name === target))) {
    return { typed: { ...typed, [target]: value }, goTo: 'stay' }
  }
  return { typed, goTo: 'stay' }
}

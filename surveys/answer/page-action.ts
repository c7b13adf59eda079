import type { Section } from '../compile/instrument.ts'
import { spellOutGemeinden } from '../reading/gemeinden.ts'
import type { Register } from '../reading/register.ts'
import { isNumberType, typeOf } from '../types/index.ts'
import { takeLast } from './last-answers.ts'
import type { SubmittedPage } from './submitted-page.ts'
import type { LastWave } from './surroundings.ts'

export interface PageAction {
  /** The texts to save, with what the pressed button adds. */
  typed: Record<string, string>
  /** `check`: to the page where all is checked; `finding`: to what has to be looked at next. */
  goTo: 'next' | 'hub' | 'stay' | 'check' | 'finding'
  /** The check whose reason is said to hold for what is answered now, or ''. */
  confirmed: string
}

/**
 * What the pressed button means. `null:<question>` fills the blank numbers of a question with 0,
 * `uebernehmen:<field>:<value>` takes over a suggestion, `zuletzt:<question>` what was answered in the last wave; all only for
 * fields of the section. `gilt:<check>` says that a reason still holds. Whatever was pressed, lists of Kommunen come out spelled
 * out.
 */
export function applyAction(
  { action, typed }: Pick<SubmittedPage, 'action' | 'typed'>,
  section: Section,
  register: Register,
  last?: LastWave,
): PageAction {
  const filled = spellOut({ ...typed, ...added(action, typed, section, last) }, section, register)
  return { typed: filled, goTo: destinations.get(action) ?? 'stay', confirmed: confirmedBy(action) }
}

const destinations: ReadonlyMap<string, PageAction['goTo']> = new Map([
  ['weiter', 'next'],
  ['hub', 'hub'],
  ['pruefen', 'check'],
  ['naechster', 'finding'],
])

/** The check whose reason is said to hold, or ''. */
export const confirmedBy = (action: string): string => /^gilt:(.+)$/.exec(action)?.[1] ?? ''

function added(
  action: string,
  typed: Record<string, string>,
  { questions }: Section,
  last: LastWave | undefined,
): Record<string, string> {
  const [verb, target = '', value = ''] = action.split(':')
  if (verb === 'null') {
    const numbers = questions.find(({ id }) => id === target)?.variables.filter(({ type }) => isNumberType(type)) ?? []
    const zeros = numbers.filter(({ name }) => (typed[name] ?? '').trim() === '').map(({ name }) => [name, '0'])
    return Object.fromEntries(zeros)
  }
  if (verb === 'zuletzt') {
    const asked = questions.flatMap((question) => [question, ...question.parts]).find(({ id }) => id === target)
    return asked === undefined ? {} : takeLast(asked, typed, last)
  }
  if (verb !== 'uebernehmen') return {}
  const taken = questions.flatMap(({ variables }) => variables).find(({ name }) => name === target)
  if (taken === undefined) return {}
  // The button stands in a page like every field, and what it says is believed no more.
  const { sends, kept, longest } = typeOf(taken.type)
  const text = kept(value)
  return sends(text, taken.options ?? []) && text.length <= longest ? { [target]: text } : {}
}

function spellOut(typed: Record<string, string>, { questions }: Section, register: Register): Record<string, string> {
  for (const { kind, id } of questions) {
    const text = typed[id]
    if (kind === 'gemeinden' && text) typed[id] = spellOutGemeinden(text, register)
  }
  return typed
}

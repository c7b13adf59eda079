import type { DerivedVariable, Term } from '../../schemas/derived.ts'
import type { Instrument, Question, Variable } from '../compile/instrument.ts'
import { isNumberType } from '../types/index.ts'

/** Names of variables that are added up, and of those that are taken off. */
export interface Terms {
  plus: readonly string[]
  minus: readonly string[]
}

/** A variable that is computed from others of the same unit and wave. */
export interface Derived {
  name: string
  label: string
  /** `share`: 100 · parts ÷ base. `sum` and `change`: the parts, less what is taken off. */
  kind: DerivedVariable['kind']
  parts: Terms
  /** Of a share that is an upper bound: who may belong to the parts, counted as far as the base has room. */
  possible: Terms
  /** Of a share: what it is a share of. */
  base: Terms
  /** Who is counted in the base, in words; '' where there is none. */
  baseLabel: string
  note: string
}

/** What a declared variable is computed from in a survey; undefined where the survey does not ask for all of it. */
export function deriveFrom(declared: DerivedVariable, instrument: Instrument): Derived | undefined {
  const { name, label, kind } = declared
  const parts = readTerms(declared.parts, instrument)
  const base = readTerms(declared.kind === 'share' ? declared.base : [], instrument)
  const possible = readTerms((declared.kind === 'share' && declared.possible) || [], instrument)
  if (parts === undefined || base === undefined || possible === undefined) return undefined
  const baseLabel = declared.kind === 'share' ? declared.baseLabel : ''
  return { name, label, kind, parts, possible, base, baseLabel, note: declared.note ?? '' }
}

/** Every variable that a derived one is computed from, once. */
export const neededBy = ({ parts, base, possible }: Pick<Derived, 'parts' | 'base' | 'possible'>): string[] => [
  ...new Set([parts, base, possible].flatMap(({ plus, minus }) => [...plus, ...minus])),
]

function readTerms(terms: readonly Term[], instrument: Instrument): Terms | undefined {
  const read = terms.map((term) => ({ minus: term.minus === true, names: namesOf(term, instrument) }))
  if (read.some(({ names }) => names.length === 0)) return undefined
  return {
    plus: read.flatMap(({ minus, names }) => (minus ? [] : names)),
    minus: read.flatMap(({ minus, names }) => (minus ? names : [])),
  }
}

/** The names of variables that a term stands for; none where the survey does not know it. */
function namesOf(term: Term, { variable, questions }: Instrument): string[] {
  if ('variable' in term) {
    const found = variable.get(term.variable)
    return found !== undefined && isCountable(found) ? [found.name] : []
  }
  const question = questions.get(term.question)
  return question === undefined ? [] : itemsOf(question).map(({ name }) => name)
}

/** The items of a question that can be added up: not those for persons of whom nothing is known, no exclusive options. */
function itemsOf({ variables, definition, id }: Question): Variable[] {
  const options = 'options' in definition ? definition.options : []
  const exclusive = new Set(options.filter((option) => 'exclusive' in option).map(({ code }) => `${id}_${code}`))
  return variables.filter(
    (one) => (one.role === 'item' || one.role === 'option') && isCountable(one) && !exclusive.has(one.name),
  )
}

/** Numbers, and ticked options, which count 1. */
const isCountable = ({ type, role, contact }: Variable): boolean =>
  !contact && (isNumberType(type) || role === 'option')

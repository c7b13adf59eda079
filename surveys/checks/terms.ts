import type { Condition, Term as Definition, Reference, RegisterFigure } from '../../schemas/questionnaire.ts'
import { type Range, rangeOf, rounded, sumOf } from '../answer/relation.ts'
import { figureOf } from '../reading/register.ts'
import type { Right, Term } from './check.ts'
import type { Answers } from './kind.ts'
import { type Known, resolve } from './references.ts'

/** What a definition writes on the right of a comparison. */
export function compileTerms(terms: readonly Definition[], path: string, known: Known): Right {
  const compiled = terms.map((term, index) => compileTerm(term, `${path}/${index}`, known))
  const plain = compiled.flatMap((term) => ('variables' in term && term.factor === 1 ? [term.variables] : []))
  return plain.length === compiled.length ? { variables: plain.flat() } : { terms: compiled }
}

/** A known number against others is nothing against these less the known one. */
export function compileKnown(
  { known: own, right }: Extract<Condition, { known: unknown }>,
  path: string,
  known: Known,
): Right {
  const others = right.map((term, index) => compileTerm(term, `${path}/right/${index}`, known))
  const { factor, ...term } = compileTerm(own, `${path}/known`, known)
  return { terms: [...others, { ...term, factor: -factor } as Term] }
}

function compileTerm(term: Definition, path: string, known: Known): Term {
  if ('minus' in term) return { factor: -1, variables: resolve(term.minus, `${path}/minus`, known) }
  if ('value' in term) return { factor: 1, value: term.value }
  if ('last' in term) return { factor: 1, last: resolve({ variable: term.last }, `${path}/last`, known)[0] ?? '' }
  if ('register' in term) return { factor: term.times ?? 1, register: term.register }
  return { factor: 1, variables: resolve(term satisfies Reference, path, known) }
}

/** The variables that are on the right of a comparison. */
export function variablesOf(right: Right): string[] {
  if ('variables' in right) return right.variables
  return 'terms' in right ? right.terms.flatMap((term) => ('variables' in term ? term.variables : [])) : []
}

/** Between what the right side lies; nothing if a figure or a last wave is not there for whoever answers. */
export function rangeOfRight(right: Right, asked: Answers): Range | undefined {
  if ('terms' in right) {
    const ranges = right.terms.map((term) => rangeOfTerm(term, asked))
    return ranges.reduce((sum, one) => sum && one && added(sum, one), { low: 0, high: 0 })
  }
  if ('variables' in right) return rangeOf(sumOf(asked.cells, right.variables))
  return 'value' in right ? exactly(right.value) : exactly(knownNumber(right.register, asked))
}

function rangeOfTerm(term: Term, { cells, around }: Answers): Range | undefined {
  const { factor } = term
  if ('variables' in term) {
    const { low, high } = rangeOf(sumOf(cells, term.variables))
    return factor < 0 ? { low: factor * high, high: factor * low } : { low: factor * low, high: factor * high }
  }
  if ('value' in term) return exactly(factor * term.value)
  const known =
    'last' in term ? around?.last?.values.get(term.last) : partOf(term.register, Math.abs(factor), { around })
  return exactly(known === undefined ? undefined : Math.sign(factor) * known)
}

/** A part of a figure, as a whole number. */
function partOf(wanted: RegisterFigure, times: number, asked: Pick<Answers, 'around'>): number | undefined {
  const figure = knownNumber(wanted, asked)
  return figure === undefined || times === 1 ? figure : Math.round(times * figure)
}

/** What is known of the Kommune that answers, beside its answers. */
const knownNumber = (wanted: RegisterFigure, { around }: Pick<Answers, 'around'>) =>
  figureOf(around?.register.gemeinden.get(around.unit), wanted)?.value

/** The figures that the right side of a comparison is held against. */
export function registersOf(right: Right): RegisterFigure[] {
  if ('register' in right) return [right.register]
  return 'terms' in right ? right.terms.flatMap((term) => ('register' in term ? [term.register] : [])) : []
}

/** The numbers of the last wave that it is held against. */
export const lastNumbersOf = (right: Right): string[] =>
  'terms' in right ? right.terms.flatMap((term) => ('last' in term ? [term.last] : [])) : []

const exactly = (value: number | undefined): Range | undefined =>
  value === undefined ? undefined : { low: value, high: value }

const added = (a: Range, b: Range): Range => ({ low: rounded(a.low + b.low), high: rounded(a.high + b.high) })

import type { Concordance, Status, Step } from '../../schemas/concordance.ts'
import { isExported } from '../codebook/columns.ts'
import type { Instrument, Question, Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import { type CodeMapping, codeMappingOf, composed } from './code-mapping.ts'

/** What became of something between two surveys; its name in both, or in the one that has it. */
export interface Continued {
  before?: string
  after?: string
  status: Status
  /** Why, in German sentences. */
  why: string
  /** Of a choice, where its answers are not the same in both. */
  codes?: CodeMapping
  /** What was different beside the form, where anything was. */
  beside?: readonly string[]
}

/** The survey that a survey continues. */
export function predecessorOf(concordances: readonly Concordance[], survey: string): string | undefined {
  return stepsOf(concordances).find(({ to }) => to === survey)?.from
}

/**
 * What became of each question between two surveys of a panel, over all that lie between them. Of several caveats the
 * gravest counts, and all are told. Empty where no panel leads from the one to the other.
 */
export function continuedQuestions(concordances: readonly Concordance[], from: string, to: string): Continued[] {
  for (const { steps } of concordances) {
    const first = steps.findIndex((step) => step.from === from)
    const last = steps.findIndex((step) => step.to === to)
    if (first >= 0 && last >= first)
      return steps
        .slice(first, last + 1)
        .map(questionsOfStep)
        .reduce(join)
  }
  return []
}

/** The same for each variable. */
export function continuedVariables(
  concordances: readonly Concordance[],
  before: Instrument,
  after: Instrument,
): Continued[] {
  return continuedQuestions(concordances, before.id, after.id).flatMap((continued) =>
    pairVariables(before.questions.get(continued.before ?? ''), after.questions.get(continued.after ?? ''), continued),
  )
}

/**
 * Which variable of an earlier survey stands beside a field, by the field's name. No contact data and no comments, and none
 * that was asked of other persons: who took its number over would answer another question.
 */
export const lastNames = (
  concordances: readonly Concordance[],
  before: Instrument,
  after: Instrument,
): ReadonlyMap<string, string> =>
  new Map([...lastVariables(concordances, before, after)].map(([name, { before }]) => [name, before]))

/** A variable of an earlier survey, and which of its answers mean which of today, where they are not the same. */
export interface LastVariable {
  before: string
  codes?: CodeMapping
}

/** The same with what became of the answers. */
export function lastVariables(
  concordances: readonly Concordance[],
  before: Instrument,
  after: Instrument,
): ReadonlyMap<string, LastVariable> {
  const shown = ({ variable }: Instrument, name: string) => isExported(variable.get(name) as Variable)
  return new Map(
    continuedVariables(concordances, before, after).flatMap((one): [string, LastVariable][] =>
      one.status !== 'changedBase' &&
      one.before !== undefined &&
      one.after !== undefined &&
      shown(before, one.before) &&
      shown(after, one.after)
        ? [[one.after, { before: one.before, ...(one.codes && { codes: one.codes }) }]]
        : [],
    ),
  )
}

const stepsOf = (concordances: readonly Concordance[]): Step[] => concordances.flatMap(({ steps }) => steps)

function questionsOfStep({ concepts }: Step): Continued[] {
  return concepts.flatMap(({ status, questions, before, why, codes, beside }) =>
    questions.map((id) => ({
      ...(status === 'new' ? {} : { before: before ?? id }),
      ...(status === 'dropped' ? {} : { after: id }),
      status,
      why,
      ...(codes && { codes: codeMappingOf(codes) }),
      ...(beside && { beside: [beside] }),
    })),
  )
}

function join(earlier: readonly Continued[], later: readonly Continued[]): Continued[] {
  const gone = earlier.filter(({ after }) => after === undefined)
  const rest = later.flatMap((now): Continued[] => {
    const then = now.before === undefined ? undefined : earlier.find(({ after }) => after === now.before)
    if (then === undefined) return [now]
    if (now.after === undefined) return then.before === undefined ? [] : [{ ...now, before: then.before }]
    if (then.before === undefined) return [{ ...then, after: now.after }]
    const status = gravity.indexOf(then.status) > gravity.indexOf(now.status) ? then.status : now.status
    const why = [...new Set([then.why, now.why])].join(' ')
    return [{ before: then.before, after: now.after, status, why, ...joined(then, now) }]
  })
  return [...gone, ...rest]
}

function joined(then: Continued, now: Continued): Pick<Continued, 'codes' | 'beside'> {
  const codes = then.codes && now.codes ? composed(then.codes, now.codes) : (then.codes ?? now.codes)
  const beside = [...(then.beside ?? []), ...(now.beside ?? [])]
  return { ...(codes && { codes }), ...(beside.length > 0 && { beside }) }
}

const gravity: readonly Status[] = ['same', 'reworded', 'changedBase']

/** Variables belong together by what stands behind the id of their question. */
export function pairVariables(
  before: Question | undefined,
  after: Question | undefined,
  { status, why, codes }: Continued,
): Continued[] {
  const formerName = (name: string) =>
    before !== undefined && after !== undefined && name.startsWith(after.id)
      ? before.id + name.slice(after.id.length)
      : name
  const later = after?.variables ?? []
  const pairs = later.map(({ name, type }): Continued => {
    if (before === undefined) return { after: name, status, why }
    const was = before.variables.find((one) => one.name === formerName(name) && one.type === type)
    return was === undefined
      ? { after: name, status: 'new', why: 'Nach dieser Angabe wurde in der früheren Umfrage nicht gefragt.' }
      : { before: was.name, after: name, status, why, ...(codes && typeOf(type).measure === 'category' && { codes }) }
  })
  const paired = new Set(pairs.map((pair) => pair.before))
  const rest = (before?.variables ?? []).filter(({ name }) => !paired.has(name))
  const dropped = rest.map(({ name }): Continued => {
    if (after === undefined) return { before: name, status, why }
    return {
      before: name,
      status: 'dropped',
      why: 'Nach dieser Angabe wird in der späteren Umfrage nicht mehr gefragt.',
    }
  })
  return [...pairs, ...dropped]
}

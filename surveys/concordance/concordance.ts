import type { Concept, Concordance, Status, Step } from '../../schemas/concordance.ts'
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
  /** Items that count other persons than under the same code before. */
  recounted?: readonly string[]
}

/** The survey that a survey continues. */
export function predecessorOf(concordances: readonly Concordance[], survey: string): string | undefined {
  return stepTo(concordances, survey)?.from
}

/** The surveys whose answers a survey takes up: the one that it continues, then those that asked a question last. */
export function sourcesOf(concordances: readonly Concordance[], survey: string): string[] {
  const step = stepTo(concordances, survey)
  return step === undefined ? [] : [...new Set([step.from, ...step.concepts.flatMap(({ from }) => from ?? [])])]
}

/**
 * What became of each question between two surveys of a panel, over all that lie between them. Of several caveats the
 * gravest counts, and all are told. Where no panel leads from the one to the other, only those that were taken up again.
 */
export function continuedQuestions(concordances: readonly Concordance[], from: string, to: string): Continued[] {
  const step = from === to ? undefined : stepTo(concordances, to)
  if (step === undefined) return []
  const again = takenUp(concordances, from, step)
  const isAgain = ({ before, after }: Continued) =>
    again.some((one) => one.after === after || (after === undefined && one.before === before))
  return [...alongSteps(concordances, from, step).filter((one) => !isAgain(one)), ...again]
}

/** Over the steps of the panel, one after the other. */
function alongSteps(concordances: readonly Concordance[], from: string, step: Step): Continued[] {
  const last = step.concepts.flatMap(continuedIn)
  if (step.from === from) return last
  const earlier = continuedQuestions(concordances, from, step.from)
  return leadsTo(concordances, from, step.from) ? join(earlier, last) : onlyContinued(earlier, last)
}

const leadsTo = (concordances: readonly Concordance[], from: string, to: string): boolean => {
  const before = predecessorOf(concordances, to)
  return before !== undefined && (before === from || leadsTo(concordances, from, before))
}

/** What the survey at the end of a step asks again after others had left it out. */
function takenUp(concordances: readonly Concordance[], from: string, { concepts }: Step): Continued[] {
  return concepts.flatMap((concept) => {
    if (concept.from === undefined) return []
    const since = continuedIn({ ...concept, from: undefined })
    return concept.from === from ? since : onlyContinued(continuedQuestions(concordances, from, concept.from), since)
  })
}

/** Of what a later survey asks, what an earlier one asked as well. */
function onlyContinued(earlier: readonly Continued[], later: readonly Continued[]): Continued[] {
  const both = later.filter(({ before }) => before !== undefined)
  return join(
    earlier,
    both.filter((now) => earlier.some(({ after }) => after === now.before)),
  ).filter(({ before, after }) => before !== undefined && after !== undefined)
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

const stepTo = (concordances: readonly Concordance[], survey: string): Step | undefined =>
  stepsOf(concordances).find(({ to }) => to === survey)

/** What a step says of some questions. The survey before did not ask what one before that asked last. */
function continuedIn({ from, status, questions, before, why, codes, beside, recounted }: Concept): Continued[] {
  if (from !== undefined) return questions.map((after) => ({ after, status: 'new', why }))
  return questions.map((id) => ({
    ...(status === 'new' ? {} : { before: before ?? id }),
    ...(status === 'dropped' ? {} : { after: id }),
    status,
    why,
    ...(codes && { codes: codeMappingOf(codes) }),
    ...(beside && { beside: [beside] }),
    ...(recounted && { recounted }),
  }))
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

function joined(then: Continued, now: Continued): Pick<Continued, 'codes' | 'beside' | 'recounted'> {
  const codes = then.codes && now.codes ? composed(then.codes, now.codes) : (then.codes ?? now.codes)
  const beside = [...(then.beside ?? []), ...(now.beside ?? [])]
  const recounted = [...new Set([...(then.recounted ?? []), ...(now.recounted ?? [])])]
  return {
    ...(codes && { codes }),
    ...(beside.length > 0 && { beside }),
    ...(recounted.length > 0 && { recounted }),
  }
}

const gravity: readonly Status[] = ['same', 'reworded', 'changedBase']

/** Variables belong together by what stands behind the id of their question. */
export function pairVariables(
  before: Question | undefined,
  after: Question | undefined,
  { status, why, codes, recounted = [] }: Continued,
): Continued[] {
  const apart = new Set(recounted.map((code) => `${after?.id}_${code}`))
  const formerName = (name: string) =>
    before !== undefined && after !== undefined && name.startsWith(after.id)
      ? before.id + name.slice(after.id.length)
      : name
  const later = after?.variables ?? []
  const pairs = later.map(({ name, type }): Continued => {
    if (before === undefined) return { after: name, status, why }
    if (apart.has(name)) return { after: name, status: 'new', why: recountedWords }
    const was = before.variables.find((one) => one.name === formerName(name) && one.type === type)
    return was === undefined
      ? { after: name, status: 'new', why: 'Nach dieser Angabe wurde in der früheren Umfrage nicht gefragt.' }
      : { before: was.name, after: name, status, why, ...(codes && typeOf(type).measure === 'category' && { codes }) }
  })
  const paired = new Set(pairs.map((pair) => pair.before))
  const rest = (before?.variables ?? []).filter(({ name }) => !paired.has(name))
  const dropped = rest.map(({ name }): Continued => {
    if (after === undefined) return { before: name, status, why }
    const isRecounted = before !== undefined && apart.has(after.id + name.slice(before.id.length))
    const gone = 'Nach dieser Angabe wird in der späteren Umfrage nicht mehr gefragt.'
    return { before: name, status: 'dropped', why: isRecounted ? recountedWords : gone }
  })
  return [...pairs, ...dropped]
}

const recountedWords = 'Unter dieser Bezeichnung zählt die spätere Umfrage andere als die frühere.'

import type { AnnexPlan, ChapterPlan, GroupPlan } from '../../../schemas/annex.ts'
import { readSchema, validatorOf } from '../../../schemas/validator.ts'
import { compileCondition } from '../../../surveys/checks/compile-condition.ts'
import { asksBeyond } from '../../../surveys/checks/condition.ts'
import type { Known } from '../../../surveys/checks/references.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import type { Problem } from '../../../surveys/definition/problem.ts'
import { problemOf } from '../../../surveys/definition/schema-sentence.ts'
import { typeOf } from '../../../surveys/types/index.ts'
import { type Plan, type PlannedChapter, type PlannedGroup, plainName } from './plan.ts'

const validate = validatorOf<AnnexPlan>('annex', { strictTuples: false, schemas: [readSchema('questionnaire')] })

export type PlanRead = { plan: Plan } | { problems: Problem[] }

/** The survey that a plan is about; undefined where it names none. */
export function surveyOf(document: unknown): string | undefined {
  const named = typeof document === 'object' && document !== null && 'survey' in document ? document.survey : undefined
  return typeof named === 'string' ? named : undefined
}

/** A plan, or all that is wrong with it. `instrument` is the survey that it names. */
export function readPlan(document: unknown, instrument: Instrument | undefined): PlanRead {
  if (!validate(document)) return { problems: shapeProblems() }
  const problems: Problem[] = []
  if (document.survey !== undefined && instrument === undefined)
    problems.push({ path: '/survey', message: `Die Umfrage „${document.survey}“ gibt es nicht.` })
  const chapters = document.chapters.map((chapter, at) =>
    readChapter(chapter, `/chapters/${at}`, document.survey === undefined ? undefined : instrument, problems),
  )
  problems.push(...repeatedNames(document.chapters))
  const { title, introduction = [], chosen } = document
  return problems.length > 0 ? { problems } : { plan: { title, introduction, chosen, chapters } }
}

/** Of the alternatives for a condition each says what it lacks; what counts is that none of them fits. */
function shapeProblems(): Problem[] {
  const errors = validate.errors ?? []
  const conditions = errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath)
  return [
    ...conditions.map((path) => ({ path, message: 'Diese Bedingung hat keine der erlaubten Formen.' })),
    ...errors
      .filter(({ instancePath }) => !conditions.some((path) => instancePath.startsWith(path)))
      .map((error) => problemOf(error)),
  ]
}

function readChapter(
  { title, questions, groups: named }: ChapterPlan,
  path: string,
  instrument: Instrument | undefined,
  problems: Problem[],
): PlannedChapter {
  const groups: readonly GroupPlan[] = named ?? []
  const asked = questions.map((name, at) => readQuestion(name, `${path}/questions/${at}`, instrument, problems))
  const numbers = [...new Set(asked.map(({ number }) => number))]
  const known: Known | undefined = instrument && { ...instrument, problems }
  const planned = groups.map((group, at) => readGroup(group, `${path}/groups/${at}`, known, problems))
  for (const [at, group] of groups.entries())
    if (groups.findIndex((one) => plainName(one.title) === plainName(group.title)) < at)
      problems.push({ path: `${path}/groups/${at}/title`, message: `Die Gruppe „${group.title}“ gibt es schon.` })
  return { title, sources: sourceWords(numbers), names: new Set(asked.flatMap(({ names }) => names)), groups: planned }
}

/** What is asked for, by whatever name a text may come: question, printed number, variable. */
function readQuestion(name: string, path: string, instrument: Instrument | undefined, problems: Problem[]) {
  if (instrument === undefined) {
    const number = name.replace(/^(?:Frage\s+|F(?=\d))/i, '')
    return { number, names: [name, number, `F${number}`, `Frage ${number}`].map(plainName) }
  }
  const question = instrument.questions.get(name)
  const texts = (question?.variables ?? instrument.variables.filter((one) => one.name === name)).filter(
    ({ type, contact }) => !contact && typeOf(type).column.type === 'text',
  )
  if (texts.length === 0)
    problems.push({ path, message: `Eine Frage oder Variable „${name}“, zu der jemand schreiben kann, gibt es nicht.` })
  const number = (question?.number ?? texts[0]?.number ?? '').replace(/^F/, '')
  const numbered = question === undefined ? [] : [question.id, number, `F${number}`, `Frage ${number}`]
  return { number, names: [...numbered, ...texts.map((one) => one.name)].map(plainName) }
}

function readGroup(group: GroupPlan, path: string, known: Known | undefined, problems: Problem[]): PlannedGroup {
  const { title, if: conditions = [] } = group
  if (conditions.length > 0 && known === undefined)
    problems.push({ path: `${path}/if`, message: 'Bedingungen brauchen eine Umfrage: Bitte nennen Sie „survey“.' })
  if (conditions.length === 0 && known !== undefined)
    problems.push({ path, message: 'Die Angabe „if“ fehlt: Wer gehört in diese Gruppe?' })
  if (known === undefined) return { title, conditions: [] }
  const compiled = conditions.map((one, at) => compileCondition(one, `${path}/if/${at}`, known))
  if (compiled.some(asksBeyond))
    problems.push({ path: `${path}/if`, message: 'Wer in eine Gruppe gehört, folgt nur aus Antworten dieser Umfrage.' })
  return { title, conditions: compiled }
}

/** `Frage 6`, `Fragen 15 + 17`; what has no number stands for itself. */
function sourceWords(names: readonly string[]): string {
  if (!names.every((name) => /^\d/.test(name))) return names.join(' + ')
  return `${names.length === 1 ? 'Frage' : 'Fragen'} ${names.join(' + ')}`
}

function repeatedNames(chapters: AnnexPlan['chapters']): Problem[] {
  const all = chapters.flatMap(({ questions }, chapter) =>
    questions.map((name, at) => ({ name, path: `/chapters/${chapter}/questions/${at}` })),
  )
  return all
    .filter(({ name }, at) => all.findIndex((one) => plainName(one.name) === plainName(name)) < at)
    .map(({ name, path }) => ({ path, message: `„${name}“ steht schon in einem Kapitel.` }))
}

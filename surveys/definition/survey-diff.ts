import type { Status } from '../../schemas/concordance.ts'
import type { Instrument, Question } from '../compile/instrument.ts'
import { canonicalJson } from './canonical.ts'

/** How a question of one survey stands to that of another. */
export interface QuestionDiff {
  status: Status
  before?: Question
  after?: Question
  /** What reads differently, in German words. */
  differs: string[]
  /** The questions with the numbers that its own are held against, where these are others than before. */
  bases?: { before: Question[]; after: Question[] }
}

/** What does not change what is asked. */
const silent = ['number', 'id', 'heading', 'comment', 'contact']

/** What a difference is called. */
const words: Record<string, string> = {
  kind: 'Art der Antwort',
  title: 'Wortlaut',
  help: 'Hinweis',
  lead: 'Beschriftung',
  label: 'Beschriftung',
  items: 'Posten',
  options: 'Antworten',
  rows: 'Zeilen',
  scale: 'Stufen',
  fields: 'Felder',
  parts: 'Teilfragen',
  unknown: 'Personen ohne Information',
  notAvailable: 'Information liegt nicht vor',
  atMost: 'Zahl der Antworten',
  exactly: 'Zahl der Antworten',
  asked: 'Wer gefragt wird',
  section: 'Wer gefragt wird',
}

/**
 * Lays two surveys side by side, as their definitions have them: every question of both once, in the order of the later
 * one, what was dropped after its old neighbour. Questions belong together by their id; `formerId` knows those that had
 * another one.
 */
export function diffSurveys(
  before: Instrument,
  after: Instrument,
  formerId: (id: string) => string = (id) => id,
): QuestionDiff[] {
  const former = questionsOf(before)
  const rows = questionsOf(after).map((question): QuestionDiff => {
    const was = former.find(({ id }) => id === formerId(question.id))
    return was === undefined
      ? { status: 'new', after: question, differs: [] }
      : diffQuestions([before, was], [after, question], formerId)
  })
  for (const [index, question] of former.entries()) {
    if (rows.some((row) => row.before === question)) continue
    const neighbour = rows.findIndex((row) => row.before !== undefined && row.before === former[index - 1])
    rows.splice(neighbour + 1, 0, { status: 'dropped', before: question, differs: [] })
  }
  return rows
}

/** The questions of a survey without the parts of composite ones. */
export const questionsOf = ({ sections }: Instrument): Question[] => sections.flatMap(({ questions }) => questions)

function diffQuestions(
  [before, was]: [Instrument, Question],
  [after, is]: [Instrument, Question],
  formerId: (id: string) => string,
): QuestionDiff {
  const differs = differences(withSection(before, was), withSection(after, is))
  const [then, now] = [basesOf(before, was), basesOf(after, is)]
  const together = { before: was, after: is, differs }
  const ids = (questions: Question[], idOf = (id: string) => id) =>
    questions
      .map(({ id }) => idOf(id))
      .sort()
      .join()
  if (ids(then) !== ids(now, formerId))
    return { status: 'changedBase', ...together, bases: { before: then, after: now } }
  return { status: differs.length > 0 ? 'reworded' : 'same', ...together }
}

/** Who is asked for a section is asked for each of its questions. */
function withSection({ sections }: Instrument, { definition, section }: Question): object {
  const { words } = sections.find(({ id }) => id === section)?.asked ?? {}
  return words === undefined ? definition : { ...definition, section: words }
}

function differences(before: object, after: object): string[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => !silent.includes(key))
  const different = keys.filter((key) => comparable(was.get(key)) !== comparable(is.get(key)))
  return [...new Set(different.map((key) => words[key] ?? key))]
}

/** Case and the numbers of other questions are no differences. */
const comparable = (value: unknown): string =>
  canonicalJson(value ?? null)
    .replace(/\{F:[^}]*\}/g, '{F}')
    .toLowerCase()

/** The questions of the single numbers that a question's own are held against: they say whom it asks about. */
function basesOf({ checks, questions, variable }: Instrument, { variables }: Question): Question[] {
  const own = new Set(variables.map(({ name }) => name))
  const totals = checks.flatMap((check) => {
    if (!('left' in check) || !('variables' in check.right) || check.right.variables.length !== 1) return []
    return check.left.every((name) => own.has(name)) ? check.right.variables : []
  })
  const ids = new Set(totals.map((name) => variable.get(name)?.question))
  return [...questions.values()].filter(({ id }) => ids.has(id))
}

import type { Concordance, Status } from '../../schemas/concordance.ts'
import type { Instrument, Question } from '../compile/instrument.ts'
import { printedNumbers } from '../compile/printed-numbers.ts'
import { continuedQuestions } from '../concordance/concordance.ts'
import { diffSurveys } from './survey-diff.ts'

interface QuestionName {
  number: string
  id: string
  title: string
}

/** A row of `survey diff --json`. People script against this: it only ever grows. */
export interface DiffRow {
  status: Status
  before: QuestionName | null
  after: QuestionName | null
  differs: string[]
  /** The numbers of the questions that this one is held against, where these are others than before. */
  bases: { before: string[]; after: string[] } | null
  /** What the concordance says of it. */
  why: string | null
}

/** What is the same in two surveys and what is not, with the reasons that a concordance gives. */
export function outlineDiff(before: Instrument, after: Instrument, concordances: readonly Concordance[]): DiffRow[] {
  const known = continuedQuestions(concordances, before.id, after.id)
  const formerId = (id: string) => known.find((one) => one.after === id)?.before ?? id
  return diffSurveys(before, after, formerId).map(({ status, before: was, after: is, differs, bases }) => {
    const told = known.find((one) => one.before === was?.id && one.after === is?.id)
    const beside = told?.beside ?? []
    return {
      status: beside.length > 0 && status === 'same' ? 'reworded' : status,
      before: nameOf(was),
      after: nameOf(is),
      differs: [...differs, ...beside],
      bases: bases ? { before: printedNumbers(bases.before), after: printedNumbers(bases.after) } : null,
      why: told?.why ?? null,
    }
  })
}

const nameOf = (question: Question | undefined): QuestionName | null =>
  question === undefined ? null : { number: question.number, id: question.id, title: question.title }

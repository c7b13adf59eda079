import type { DatePart, DateQuestion, Part, Question, Questionnaire } from '../../schemas/questionnaire.ts'
import type { Problem } from '../definition/problem.ts'
import { isDate } from '../reading/dates.ts'

/** What is wrong with the dates of a definition: its own, and those between which answers must lie. */
export function dateProblems({ stichtag, frist, sections }: Questionnaire): Problem[] {
  const questions = sections.flatMap((section, s) =>
    section.questions.flatMap((question, q) => boundProblems(question, `/sections/${s}/questions/${q}`)),
  )
  return [
    ...(stichtag === undefined ? [] : noDay('/stichtag', stichtag)),
    ...noDay('/frist', frist),
    ...(stichtag !== undefined && frist < stichtag
      ? [{ path: '/frist', message: 'Die Frist endet vor dem Stichtag.' }]
      : []),
    ...questions,
  ]
}

function noDay(path: string, date: string): Problem[] {
  return isDate(date) ? [] : [{ path, message: `${date} ist kein Tag des Kalenders.` }]
}

function boundProblems(asked: Question | Part, path: string): Problem[] {
  if (asked.kind === 'composite')
    return asked.parts.flatMap((part, index) => boundProblems(part, `${path}/parts/${index}`))
  if (asked.kind !== 'date') return []
  const { earliest, latest } = asked
  const problems = [
    ...(earliest === undefined ? [] : noBound(asked, `${path}/earliest`, earliest)),
    ...(latest === undefined ? [] : noBound(asked, `${path}/latest`, latest)),
  ]
  const crossed = earliest !== undefined && latest !== undefined && latest < earliest
  return problems.length === 0 && crossed
    ? [{ path: `${path}/latest`, message: `${latest} liegt vor ${earliest}.` }]
    : problems
}

function noBound({ precision }: DateQuestion | DatePart, path: string, bound: string): Problem[] {
  if (precision === 'day') return noDay(path, bound)
  const isMonth = bound.length === 7 && isDate(`${bound}-01`)
  return isMonth ? [] : [{ path, message: `${bound} ist kein Monat des Kalenders.` }]
}

import type { DatePart, DateQuestion, Part, Question, Questionnaire } from '../../schemas/questionnaire.ts'
import type { Problem } from '../definition/problem.ts'
import { isDate } from '../reading/dates.ts'
import type { Period } from './period.ts'

/** What is wrong with the dates of a definition: its own, and those between which answers must lie. */
export function dateProblems({ stichtag, period, frist, sections }: Questionnaire): Problem[] {
  const questions = sections.flatMap((section, s) =>
    section.questions.flatMap((question, q) => boundProblems(question, `/sections/${s}/questions/${q}`)),
  )
  return [
    ...(stichtag === undefined ? [] : noDay('/stichtag', stichtag)),
    ...noDay('/frist', frist),
    ...(stichtag !== undefined && frist < stichtag
      ? [{ path: '/frist', message: 'Die Frist endet vor dem Stichtag.' }]
      : []),
    ...(period === undefined ? [] : periodProblems(period, stichtag)),
    ...questions,
  ]
}

/** The days must be there in every year, and the Stichtag among them. */
function periodProblems({ from, to }: Period, stichtag: string | undefined): Problem[] {
  const noDays = [
    { path: '/period/from', day: from },
    { path: '/period/to', day: to },
  ].filter(({ day }) => !isDate(`2001-${day}`))
  if (noDays.length > 0)
    return noDays.map(({ path, day }) => ({ path, message: `${day} ist kein Tag, den jedes Jahr hat.` }))
  if (to < from) return [{ path: '/period/to', message: 'Der Zeitraum endet, bevor er beginnt.' }]
  if (stichtag === undefined)
    return [{ path: '/period', message: 'Der Zeitraum braucht einen Stichtag: Dessen Jahr ist das des Zeitraums.' }]
  const day = stichtag.slice(5)
  return day < from || day > to ? [{ path: '/stichtag', message: 'Der Stichtag liegt nicht im Zeitraum.' }] : []
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

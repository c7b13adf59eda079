import type { Concept, Concordance, Step } from '../../schemas/concordance.ts'
import { validatorOf } from '../../schemas/validator.ts'
import type { Instrument, Question } from '../compile/instrument.ts'
import { printedNumbers } from '../compile/printed-numbers.ts'
import type { Problem } from '../definition/problem.ts'
import { shapeProblems } from '../definition/schema-sentence.ts'
import { diffSurveys, type QuestionDiff, questionsOf } from '../definition/survey-diff.ts'
import { codeProblems } from './code-problems.ts'

const isConcordance = validatorOf<Concordance>('concordance')

/** What is wrong with a concordance: its shape, and what the surveys that it speaks of do not bear out. */
export function concordanceProblems(document: unknown, surveys: ReadonlyMap<string, Instrument>): Problem[] {
  if (!isConcordance(document)) return shapeProblems(isConcordance)
  const { steps } = document
  return steps.flatMap((step, index) => {
    const path = `/steps/${index}`
    const [before, after] = [surveys.get(step.from), surveys.get(step.to)]
    if (before === undefined) return [missing(`${path}/from`, step.from)]
    if (after === undefined) return [missing(`${path}/to`, step.to)]
    const previous = steps[index - 1]
    if (previous !== undefined && previous.to !== step.from)
      return [{ path: `${path}/from`, message: `Der Schritt davor endet bei ${previous.to}, nicht bei ${step.from}.` }]
    if (before.unit !== after.unit)
      return [{ path, message: `${step.from} und ${step.to} werden nicht von denselben beantwortet.` }]
    return stepProblems(step, path, { before, after, surveys })
  })
}

const missing = (path: string, id: string): Problem => ({ path, message: `Den Fragebogen „${id}“ gibt es nicht.` })

/** The two surveys of a step, and all that there are. */
interface Surveys {
  before: Instrument
  after: Instrument
  surveys: ReadonlyMap<string, Instrument>
}

function stepProblems({ concepts }: Step, path: string, { before, after, surveys }: Surveys): Problem[] {
  const formerIds = new Map(
    concepts.flatMap(({ before: id, questions: [now] }) => (id === undefined ? [] : [[now, id]])),
  )
  const diffsWith = (survey: Instrument) => diffSurveys(survey, after, (id) => formerIds.get(id) ?? id)
  const named = { earlier: new Set<string>(), later: new Set<string>() }
  const found = concepts.flatMap((concept, c) => [
    ...aloneProblems(concept, `${path}/concepts/${c}`),
    ...conceptProblems({ concept, path: `${path}/concepts/${c}`, before, after, surveys }, diffsWith, named),
  ])
  const unnamed = (survey: Instrument, ids: Set<string>) =>
    questionsOf(survey)
      .filter(({ id }) => !ids.has(id))
      .map(({ id, number }) => ({
        path: `${path}/concepts`,
        message: `Die Frage „${id}“ (${number}) aus ${survey.id} kommt nicht vor.`,
      }))
  return [...found, ...unnamed(before, named.earlier), ...unnamed(after, named.later)]
}

/** What was named so far, in each of the two surveys. */
interface Named {
  earlier: Set<string>
  later: Set<string>
}

function conceptProblems(
  { concept, path, before, after, surveys }: Surveys & { concept: Concept; path: string },
  diffsWith: (survey: Instrument) => QuestionDiff[],
  named: Named,
): Problem[] {
  const { from, questions } = concept
  const last = from === undefined ? before : surveys.get(from)
  if (last === undefined) return [missing(`${path}/from`, from ?? '')]
  const wrong = from === undefined ? undefined : fromProblem(concept, last, before, after)
  if (wrong !== undefined) return [{ path: `${path}/from`, message: wrong }]
  const diffs = diffsWith(last)
  // What the survey before does not ask is not named there.
  const told = from === undefined ? named : { earlier: new Set<string>(), later: named.later }
  return questions.flatMap((id, q) =>
    questionProblems({ concept, id, path, place: `${path}/questions/${q}`, before: last, after, diffs, named: told }),
  )
}

function fromProblem(
  { from, status, questions, before: former }: Concept,
  last: Instrument,
  before: Instrument,
  after: Instrument,
): string | undefined {
  if (status === 'new' || status === 'dropped')
    return 'Welche Umfrage zuletzt fragte, steht nur bei Fragen, die diese hier wieder aufnimmt.'
  if (from === before.id || from === after.id)
    return `Hier steht eine Umfrage vor ${before.id}; mit ihr selbst vergleicht der Schritt ohnehin.`
  if (last.unit !== after.unit) return `${last.id} und ${after.id} werden nicht von denselben beantwortet.`
  const still = questions.find((id) => questionsOf(before).some((one) => one.id === (former ?? id)))
  return still === undefined ? undefined : `„${former ?? still}“ fragt auch ${before.id}.`
}

/** What a concept says of a single question, it says where there is just one. */
function aloneProblems({ before, codes, status, questions }: Concept, path: string): Problem[] {
  const alone = questions.length === 1 && status !== 'new' && status !== 'dropped'
  const rest =
    codes === undefined || alone
      ? []
      : [
          {
            path: `${path}/codes`,
            message: 'Eine Zuordnung gehört zu genau einer Frage, die es in beiden Umfragen gibt.',
          },
        ]
  if (before === undefined) return rest
  return alone
    ? rest
    : [
        ...rest,
        {
          path: `${path}/before`,
          message: 'Ein früherer Name gehört zu genau einer Frage, die es in beiden Umfragen gibt.',
        },
      ]
}

interface Claim {
  concept: Concept
  id: string
  /** Of the concept, and of the question in it. */
  path: string
  place: string
  before: Instrument
  after: Instrument
  diffs: readonly QuestionDiff[]
  named: Named
}

function questionProblems({ concept, id, path, place, before, after, diffs, named }: Claim): Problem[] {
  const { status } = concept
  const former = concept.before ?? id
  const sides = [
    ...(status === 'new' ? [] : [{ survey: before, name: former, seen: named.earlier }]),
    ...(status === 'dropped' ? [] : [{ survey: after, name: id, seen: named.later }]),
  ]
  const problems = sides.flatMap(({ survey, name, seen }) => {
    const again = seen.has(name)
    seen.add(name)
    if (!questionsOf(survey).some((question) => question.id === name))
      return [{ path: place, message: `Die Frage „${name}“ gibt es in ${survey.id} nicht.` }]
    return again ? [{ path: place, message: `Die Frage „${name}“ aus ${survey.id} ist schon genannt.` }] : []
  })
  if (problems.length > 0) return problems
  const [was, is] = [before.questions.get(former), after.questions.get(id)]
  const diff = diffs.find((one) => (status === 'dropped' ? one.before?.id === id : one.after?.id === id))
  const message = diff && contradiction(concept, diff)
  return [
    ...(message === undefined ? [] : [{ path: place, message: `„${id}“ steht als „${status}“, ${message}.` }]),
    ...(was === undefined || is === undefined || status === 'new' || status === 'dropped'
      ? []
      : [...recountedProblems(concept, [was, is], path), ...codeProblems(concept, [was, is], { path, place })]),
  ]
}

/** What counts other persons has to stand in both, or it is new or dropped by itself. */
function recountedProblems({ recounted }: Concept, both: readonly Question[], path: string): Problem[] {
  return (recounted ?? []).flatMap((code, index) =>
    both
      .filter(({ id, variables }) => !variables.some(({ name, role }) => role === 'item' && name === `${id}_${code}`))
      .slice(0, 1)
      .map(({ id }) => ({
        path: `${path}/recounted/${index}`,
        message: `Einen Posten „${code}“ hat „${id}“ nicht in beiden Umfragen.`,
      })),
  )
}

/** What the definitions say against a status. */
function contradiction(
  { status, beside }: Concept,
  { status: found, differs, bases }: QuestionDiff,
): string | undefined {
  if (beside !== undefined && status === 'same') return `daneben war aber etwas anders (${beside})`
  if (beside !== undefined && status === 'reworded' && found === 'same') return undefined
  if (status === found) return undefined
  if (status === 'new' || status === 'dropped') return 'die Frage gibt es aber in beiden Umfragen'
  if (found === 'same') return 'die Fragen sind aber gleich'
  if (bases !== undefined)
    return `der Bezug ist aber ein anderer (${baseWords(bases.before)} → ${baseWords(bases.after)}); das heißt „changedBase“`
  return status === 'same'
    ? `die Fragen sind aber verschieden (${differs.join(', ')}); das heißt „reworded“`
    : undefined
}

const baseWords = (questions: readonly Question[]) => printedNumbers(questions).join(', ') || 'keiner'

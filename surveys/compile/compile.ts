import type { CountingDefinition } from '../../schemas/counting.ts'
import type { SurveyLabels } from '../../schemas/labels.ts'
import type { SurveyPreparation } from '../../schemas/preparation.ts'
import type { RegionsDefinition } from '../../schemas/regions.ts'
import type { Glossary } from '../../schemas/terms.ts'
import { usualSecondAccountFrom } from '../amending/is-large.ts'
import type { Check } from '../checks/check.ts'
import { limitsOf } from '../checks/limits.ts'
import { countingPlan } from '../counting/counting-plan.ts'
import { canonicalJson, sha256 } from '../definition/canonical.ts'
import { DefinitionError } from '../definition/problem.ts'
import { isQuestionnaire, schemaProblems } from '../definition/schema-problems.ts'
import { variableLabels } from '../labels/variable-labels.ts'
import { preparationOf } from '../preparation/preparation-of.ts'
import { formatDate } from '../reading/dates.ts'
import { stateLookups } from '../regions/state-lookup.ts'
import { firstUses, termsByQuestion } from '../terms/terms-of.ts'
import { askedIndicators } from './asked-indicators.ts'
import { compileChecks } from './compile-checks.ts'
import { compileFilters } from './compile-filters.ts'
import { compileReasons } from './compile-reasons.ts'
import { compileRules } from './compile-rules.ts'
import { compileSections } from './compile-sections.ts'
import { dateProblems } from './date-problems.ts'
import { fillText } from './fill-text.ts'
import { fillGaps, noValue } from './gaps.ts'
import type { Instrument, ShownSum } from './instrument.ts'
import { periodIn, periodWords } from './period.ts'
import { restsOf } from './rests.ts'

/** The dates that a wave may set anew. */
export interface Dates {
  stichtag?: string
  frist?: string
}

/** What is known of a survey beside its definition. */
export interface BesideDefinition {
  labels?: SurveyLabels | undefined
  regions?: readonly RegionsDefinition[]
  glossaries?: readonly Glossary[]
  preparation?: SurveyPreparation | undefined
  counting?: CountingDefinition | undefined
}

/**
 * Turns a definition into everything that form, checks, print and export need. Done once for a version and wave, never
 * per request. A faulty definition is refused with all that is wrong with it. What stands beside it may be left out.
 */
export function compile(
  document: unknown,
  dates: Dates = {},
  { labels, regions = [], glossaries = [], preparation, counting }: BesideDefinition = {},
): Instrument {
  if (!isQuestionnaire(document)) throw new DefinitionError(schemaProblems(document))
  const problems = dateProblems(document)
  const stichtag = dates.stichtag ?? document.stichtag
  const frist = dates.frist ?? document.frist

  const { sections, variables, questions } = compileSections(document, problems)
  const known = { questions, variables, problems }
  const checks = compileChecks(document, known)
  const rules = compileRules(document, known)
  const reasonsOf = compileReasons(document, checks, variables, problems)
  const period = document.period && stichtag !== undefined ? periodIn(document.period, stichtag) : undefined
  const values = {
    stichtag: stichtag === undefined ? undefined : formatDate(stichtag),
    frist: formatDate(frist),
    zeitraum: period && periodWords(period),
  }
  const filled = fillGaps({ introduction: document.introduction, sections, checks }, questions, values, problems)
  const fill = (text: string, path: string) =>
    fillText(text, { questions, dates: values }, (gap) => problems.push(noValue(path, gap)))
  const filters = compileFilters(document, { ...known, sections, fill })
  if (problems.length > 0) throw new DefinitionError(problems)
  const variable = new Map(variables.map((one) => [one.name, one]))
  const terms = termsByQuestion(document.id, glossaries, sections)
  const plan = counting && countingPlan(counting, { stichtag, questions, variables }, regions)

  return {
    id: document.id,
    version: document.version,
    hash: sha256(canonicalJson(document)),
    title: document.title,
    ...(document.source === undefined ? {} : { source: document.source }),
    unit: document.unit,
    ...(stichtag === undefined ? {} : { stichtag }),
    ...(period === undefined ? {} : { period }),
    frist,
    assumed: document.assumed ?? [],
    reasons: document.reasons,
    rules,
    rests: restsOf(sections),
    filters,
    reasonsOf,
    confirmBelow: document.confirmBelow ?? 0.5,
    secondAccountFrom: document.amendments?.secondAccountFrom ?? usualSecondAccountFrom,
    ...filled,
    questions,
    variables,
    contactFields: variables.filter(({ contact }) => contact).map(({ name }) => name),
    byName: [...variables].sort((a, b) => (a.name < b.name ? -1 : 1)),
    variable,
    labels: variableLabels({ questions, variables }, labels),
    limits: limitsOf(checks),
    indicators: askedIndicators(variables, checks, filters),
    sums: sumsByQuestion(checks, variable),
    states: stateLookups(document.id, regions, variable),
    terms,
    explained: firstUses(sections, terms),
    ...(preparation && { preparation: preparationOf(preparation, questions, values, refuseGap) }),
    ...(plan && { counting: plan }),
  }
}

/** `survey check` has found that there is none. */
function refuseGap(gap: string): never {
  throw new Error(`the preparation has no value for ${gap}`)
}

function sumsByQuestion(checks: readonly Check[], variable: Instrument['variable']): Map<string, ShownSum[]> {
  const sums = new Map<string, ShownSum[]>()
  for (const check of checks) {
    if (check.kind !== 'sum') continue
    const [question = ''] = check.questions
    const [targetField = ''] = 'variables' in check.right ? check.right.variables : []
    const targetNumber = variable.get(targetField)?.number ?? ''
    const shown = { check, fields: check.left.join(' '), targetField, targetNumber }
    sums.set(question, [...(sums.get(question) ?? []), shown])
  }
  return sums
}

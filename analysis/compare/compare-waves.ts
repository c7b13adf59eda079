import { isTold } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import { formulaOf } from '../panel/formula.ts'
import { type Category, type PanelVariable, yesNo } from '../panel/variable.ts'
import { isDefined } from '../stats/not-defined.ts'
import { assumptionsOf } from './assumptions.ts'
import { besideWeightings } from './beside-weightings.ts'
import type { CompareWaves, ComputedStep, Work } from './compute-steps.ts'
import { computeVariable } from './compute-variable.ts'
import type { Course } from './course.ts'
import { differencesOf, type HeldGroup, heldChange } from './differences.ts'
import { disclose, isWithheld, type ToldDivided } from './disclose.ts'
import { adjustFamily, toldTests } from './families.ts'
import { defaults } from './options.ts'
import type { Compared, Shown, Step, VariableInfo, WavesCompared } from './results.ts'
import { type FoundDifferences, tellDifferences } from './told-differences.ts'
import { toldPopulation } from './told-population.ts'
import { bootstrapWeighting } from './weighting-bootstrap.ts'

export type { CompareWaves } from './compute-steps.ts'

/**
 * Compares variables between waves, in total and by group. The tests of all totals are one family, those of all groups another,
 * since a reader who looks at groups looks at all of them. What comes back is what may be told.
 */
export function compareWaves(asked: CompareWaves): WavesCompared {
  const { surveys, variables, grouping, options } = asked
  const computed = variables.map((variable) => computeVariable(variable, asked))
  const steps = computed.flatMap((one) => one.steps)
  const shown = steps.filter((step) => step.isOfficial || !isWithheld(step))
  const totals = adjustFamily(shown.map(({ total }) => total.result))
  const groups = adjustFamily(shown.flatMap((step) => step.groups.map(({ result }) => result)))
  const open = steps.filter(({ isOfficial }) => !isOfficial)
  const disclosed = disclose(
    open,
    computed.flatMap(({ steps: own, course }) =>
      course === undefined ? [] : [{ course, steps: own.map((step) => open.indexOf(step)) }],
    ),
  )
  const told = steps.map((step) => (step.isOfficial ? step : (disclosed.steps.shift() as ToldDivided)))
  const differences = tellDifferences(steps.map((step, place) => findDifferences(step, told[place] as ToldDivided)))
  return {
    waves: surveys.map(({ wave }) => wave),
    ...(grouping && { grouping: headOf(grouping) }),
    ...(options?.weights && { weights: { name: options.weights.name, label: options.weights.label } }),
    variables: computed.map((one) => ({
      variable: infoOf(one.variable),
      steps: one.steps.map((step) => tellStep(step, told.shift() as ToldDivided)),
      ...(one.course && { course: disclosed.courses.shift() as Course }),
    })),
    population: toldPopulation(asked),
    families: { totals: totals.tests, groups: groups.tests, ...differences.families },
  }

  function tellStep(computed: ComputedStep, { total, groups: parts }: ToldDivided): Step {
    const { from, to, comparability, per, groups: own, changes, isOfficial, work } = computed
    const { indices } = computed.total
    const step = { from, to, comparability, per }
    const { size, result } = total
    const apart = differences.told.shift()
    if (result === undefined) return { ...step, total: { size }, groups: [] }
    const adjusted = toldTests(result, totals.adjusted.shift())
    const assumptions = isOfficial ? undefined : assumptionsOf(result, givenIn(work, indices))
    const weightings = isOfficial ? undefined : weightingsOf(result, computed)
    const weightingBootstrap = isOfficial ? undefined : sampledWeights(result, computed)
    return {
      ...step,
      total: {
        ...{ size, result, adjusted },
        ...(changes && { changes }),
        ...(assumptions && { assumptions }),
        ...(weightings && { weightings }),
        ...(weightingBootstrap && { weightingBootstrap }),
      },
      groups: own.map(({ code, label, merged }, place) => {
        const part = parts[place] as Compared
        return {
          ...{ code, label, merged, size: part.size, result: part.result as Shown },
          adjusted: toldTests(part.result, groups.adjusted.shift()),
        }
      }),
      ...(apart && { differences: apart }),
    }
  }
}

/** What weighting does to the change of all, where there are other weights beside those that were chosen. */
function weightingsOf(
  result: Shown,
  { work: { before, after, categories, options }, total: { indices }, groups, drawn }: ComputedStep,
) {
  const { weights, besides = [], level = defaults.level } = options
  if (weights === undefined || besides.length === 0) return undefined
  const of = numberOf(categories)
  const divisions = groups.map((group) => group.indices)
  return besideWeightings(result, {
    ...{ before, after, of, indices, groups: divisions, weights, besides, drawn, level },
  })
}

/**
 * Of a number it is told where the limits of other samples are: they come near to the ends of what was answered. Of yes and no, where the
 * error is.
 */
function isSampleTold(result: Shown): boolean {
  if (result.kind === 'number')
    return [result.weighted, result.bootstrap].every((one) => one !== undefined && isDefined(one))
  const change = result.yes && result.weighted?.[1]?.change
  return change !== undefined && isTold(change) && isDefined(change) && isDefined(change.se)
}

/** Of an inverse probability, which was estimated: what the error is when each sample estimates it anew. */
function sampledWeights(result: Shown, { work, total: { indices } }: ComputedStep) {
  const { before, after, categories, options } = work
  const { weights, level = defaults.level, seed = defaults.seed, replicates = defaults.replicates } = options
  if (weights?.again === undefined || replicates === 0 || !isSampleTold(result)) return undefined
  const { again } = weights
  return bootstrapWeighting(before, after, { again, indices, of: numberOf(categories), level, seed, replicates })
}

/** What makes a number of a value: of yes and no per cent. */
const numberOf = (categories: readonly Category[]) => (value: number) => (categories === yesNo ? 100 * value : value)

/** Of a part that is filtered by answers it is not known how many of it are missing. */
const givenIn = ({ variable, options }: Work, { length }: readonly number[]) => ({
  level: options.level ?? defaults.level,
  isShare: variable.derived?.kind === 'share',
  isWhole: options.population?.kind === 'asked' && options.population.frame.length === length,
  assumed: options.assumed ?? {},
})

/** Holds the groups against each other whose change and error are told. */
function findDifferences({ work, groups }: ComputedStep, { groups: parts }: ToldDivided): FoundDifferences | undefined {
  const held = groups.flatMap(({ code, indices, drawn }, place): HeldGroup[] => {
    const change = heldChange(parts[place] as Compared)
    return change === undefined ? [] : [{ code, indices, drawn, change }]
  })
  if (held.length < 2) return undefined
  const { before, after, categories, options } = work
  const { weights, all = [], level = defaults.level } = options
  const of = numberOf(categories)
  return { groups: held, tests: differencesOf(held, { before, after, of, weights, all, level }) }
}

const headOf = ({ name, label, note }: Grouping) => ({ name, label, ...(note === undefined ? {} : { note }) })

export function infoOf(variable: PanelVariable): VariableInfo {
  const { name, label, printed, kind, unit, categories, derived } = variable
  return {
    name,
    label,
    printed,
    kind,
    unit,
    categories: kind === 'flag' ? yesNo : categories,
    formula: formulaOf(variable),
    base: derived?.baseLabel ?? '',
    note: derived?.note ?? '',
    isOfficial: variable.indicator !== undefined,
  }
}

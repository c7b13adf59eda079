import { isTold } from '../disclosure/hidden.ts'
import type { Division } from '../disclosure/known-units.ts'
import type { Grouping } from '../groups/grouping.ts'
import { type Members, membersOf, withoutSmall } from '../groups/members.ts'
import { type ValueClass, valueClasses } from '../groups/value-classes.ts'
import type { Panel } from '../panel/build-panel.ts'
import { givenValues, type WaveValues } from '../panel/column.ts'
import { inCommon } from '../panel/common-answers.ts'
import { comparabilityOf } from '../panel/comparability.ts'
import { formulaOf } from '../panel/formula.ts'
import type { Continue } from '../panel/partner.ts'
import { standsBehind } from '../panel/stands-behind.ts'
import { type Category, type PanelSurvey, type PanelVariable, yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import { isDefined } from '../stats/not-defined.ts'
import { aboveInhabitants } from './above-inhabitants.ts'
import { assumptionsOf } from './assumptions.ts'
import { Backing } from './backing.ts'
import { besideWeightings } from './beside-weightings.ts'
import { changesOf } from './changes.ts'
import { compareCategories } from './compare-categories.ts'
import { compare, pairsOf } from './compare-numbers.ts'
import { differencesOf, type HeldGroup, heldChange } from './differences.ts'
import { type Computed, type Divided, disclose, type ToldDivided } from './disclose.ts'
import { type DoubtsOfWave, doubtedAnswers } from './doubted.ts'
import { askedIn, drawnOf } from './drawn-groups.ts'
import { adjustFamily, toldTests } from './families.ts'
import { influenceOf } from './influence.ts'
import { describedOnly, onePerKreis } from './official-figures.ts'
import { type CompareOptions, defaults } from './options.ts'
import type { Drawn } from './population.ts'
import type { Compared, GroupSize, Shown, Step, VariableInfo, WavesCompared } from './results.ts'
import { type FoundDifferences, tellDifferences } from './told-differences.ts'
import { toldPopulation } from './told-population.ts'
import { weightedInfluenceOf } from './weighted-influence.ts'
import { bootstrapWeighting } from './weighting-bootstrap.ts'

export interface CompareWaves {
  surveys: readonly PanelSurvey[]
  variables: readonly PanelVariable[]
  panel: Panel
  continues: Continue
  /** The places of the units that are meant, all of them if nothing is said. */
  indices?: readonly number[]
  grouping?: Grouping
  /** Another way to divide them that is shown in the same report: both together must not tell more than each alone. */
  beside?: Grouping
  /** Whose answers of a wave may be looked at by whoever reads this: nobody's, if nothing is said. */
  reads?: (wave: string, index: number) => boolean
  /** Of Kommunen, by place. */
  inhabitants?: readonly (number | undefined)[]
  /** What checks say of single answers. */
  doubts?: (variable: PanelVariable, wave: string) => DoubtsOfWave
  options?: CompareOptions
}

/**
 * Compares variables between waves, in total and by group. The tests of all totals are one family, those of all groups another,
 * since a reader who looks at groups looks at all of them. What comes back is what may be told.
 */
export function compareWaves(asked: CompareWaves): WavesCompared {
  const { surveys, variables, grouping, options } = asked
  const computed = variables.map((variable) => ({ variable, steps: computeSteps(variable, asked) }))
  const steps = computed.flatMap((one) => one.steps)
  const shown = steps.filter(({ backing, total, isOfficial }) => isOfficial || !backing.tells(total.indices))
  const totals = adjustFamily(shown.map(({ total }) => total.result))
  const groups = adjustFamily(shown.flatMap((step) => step.groups.map(({ result }) => result)))
  const hidden = disclose(steps.filter(({ isOfficial }) => !isOfficial))
  const told = steps.map((step) => (step.isOfficial ? step : (hidden.shift() as ToldDivided)))
  const differences = tellDifferences(steps.map((step, place) => findDifferences(step, told[place] as ToldDivided)))
  return {
    waves: surveys.map(({ wave }) => wave),
    ...(grouping && { grouping: headOf(grouping) }),
    ...(options?.weights && { weights: { name: options.weights.name, label: options.weights.label } }),
    variables: computed.map((one) => ({
      variable: infoOf(one.variable),
      steps: one.steps.map((step) => tellStep(step, told.shift() as ToldDivided)),
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

interface ComputedStep extends Divided, Pick<Step, 'comparability' | 'per'> {
  /** An administrative figure: it was published, and nobody's answer can be seen in it. */
  isOfficial: boolean
  groups: (Members & Computed & { drawn: Drawn })[]
  /** What the figures of all are drawn from. */
  drawn: Drawn
  work: Work
  /** How the changes of single units are distributed; not of categories. */
  changes?: readonly ValueClass[]
}

const headOf = ({ name, label, note }: Grouping) => ({ name, label, ...(note === undefined ? {} : { note }) })

function computeSteps(variable: PanelVariable, { surveys, panel, continues, ...rest }: CompareWaves): ComputedStep[] {
  const values = new Map(surveys.map(({ wave }) => [wave, waveValues(variable, panel, wave)]))
  const meant = rest.indices ?? [...panel.units.keys()]
  const behind = standsBehind(surveys[0]?.instrument.unit, panel.units)
  return surveys.flatMap((from, place) =>
    surveys.slice(place + 1).map((to): ComputedStep => {
      const comparability = comparabilityOf(variable, from, to, continues)
      const { mapping } = comparability
      const valuesIn = (wave: string, side: 'before' | 'after') => {
        const own = values.get(wave) as WaveValues
        return mapping === undefined ? own : inCommon(own, variable, mapping, side)
      }
      const [before, after] = [valuesIn(from.wave, 'before'), valuesIn(to.wave, 'after')]
      const isOfKreise = before.result.ofKreis === true || after.result.ofKreis === true
      const indices = isOfKreise ? onePerKreis(meant, panel.units, [before, after]) : meant
      const categories = variable.kind === 'flag' ? yesNo : (mapping?.categories ?? variable.categories)
      const { population } = rest.options ?? {}
      const clusters = population?.kind === 'process' ? population.clusters : undefined
      const backing = new Backing(before, after, behind, clusters && ((index) => clusters.of[index] ?? ''))
      const isOfficial = variable.indicator !== undefined
      const reads = (index: number) => [from.wave, to.wave].every((wave) => rest.reads?.(wave, index) === true)
      const drawn = drawnOf(
        {
          ...{ population: isOfficial ? undefined : population, from: from.wave, to: to.wave, indices },
          pairsIn: (some) => pairsOf(before, after, some).length,
        },
        rest.grouping,
      )
      const work: Work = { variable, categories, before, after, backing, options: { ...rest.options, all: indices } }
      return {
        variable,
        backing,
        from: from.wave,
        to: to.wave,
        comparability,
        per: isOfKreise ? 'kreis' : 'unit',
        isOfficial,
        work,
        weights: isOfficial ? undefined : rest.options?.weights,
        // Of a part that is filtered by answers it is not told how many were asked.
        ...(drawn.total.isOfWhole && {
          asked: { before: askedIn(population, from.wave, from.wave), after: askedIn(population, to.wave, to.wave) },
        }),
        reads,
        ...(rest.doubts && {
          doubted: doubtedAnswers(indices.filter(reads), panel.units, {
            before: { values: before, doubts: rest.doubts(variable, from.wave) },
            after: { values: after, doubts: rest.doubts(variable, to.wave) },
          }),
        }),
        total: computeSome(work, indices, drawn.total),
        drawn: drawn.total,
        ...(!isOfficial &&
          rest.inhabitants && {
            above: aboveInhabitants(indices, { variable, backing, units: panel.units, inhabitants: rest.inhabitants }),
          }),
        ...(variable.kind === 'number' && {
          ...(!isOfficial && influenceIn(work, indices, { units: panel.units, drawn: drawn.total })),
          changes: valueClasses(changesOf(before, after, indices), {
            centred: true,
            ...(behind && { of: indices.filter(backing.isPair).map(behind) }),
          }),
        }),
        groups: groupsOf(work, indices, rest, isOfKreise).map((group) => {
          const own = drawn.ofGroup(group.indices)
          return { ...group, ...computeSome(work, group.indices, own), drawn: own }
        }),
      }
    }),
  )
}

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

interface Work {
  variable: PanelVariable
  /** What both waves can have answered. */
  categories: readonly Category[]
  before: WaveValues
  after: WaveValues
  backing: Backing
  options: CompareOptions
}

const computeSome = (work: Work, indices: readonly number[], drawn: Drawn): Computed => ({
  size: sizeOf(work, indices),
  indices,
  result: resultOf({ ...work, options: { ...work.options, drawn } }, indices),
})

function resultOf(
  { variable, categories, before, after, options }: Work,
  indices: readonly number[],
): Computed['result'] {
  if (variable.indicator !== undefined)
    return describedOnly(compare(before, after, indices, { level: options.level, replicates: 0 }))
  if (variable.kind === 'number') return compare(before, after, indices, options)
  return compareCategories(before, after, indices, categories, options)
}

function influenceIn(
  { before, after, options }: Work,
  indices: readonly number[],
  { units, drawn }: { units: readonly string[]; drawn: Drawn },
) {
  const { weights, level = defaults.level, all = indices } = options
  const pairs = pairsOf(before, after, indices).map((index) => ({
    index,
    unit: units[index] ?? '',
    before: before.result.values[index] as number,
    after: after.result.values[index] as number,
  }))
  return {
    influence: influenceOf(pairs, { level, drawn }),
    ...(weights && {
      weightedInfluence: weightedInfluenceOf([before, after], pairs, { weights, all, indices, level, drawn }),
    }),
  }
}

const sizeOf = ({ before, after }: Work, indices: readonly number[]): GroupSize => ({
  units: indices.length,
  before: givenValues(before.result, indices).length,
  after: givenValues(after.result, indices).length,
  pairs: pairsOf(before, after, indices).length,
})

/** Groups as they may be shown: small ones are put together, but for the published figures of Kreise. */
function groupsOf(
  { backing }: Work,
  indices: readonly number[],
  { grouping, beside }: Pick<CompareWaves, 'grouping' | 'beside'>,
  isOfKreise: boolean,
): Members[] {
  if (grouping === undefined) return []
  if (isOfKreise) return membersOf(grouping, indices)
  const shownBeside = beside === undefined ? [] : withoutSmall(membersOf(beside, indices), backing.tells)
  const divisions: Division[] = shownBeside.length === 0 ? [] : [shownBeside.map((one) => one.indices)]
  return withoutSmall(membersOf(grouping, indices), backing.tells, { divisions, counted: backing.counted })
}

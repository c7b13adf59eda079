import type { Division } from '../disclosure/known-units.ts'
import type { Grouping } from '../groups/grouping.ts'
import { type Members, membersOf, withoutSmall } from '../groups/members.ts'
import { type ValueClass, valueClasses } from '../groups/value-classes.ts'
import type { Panel } from '../panel/build-panel.ts'
import { givenValues, type WaveValues } from '../panel/column.ts'
import { inCommon } from '../panel/common-answers.ts'
import { comparabilityOf } from '../panel/comparability.ts'
import type { Continue } from '../panel/partner.ts'
import { standsBehind } from '../panel/stands-behind.ts'
import { type Category, type PanelSurvey, type PanelVariable, yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import { aboveInhabitants } from './above-inhabitants.ts'
import { Backing } from './backing.ts'
import { changesOf } from './changes.ts'
import { compareCategories } from './compare-categories.ts'
import { compare, pairsOf } from './compare-numbers.ts'
import type { Computed, Divided } from './disclose.ts'
import { type DoubtsOfWave, doubtedAnswers } from './doubted.ts'
import { askedIn, drawnOf } from './drawn-groups.ts'
import { influenceOf } from './influence.ts'
import { describedOnly, onePerKreis } from './official-figures.ts'
import { type CompareOptions, defaults, optionsFor } from './options.ts'
import type { Drawn } from './population.ts'
import type { GroupSize, Step } from './results.ts'
import { weightedInfluenceOf } from './weighted-influence.ts'

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

export interface ComputedStep extends Divided, Pick<Step, 'comparability' | 'per'> {
  /** An administrative figure: it was published, and nobody's answer can be seen in it. */
  isOfficial: boolean
  groups: (Members & Computed & { drawn: Drawn })[]
  /** What the figures of all are drawn from. */
  drawn: Drawn
  work: Work
  /** How the changes of single units are distributed; not of categories. */
  changes?: readonly ValueClass[]
}

/** What changed between each wave and each later one. */
export function computeSteps(
  variable: PanelVariable,
  { surveys, panel, continues, ...rest }: CompareWaves,
): ComputedStep[] {
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
      const options = optionsFor(rest.options ?? {}, [from.wave, to.wave])
      const work: Work = { variable, categories, before, after, backing, options: { ...options, all: indices } }
      return {
        variable,
        backing,
        from: from.wave,
        to: to.wave,
        comparability,
        mapping,
        per: isOfKreise ? 'kreis' : 'unit',
        isOfficial,
        work,
        weights: isOfficial ? undefined : options.weights,
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

export interface Work {
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

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
import { Backing } from './backing.ts'
import { changesOf } from './changes.ts'
import { compareCategories } from './compare-categories.ts'
import { compare, pairsOf } from './compare-numbers.ts'
import { type Computed, type Divided, disclose, type ToldDivided } from './disclose.ts'
import { adjustFamily, toldTests } from './families.ts'
import { describedOnly, onePerKreis } from './official-figures.ts'
import type { CompareOptions } from './options.ts'
import type { Compared, GroupSize, Shown, Step, VariableInfo, WavesCompared } from './results.ts'

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
  const told = disclose(steps.filter(({ isOfficial }) => !isOfficial))
  return {
    waves: surveys.map(({ wave }) => wave),
    ...(grouping && { grouping: headOf(grouping) }),
    ...(options?.weights && { weights: { name: options.weights.name, label: options.weights.label } }),
    variables: computed.map((one) => ({
      variable: infoOf(one.variable),
      steps: one.steps.map((step) => tellStep(step, step.isOfficial ? step : (told.shift() as ToldDivided))),
    })),
    families: { totals: totals.tests, groups: groups.tests },
  }

  function tellStep(
    { from, to, comparability, per, groups: own, changes }: ComputedStep,
    { total, groups: parts }: ToldDivided,
  ): Step {
    const step = { from, to, comparability, per }
    const { size, result } = total
    if (result === undefined) return { ...step, total: { size }, groups: [] }
    const adjusted = toldTests(result, totals.adjusted.shift())
    return {
      ...step,
      total: { size, result, adjusted, ...(changes && { changes }) },
      groups: own.map(({ code, label, merged }, place) => {
        const part = parts[place] as Compared
        return {
          ...{ code, label, merged, size: part.size, result: part.result as Shown },
          adjusted: toldTests(part.result, groups.adjusted.shift()),
        }
      }),
    }
  }
}

interface ComputedStep extends Divided, Pick<Step, 'comparability' | 'per'> {
  /** An administrative figure: it was published, and nobody's answer can be seen in it. */
  isOfficial: boolean
  groups: (Members & Computed)[]
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
      const backing = new Backing(before, after, behind)
      const work: Work = { variable, categories, before, after, backing, options: { ...rest.options, all: indices } }
      return {
        variable,
        backing,
        from: from.wave,
        to: to.wave,
        comparability,
        per: isOfKreise ? 'kreis' : 'unit',
        isOfficial: variable.indicator !== undefined,
        total: computeSome(work, indices),
        ...(variable.kind === 'number' && {
          changes: valueClasses(changesOf(before, after, indices), {
            centred: true,
            ...(behind && { of: indices.filter(backing.isPair).map(behind) }),
          }),
        }),
        groups: groupsOf(work, indices, rest, isOfKreise).map((group) => ({
          ...group,
          ...computeSome(work, group.indices),
        })),
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

const computeSome = (work: Work, indices: readonly number[]): Computed => ({
  size: sizeOf(work, indices),
  indices,
  result: resultOf(work, indices),
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

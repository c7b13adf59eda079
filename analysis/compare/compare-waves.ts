import { differenceTells, type GroupSize, groupsToHide, tells } from '../disclosure/small-groups.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf, withoutSmall } from '../groups/members.ts'
import type { Panel } from '../panel/build-panel.ts'
import { givenValues, type WaveValues } from '../panel/column.ts'
import { comparabilityOf } from '../panel/comparability.ts'
import { formulaOf } from '../panel/formula.ts'
import type { Continue } from '../panel/partner.ts'
import type { PanelSurvey, PanelVariable } from '../panel/variable.ts'
import { yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import { type CategoryComparison, compareCategories } from './compare-categories.ts'
import { type Comparison, compare, pairsOf } from './compare-numbers.ts'
import { adjustFamilies } from './families.ts'
import type { CompareOptions } from './options.ts'
import type { Compared, ComparedGroup, Step, VariableInfo, WavesCompared } from './results.ts'

interface CompareWaves {
  surveys: readonly PanelSurvey[]
  variables: readonly PanelVariable[]
  panel: Panel
  continues: Continue
  /** The places of the units that are meant, all of them if nothing is said. */
  indices?: readonly number[]
  grouping?: Grouping
  options?: CompareOptions
}

/** Compares variables between waves, in total and by group. */
export function compareWaves(asked: CompareWaves): WavesCompared {
  const { surveys, variables, grouping, options } = asked
  const compared = variables.map((variable) => compareVariable(variable, asked))
  const families = adjustFamilies(compared)
  return {
    waves: surveys.map(({ wave }) => wave),
    ...(grouping === undefined ? {} : { grouping: headOf(grouping) }),
    ...(options?.weights === undefined
      ? {}
      : { weights: { name: options.weights.name, label: options.weights.label } }),
    variables: compared,
    families,
  }
}

const headOf = ({ name, label, note }: Grouping) => ({ name, label, ...(note === undefined ? {} : { note }) })

function compareVariable(variable: PanelVariable, { surveys, panel, continues, ...rest }: CompareWaves) {
  const measured = new Map(surveys.map(({ wave }) => [wave, waveValues(variable, panel, wave)]))
  const indices = rest.indices ?? [...panel.units.keys()]
  const steps = surveys.flatMap((from, place) =>
    surveys.slice(place + 1).map((to): Step => {
      const [before, after] = [measured.get(from.wave) as WaveValues, measured.get(to.wave) as WaveValues]
      const work: Work = { variable, before, after, options: rest.options ?? {} }
      return {
        from: from.wave,
        to: to.wave,
        comparability: comparabilityOf(variable, from, to, continues),
        total: compareSome(work, indices, false),
        groups: rest.grouping === undefined ? [] : compareGroups(work, indices, rest.grouping),
      }
    }),
  )
  return { variable: infoOf(variable), steps }
}

export function infoOf(variable: PanelVariable): VariableInfo {
  const { name, label, kind, unit, categories, derived } = variable
  return {
    name,
    label,
    kind,
    unit,
    categories: kind === 'flag' ? yesNo : categories,
    formula: formulaOf(variable),
    base: derived?.baseLabel ?? '',
    note: derived?.note ?? '',
  }
}

interface Work {
  variable: PanelVariable
  before: WaveValues
  after: WaveValues
  options: CompareOptions
}

function compareSome(work: Work, indices: readonly number[], hideAll: boolean): Compared {
  const size = sizeOf(work, indices)
  if (tells(size)) return { size }
  const result = resultOf(work, indices)
  if (!hideAll && !differenceTells(size)) return { size, result }
  const { before, after, ...pairsOnly } = result
  return { size, result: pairsOnly }
}

function resultOf(
  { variable, before, after, options }: Work,
  indices: readonly number[],
): Comparison | CategoryComparison {
  if (variable.kind === 'number') return compare(before, after, indices, options)
  const categories = variable.kind === 'flag' ? yesNo : variable.categories
  return compareCategories(before, after, indices, categories, options)
}

const sizeOf = ({ before, after }: Work, indices: readonly number[]): GroupSize => ({
  units: indices.length,
  before: givenValues(before.result, indices).length,
  after: givenValues(after.result, indices).length,
  pairs: pairsOf(before, after, indices).length,
})

function compareGroups(work: Work, indices: readonly number[], grouping: Grouping): ComparedGroup[] {
  const shown = withoutSmall(membersOf(grouping, indices), (own) => sizeOf(work, own))
  const sizes = shown.map((group) => sizeOf(work, group.indices))
  const hidden = groupsToHide(sizes, differenceTells)
  return shown.map(({ code, label, merged, indices: own }, place) => ({
    code,
    label,
    merged,
    ...compareSome(work, own, hidden.has(place)),
  }))
}

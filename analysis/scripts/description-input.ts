import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Claims, Described, VariableDescription } from '../compare/describe-wave.ts'
import type { ToldDistribution } from '../compare/told-distribution.ts'
import { isTold } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { Panel } from '../panel/build-panel.ts'
import type { PanelSurvey } from '../panel/variable.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import type { Completed } from '../report/completed-tables.ts'
import { isHidden } from '../report/description.ts'
import type { Provenance } from '../report/provenance.ts'
import { type CompletedInput, completedInput } from './completed-input.ts'
import { groupName } from './group-name.ts'
import { type HiddenFigures, hiddenInDescription } from './hidden-figures.ts'
import { fileLines, stateLines, type WaveFile, waveFile } from './script-head.ts'
import { numbered, type ScriptWeighting, scriptWeighting, weightAt } from './weighting-input.ts'

/** All that a script needs to describe a question again from the exported file of a wave. */
export interface DescriptionInput {
  /** Lines that say what is computed, from what, and how the file is made. */
  head: readonly string[]
  file: WaveFile
  /** The column with the key of the unit. */
  key: string
  level: number
  /** Names of the columns that say in which group a unit is; what is put together differs between variables. */
  columns: readonly string[]
  /** Whoever counts: the key, and the group in each of the columns, '' where it is not shown. */
  units: readonly (readonly string[])[]
  claims: ScriptClaims
  variables: readonly DescribedVariable[]
  hidden: HiddenFigures
  completed?: CompletedInput
}

/** What errors are made from, by unit too. */
export interface ScriptClaims {
  /** Whether they speak of those who were asked. */
  isOfAsked: boolean
  /** The number of the cluster of each unit, where they hang together. */
  clusters?: readonly number[]
  weights?: ScriptWeighting & {
    isSampleKnown: boolean
    /** Of each unit the weight, and the number of its class in each margin. */
    units: readonly { weight: number | undefined; margins: readonly number[] }[]
  }
}

export interface DescribedVariable {
  name: string
  /** A number that can be added up, one that cannot, or what was chosen. */
  kind: 'sum' | 'mean' | 'choice'
  shown: readonly ShownGroup[]
}

/** A group that is shown. */
interface ShownGroup {
  group: string
  /** Where the group is looked up; '' for the total. */
  column: string
  /** Codes of the answers that are shown. */
  codes: readonly string[]
}

export interface DescriptionSource {
  /** The number and the title of the question. */
  title: string
  survey: PanelSurvey
  described: readonly VariableDescription[]
  panel: Panel
  indices: readonly number[]
  provenance: Provenance
  grouping?: Grouping
  completed?: Completed
  claims: Claims
  weights?: PanelWeights
}

/** The total and the groups of which figures are shown, by the names that scripts give them. */
export function shownGroups({ total, groups }: VariableDescription) {
  const all: [string, Described][] = [
    ['insgesamt', total],
    ...groups.map((one): [string, Described] => [groupName(one.code), one]),
  ]
  return all.flatMap(([group, { result }]) => (result === undefined ? [] : [{ group, result }]))
}

/** Gathers what a script needs; undefined where nothing is shown. Of what is hidden nothing gets into the script. */
export function descriptionInput(source: DescriptionSource): DescriptionInput | undefined {
  const { described, survey, provenance, indices, panel } = source
  if (isHidden(described)) return undefined
  const columns = new Map<string, { name: string; groups: string[] }>()
  const columnOf = (one: VariableDescription) => {
    const groups = groupsByUnit(one, source)
    const key = groups.join()
    const known = columns.get(key) ?? { name: `gruppe${columns.size + 1}`, groups }
    columns.set(key, known)
    return known.name
  }
  const variables = described.map((one): DescribedVariable => {
    const column = one.groups.length === 0 ? '' : columnOf(one)
    const { name, kind, unit } = one.variable
    return {
      name,
      kind: kind === 'number' ? (unit === 'Prozent' ? 'mean' : 'sum') : 'choice',
      shown: shownGroups(one).map(({ group, result }) => ({
        group,
        column: group === 'insgesamt' ? '' : column,
        codes: result.kind === 'number' ? [] : toldCodes(result.distribution),
      })),
    }
  })
  const all = [...columns.values()]
  return {
    head: headOf(source),
    file: waveFile(provenance, survey.wave),
    key: unitKinds[survey.instrument.unit].key,
    level: provenance.level,
    columns: all.map(({ name }) => name),
    units: indices.map((index, place) => [
      panel.units[index] as string,
      ...all.map(({ groups }) => groups[place] as string),
    ]),
    claims: scriptClaims(source),
    variables,
    hidden: hiddenInDescription(described),
    ...(source.completed && { completed: completedInput(survey.wave, described, source.completed, provenance) }),
  }
}

function scriptClaims({ claims: { population }, weights, indices }: DescriptionSource): ScriptClaims {
  const clusters = population.kind === 'process' ? population.clusters : undefined
  const numbers = numbered(clusters?.of ?? [])
  const margins = weights?.margins?.map(numbered) ?? []
  return {
    isOfAsked: population.kind === 'asked',
    ...(clusters && { clusters: indices.map((index) => numbers[index] ?? 0) }),
    ...(weights && {
      weights: {
        ...scriptWeighting({ options: { weights, population }, indices }),
        isSampleKnown: weights.sample !== undefined,
        units: indices.map((index) => ({
          weight: weightAt(weights.values, index),
          margins: margins.map((classes) => classes[index] ?? 0),
        })),
      },
    }),
  }
}

/** The answers of which it may be said how many gave them. */
const toldCodes = ({ categories }: ToldDistribution): string[] =>
  categories.flatMap(({ code, count }) => (isTold(count) ? [code] : []))

/** The group of each unit as it is shown: what was put together stays together. */
function groupsByUnit(one: VariableDescription, { indices, grouping }: DescriptionSource): string[] {
  const own = new Set(one.groups.map(({ code }) => code))
  const shown = new Set(shownGroups(one).map(({ group }) => group))
  return indices.map((index) => {
    const code = grouping?.of[index] ?? ''
    const group = groupName(own.has(code) ? code : 'uebrige')
    return shown.has(group) ? group : ''
  })
}

function headOf({ title, survey: { wave }, described, provenance, grouping }: DescriptionSource): string[] {
  return [
    `${title}, ${wave}`,
    `Angaben: ${described.map(({ variable }) => variable.name).join(', ')}`,
    ...stateLines({ provenance, waves: provenance.waves, grouping }),
    'Gruppen und Antworten von weniger als drei sind nicht dabei.',
    ...fileLines(provenance, provenance.waves),
  ]
}

import type { Variable } from '../../surveys/compile/instrument.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { CodeMapping } from '../../surveys/concordance/code-mapping.ts'
import type { Terms } from '../../surveys/derived/derived.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Assumed } from '../compare/assumed.ts'
import { onePerKreis } from '../compare/official-figures.ts'
import { type CompareOptions, defaults } from '../compare/options.ts'
import type { Compared, Step } from '../compare/results.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { Panel } from '../panel/build-panel.ts'
import { hasValue } from '../panel/column.ts'
import { wholeReason } from '../panel/comparability.ts'
import { statedFor } from '../panel/stated-base.ts'
import type { PanelSurvey, PanelVariable } from '../panel/variable.ts'
import { yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import type { Provenance } from '../report/provenance.ts'
import { groupName } from './group-name.ts'
import { type HiddenFigures, hiddenInComparison } from './hidden-figures.ts'
import { type ScriptRefit, scriptRefit } from './refit-input.ts'
import { fileLines, stateLines, type WaveFile, waveFile } from './script-head.ts'
import { isWholeAsked, numbered, type ScriptWeighting, scriptWeighting, weightAt } from './weighting-input.ts'

/** All that a script needs to compute a step of a comparison again from the exported files. */
export interface ScriptInput {
  /** Lines that say what is computed, from what, and how the files are made. */
  head: readonly string[]
  /** The column with the key of the unit. */
  key: string
  before: ScriptWave
  after: ScriptWave
  kind: PanelVariable['kind']
  isShare: boolean
  /** Codes of a category, as they are compared. */
  codes: readonly string[]
  /** Only these units, with their group and their weight, where not all of them count alike. */
  units?: readonly ScriptUnit[]
  isGrouped: boolean
  isWeighted: boolean
  /** Everybody with a weight was weighted, whether there is a pair or not; else the pairs are. */
  isSampleKnown: boolean
  weighting: ScriptWeighting
  /** Other weights that are told beside them, with how many margins they have. */
  besides: readonly (Pick<ScriptWeighting, 'isCorrected' | 'isStratified'> & { name: string; margins: number })[]
  /** Where each sample estimates the weights anew: what they are estimated from. */
  refit?: ScriptRefit
  population: ScriptPopulation
  /** The groups that are held against each other. */
  held: readonly string[]
  /** Whether there is a change over all pairs together. */
  hasPooled: boolean
  /** Whether it is told how far the total hangs on single units. */
  hasInfluence: boolean
  hasWeightedInfluence: boolean
  assumed: ScriptAssumed
  level: number
  seed: number
  replicates: number
  hidden: HiddenFigures
}

/** What is taken for granted, and whether it is known how many are missing. */
interface ScriptAssumed extends Assumed {
  isSample: boolean
  isWhole: boolean
}

interface ScriptPopulation {
  /** How many were asked, of all and of groups of known size; [] for a process. */
  sizes: readonly { group: string; units: number }[]
  isOfKnownSize: boolean
  hasClusters: boolean
}

/** The file of a wave, and what is added up in it, by the names of its columns. */
export interface ScriptWave {
  file: WaveFile
  parts: Terms
  /** Counted with the parts as far as the base has room. */
  possible: Terms
  base: Terms
  /** Whether what is added up can be added up over several Kommunen too: of what was asked as a share it cannot. */
  addsUp: boolean
  /** Units whose answers are, as they said, a part of another number: what is to be taken for which column. */
  stated?: readonly { unit: string; total: string; base: string }[]
  /** Of a choice whose answers are not the same in both waves: what each of its codes is compared as. */
  common?: readonly { code: string; as: string }[]
  /** Of an administrative figure, which is in no file: its values. */
  values?: readonly { unit: string; value: number }[]
}

export interface ScriptUnit {
  unit: string
  group: string
  /** The number of the cluster, or 0 without clusters. */
  cluster: number
  weight: number | undefined
  /** Of each margin that the weights were fitted to: the number of its class. */
  margins: readonly number[]
  /** The same of the other weights. */
  besides: readonly Pick<ScriptUnit, 'weight' | 'margins'>[]
}

interface ScriptSource {
  variable: PanelVariable
  step: Step
  surveys: readonly PanelSurvey[]
  panel: Panel
  indices: readonly number[]
  provenance: Provenance
  grouping?: Grouping
  options: CompareOptions
}

/** Gathers what a script needs; undefined where a wave does not ask for the variable. */
export function scriptInput(source: ScriptSource): ScriptInput | undefined {
  const { variable, step, surveys, panel, grouping, options } = source
  const { mapping } = step.comparability
  const before = withCommon(scriptWave(source, step.from), mapping, 'before')
  const after = withCommon(scriptWave(source, step.to), mapping, 'after')
  const survey = surveys.find(({ wave }) => wave === step.from)
  if (before === undefined || after === undefined || survey === undefined) return undefined
  const { level = defaults.level, seed = defaults.seed } = options
  const isSample = variable.indicator === undefined
  const weights = isSample ? options.weights : undefined
  const indices = countedUnits(source)
  const population = scriptPopulation(source)
  const isPart = grouping !== undefined || indices.length < panel.units.length
  const influence = step.total.result?.kind === 'number' ? step.total.result.influence : undefined
  // Of what changed between the waves both files hold other units than are compared.
  const listed = isPart || weights !== undefined || population.hasClusters || source.provenance.territory !== undefined
  return {
    head: headOf(source),
    key: unitKinds[survey.instrument.unit].key,
    before,
    after,
    kind: variable.kind,
    isShare: variable.derived?.kind === 'share',
    codes: (variable.kind === 'flag' ? yesNo : (mapping?.categories ?? variable.categories)).map(({ code }) => code),
    isGrouped: grouping !== undefined,
    isWeighted: weights !== undefined,
    isSampleKnown: weights?.sample !== undefined,
    weighting: scriptWeighting(source),
    ...(step.total.weightingBootstrap && weights?.again && { refit: scriptRefit(weights.again, panel.units) }),
    besides: besidesOf(source).map((one) => ({
      ...scriptWeighting({ ...source, options: { ...options, weights: one } }),
      ...{ name: one.name, margins: one.margins?.length ?? 0 },
    })),
    population,
    held: step.differences?.groups.map(groupName) ?? [],
    hasPooled: step.total.result?.kind === 'number' && step.total.result.pooled !== undefined,
    hasInfluence: influence !== undefined,
    hasWeightedInfluence: influence?.weighted !== undefined,
    assumed: { ...options.assumed, isSample, isWhole: isSample && isWholeAsked(source) },
    level,
    seed,
    replicates: isSample ? (options.replicates ?? defaults.replicates) : 0,
    hidden: hiddenInComparison(step),
    ...(listed ? { units: listUnits(source, indices) } : {}),
  }
}

/** Those of them that are told. */
function besidesOf({
  step,
  options: { weights, besides = [] },
}: Pick<ScriptSource, 'step' | 'options'>): PanelWeights[] {
  const told = step.total.weightings?.map(({ name }) => name) ?? []
  return besides.filter(({ name }) => name !== weights?.name && told.includes(name))
}

function scriptPopulation({ step, grouping, variable, options }: ScriptSource): ScriptPopulation {
  const isOfKnownSize = grouping?.isOfKnownSize === true
  const sizeOf = (group: string, { result }: Compared) =>
    result?.observed === undefined ? [] : [{ group, units: result.observed.of }]
  const parts = isOfKnownSize ? step.groups.map((one) => [groupName(one.code), one] as const) : []
  return {
    sizes: [['insgesamt', step.total] as const, ...parts].flatMap(([group, one]) => sizeOf(group, one)),
    isOfKnownSize,
    hasClusters: clustersIn(options) !== undefined && variable.indicator === undefined,
  }
}

const clustersIn = ({ population }: CompareOptions) =>
  population?.kind === 'process' ? population.clusters : undefined

/** Those who are counted: of what exists per Kreis, one unit of each. */
function countedUnits({ variable, step, panel, indices }: ScriptSource): readonly number[] {
  if (step.per !== 'kreis') return indices
  const waves = [step.from, step.to].map((wave) => waveValues(variable, panel, wave))
  return onePerKreis(indices, panel.units, waves)
}

export function scriptWave(
  { variable, panel, provenance }: Pick<ScriptSource, 'variable' | 'panel' | 'provenance'>,
  wave: string,
): ScriptWave | undefined {
  const { name, indicator, asked } = variable
  const there = asked.get(wave)
  if (there === undefined) return undefined
  const { variables, derived = variable.derived } = there
  const file = waveFile(provenance, wave)
  const addsUp = [...variables.values()].every(({ type }) => typeOf(type).unit !== '%')
  if (indicator !== undefined) return { file, addsUp, ...nothing, values: valuesOf(variable, panel, wave) }
  const local = ({ plus, minus }: Terms): Terms => {
    const named = (one: string) => (variables.get(one) as Variable).name
    return { plus: plus.map(named), minus: minus.map(named) }
  }
  if (derived === undefined) return { file, addsUp, ...nothing, parts: local({ plus: [name], minus: [] }) }
  const { stated = [], columns } = panel.waves.find((one) => one.wave === wave) ?? {}
  return {
    file,
    addsUp,
    parts: local(derived.parts),
    possible: local(derived.possible),
    base: local(derived.base),
    stated: statedFor(derived, stated).flatMap(({ unit, total, base }) => {
      const meant = columns?.get(base)
      const [of] = local({ plus: [total], minus: [] }).plus
      if (meant === undefined || of === undefined || !hasValue(meant, unit)) return []
      return [{ unit: panel.units[unit] ?? '', total: of, base: base.slice(1) }]
    }),
  }
}

function withCommon(
  wave: ScriptWave | undefined,
  mapping: CodeMapping | undefined,
  side: 'before' | 'after',
): ScriptWave | undefined {
  if (wave === undefined || mapping === undefined) return wave
  const common = mapping.categories.flatMap((one) => one[side].map((code) => ({ code, as: one.code })))
  return { ...wave, common }
}

/** The groups as they are shown: what was put together stays together. */
function listUnits({ panel, grouping, options, step }: ScriptSource, indices: readonly number[]): ScriptUnit[] {
  const { weights } = options
  const shown = new Set(step.groups.map(({ code }) => code))
  const marginsOf = (one: PanelWeights | undefined) => one?.margins?.map(numbered) ?? []
  const margins = marginsOf(weights)
  const besides = besidesOf({ step, options }).map((one) => ({ values: one.values, margins: marginsOf(one) }))
  const clusters = numbered(clustersIn(options)?.of ?? [])
  return indices.map((index) => {
    const code = grouping?.of[index] ?? ''
    return {
      unit: panel.units[index] ?? '',
      group: grouping === undefined ? '' : groupName(shown.has(code) ? code : 'uebrige'),
      cluster: clusters[index] ?? 0,
      weight: weightAt(weights?.values, index),
      margins: margins.map((classes) => classes[index] as number),
      besides: besides.map((one) => ({
        weight: weightAt(one.values, index),
        margins: one.margins.map((classes) => classes[index] as number),
      })),
    }
  })
}

const none: Terms = { plus: [], minus: [] }
const nothing = { parts: none, possible: none, base: none }

function valuesOf(variable: PanelVariable, panel: Panel, wave: string): { unit: string; value: number }[] {
  const { result } = waveValues(variable, panel, wave)
  return panel.units.flatMap((unit, index) =>
    hasValue(result, index) ? [{ unit, value: result.values[index] as number }] : [],
  )
}

function headOf({ variable, step, provenance, grouping }: ScriptSource): string[] {
  const described = provenance.variables.find(({ name }) => name === variable.name)
  const waves = provenance.waves.filter(({ wave }) => wave === step.from || wave === step.to)
  return [
    `${variable.label} (${variable.name})`,
    `${step.from} → ${step.to}: ${step.comparability.label}. ${wholeReason(step.comparability)}`,
    `Formel: ${described?.formula ?? variable.name}`,
    ...(described?.base ? [`Bezugsgröße: ${described.base}`] : []),
    ...(described?.note ? [`Zu beachten: ${described.note}`] : []),
    ...stateLines({ provenance, waves, grouping }),
    ...(variable.indicator === undefined ? fileLines(provenance, waves) : []),
  ]
}

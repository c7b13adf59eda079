import type { Grouping } from '../groups/grouping.ts'
import { type DesignEffect, designEffect } from '../stats/design-effect.ts'
import { inverseProbabilityWeights } from '../stats/inverse-probability-weights.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import { postStratify } from '../stats/post-stratify.ts'
import { type Raked, rake } from '../stats/rake.ts'
import { trimWeights } from '../stats/trim-weights.ts'
import { collapseClasses, countBy, crossClasses } from './collapse-classes.ts'
import { type Covariate, type ParticipationModel, participationModel } from './participation-model.ts'

export type WeightMethod = 'post' | 'rake' | 'ipw'

/** Who should be spoken of, and who answered. */
export interface WeightTask {
  /** The places of all who could answer, and of those who did. */
  population: readonly number[]
  sample: readonly number[]
  /** The classes to weight by; for cells the first one is divided by the second. */
  groupings: readonly Grouping[]
  /** Numbers that the logit knows beside the classes. */
  covariates: readonly Covariate[]
  /** Of inverse probabilities: the quantile of the weights at which they are cut. */
  trimAt?: number
}

/** Weights by which those who answered stand for all who could, with what they were made from. */
export interface ParticipationWeights {
  /** By unit; NaN for those without. */
  values: Float64Array
  /** The places of those who have one. */
  sample: readonly number[]
  /** The classes that the weights meet, by unit. */
  margins: (readonly string[])[]
  /** The classes as they were put together, in the order of the report. */
  groupings: readonly Grouping[]
  report: WeightReport
}

export interface WeightReport {
  method: WeightMethod
  population: number
  sample: number
  /** Of the population: units whose class or number is not known; they neither count nor are counted for. */
  leftOut: number
  madeFrom: { name: string; label: string; classes: string[] }[]
  effect: DesignEffect
  raking?: Omit<Raked, 'weights'>
  trimming?: { at: number; cap: number; trimmed: number; kept: number }
  model?: ParticipationModel
  balance: Balance[]
}

/** The share of a class among all, among those who answered, and among them with weights. */
interface Balance {
  characteristic: string
  class: string
  population: number
  sample: number
  weighted: number
}

export const trimDefault = 0.99

export function participationWeights(method: WeightMethod, task: WeightTask): ParticipationWeights | NotDefined {
  if (method === 'ipw') return inverse(task)
  return method === 'post' ? postStratified(task) : raked(task)
}

/** Cells of the first two groupings; too small ones are put together. */
function postStratified(task: WeightTask): ParticipationWeights | NotDefined {
  const [outer, inner] = task.groupings
  if (outer === undefined) throw new RangeError('cells need a grouping')
  const cells = inner === undefined ? collapseClasses(outer, task.sample) : crossClasses(outer, inner, task.sample)
  const known = withClass(task, [cells])
  const weights = postStratify(marginOf(cells, known))
  if (!isDefined(weights)) return weights
  return finish('post', task, known, weights, [cells], {})
}

function raked(task: WeightTask): ParticipationWeights | NotDefined {
  const groupings = task.groupings.map((grouping) => collapseClasses(grouping, task.sample))
  const known = withClass(task, groupings)
  const result = rake(groupings.map((grouping) => marginOf(grouping, known)))
  if (!isDefined(result)) return result
  const { weights, ...raking } = result
  return finish('rake', task, known, weights, groupings, { raking })
}

function inverse(task: WeightTask): ParticipationWeights | NotDefined {
  const groupings = task.groupings.map((grouping) => collapseClasses(grouping, task.sample))
  const answered = new Set(task.sample)
  const outcome = { of: () => true, yes: (index: number) => answered.has(index) }
  const fitted = participationModel(outcome, { covariates: task.covariates, groupings }, task.population)
  if (!isDefined(fitted)) return fitted
  const { model, probabilities } = fitted
  const known = knownOf(task, (index) => probabilities.has(index))
  const full = inverseProbabilityWeights(known.sample.map((index) => probabilities.get(index) as number))
  const at = task.trimAt ?? trimDefault
  const cut = trimWeights(full, at)
  if (!isDefined(cut)) return cut
  const { weights, ...trimming } = cut
  const done = finish('ipw', task, known, weights, groupings, { model, trimming: { at, ...trimming } })
  if (!isDefined(done)) return done
  const numbers = task.covariates.map(({ name, label }) => ({ name, label, classes: [] }))
  return { ...done, margins: [], report: { ...done.report, madeFrom: [...numbers, ...done.report.madeFrom] } }
}

type Known = Pick<WeightTask, 'population' | 'sample'>

const knownOf = ({ population, sample }: Known, is: (index: number) => boolean): Known => ({
  population: population.filter(is),
  sample: sample.filter(is),
})

const withClass = (task: WeightTask, groupings: readonly Grouping[]) =>
  knownOf(task, (index) => groupings.every(({ of }) => of[index] !== ''))

const marginOf = ({ name, of }: Grouping, { population, sample }: Known) => ({
  name,
  classes: sample.map((index) => of[index] as string),
  totals: Object.fromEntries(countBy(population.map((index) => of[index] as string))),
})

function finish(
  method: WeightMethod,
  task: WeightTask,
  known: Known,
  weights: readonly number[],
  groupings: readonly Grouping[],
  made: Pick<WeightReport, 'raking' | 'trimming' | 'model'>,
): ParticipationWeights | NotDefined {
  const effect = designEffect(weights)
  if (!isDefined(effect)) return notDefined('no-values')
  const length = task.groupings[0]?.of.length ?? 0
  const values = new Float64Array(length).fill(Number.NaN)
  for (const [place, index] of known.sample.entries()) values[index] = weights[place] as number
  return {
    values,
    sample: known.sample,
    margins: groupings.map(({ of }) => of),
    groupings,
    report: {
      method,
      population: known.population.length,
      sample: known.sample.length,
      leftOut: task.population.length - known.population.length,
      madeFrom: groupings.map(({ name, label, groups }) => ({ name, label, classes: groups.map((one) => one.label) })),
      effect,
      ...made,
      balance: groupings.flatMap((grouping) => balanceOf(grouping, known, weights)),
    },
  }
}

function balanceOf({ label, groups, of }: Grouping, { population, sample }: Known, weights: readonly number[]) {
  const all = countBy(population.map((index) => of[index] as string))
  const own = countBy(sample.map((index) => of[index] as string))
  const weighted = new Map<string, number>()
  let total = 0
  for (const [place, index] of sample.entries()) {
    const weight = weights[place] as number
    weighted.set(of[index] as string, (weighted.get(of[index] as string) ?? 0) + weight)
    total += weight
  }
  return groups.map(
    (group): Balance => ({
      characteristic: label,
      class: group.label,
      population: (all.get(group.code) ?? 0) / population.length,
      sample: (own.get(group.code) ?? 0) / sample.length,
      weighted: (weighted.get(group.code) ?? 0) / total,
    }),
  )
}

import type { Behind } from '../disclosure/behind.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { Division } from '../disclosure/known-units.ts'
import type { Grouping } from '../groups/grouping.ts'
import { type DesignEffect, designEffect } from '../stats/design-effect.ts'
import { inverseProbabilityWeights } from '../stats/inverse-probability-weights.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import { postStratify } from '../stats/post-stratify.ts'
import { type Raked, rake } from '../stats/rake.ts'
import { trimWeights } from '../stats/trim-weights.ts'
import { collapseClasses, countBy, crossClasses } from './collapse-classes.ts'
import { toldCount } from './disclose-attrition.ts'
import { tellClasses } from './disclose-weights.ts'
import { modelTells } from './model-tells.ts'
import type { Outcome } from './participation.ts'
import { type Covariate, type ParticipationModel, participationModel } from './participation-model.ts'
import type { FittedStage, Refit } from './weigh-again.ts'

export type WeightMethod = 'post' | 'rake' | 'ipw'

/** Who stands for all: whoever answered the one wave, or has a value in it, or in both of two. */
export type Standing = 'answered' | 'value' | 'value-in-both'

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
  /** Who stands behind a unit: each for itself, unless given. */
  behind?: Behind
  /** What is shown of the same units beside the weights. */
  beside?: readonly Division[]
  /** Whether it can be told how many answered: yes, unless said otherwise. */
  isSampleTold?: boolean
  /** Of inverse probabilities: what one has to have done, one after the other, to be in the sample; at once, unless given. */
  stages?: readonly Stage[]
  /** What those in the sample have in common; that they answered all of several waves, unless given. */
  standing?: Standing
}

/** A step on the way into the sample, which those who could take it took with a probability of its own. */
export interface Stage {
  /** `Angabe in der ersten Welle`. */
  label: string
  outcome: Pick<Outcome, 'of' | 'yes'>
  covariates: readonly Covariate[]
  groupings: readonly Grouping[]
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
  /** The classes of which is told how many answered, for what is shown beside them. */
  shown: readonly Division[]
  /** Of inverse probabilities: how to estimate them again. */
  again?: Refit
  report: WeightReport
}

/** What of it can be told. */
export interface WeightReport {
  method: WeightMethod
  /** What those have in common who stand for all. */
  standing?: Standing
  /** The steps whose probabilities were multiplied, where there are several. */
  stages?: string[]
  population: number
  sample: Told<number>
  /** Of the population: units whose class or number is not known; they neither count nor are counted for. */
  leftOut: Told<number>
  madeFrom: { name: string; label: string; classes: string[] }[]
  /** Hidden where the answers of a class are: of the smallest class it would tell them again. */
  effect: Told<DesignEffect>
  raking?: Omit<Raked, 'weights'>
  trimming?: { at: number; cap: number; trimmed: Told<number>; kept: number }
  model?: ParticipationModel
  balance: Balance[]
}

/** The share of a class among all, among those who answered, and among them with weights. */
interface Balance {
  characteristic: string
  class: string
  population: number
  sample: Told<number>
  weighted: Told<number>
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
  const answered = new Set(task.sample)
  const stages = stagesOf(task, answered)
  const fits = stages.map(({ outcome, ...characteristics }) => ({
    outcome,
    characteristics,
    fitted: participationModel(outcome, characteristics, task.population),
  }))
  const probabilities: ReadonlyMap<number, number>[] = []
  const fittedStages: FittedStage[] = []
  for (const { fitted } of fits) {
    if (!isDefined(fitted)) return fitted
    probabilities.push(fitted.probabilities)
    fittedStages.push(fitted.stage)
  }
  const known = knownOf(task, (index) =>
    stages.every(({ outcome }, place) => !outcome.of(index) || probabilities[place]?.has(index)),
  )
  const full = inverseProbabilityWeights(
    known.sample.map((index) => probabilities.reduce((product, own) => product * (own.get(index) as number), 1)),
  )
  const at = task.trimAt ?? trimDefault
  const cut = trimWeights(full, at)
  if (!isDefined(cut)) return cut
  const { weights, ...trimming } = cut
  const [single] = fits.length === 1 ? fits : []
  const model =
    single === undefined ||
    !isDefined(single.fitted) ||
    modelTells(single.outcome, single.characteristics, task.population, task.behind)
      ? undefined
      : single.fitted.model
  const groupings = stages[0]?.groupings ?? []
  const done = finish('ipw', task, known, weights, groupings, {
    ...(model && { model }),
    trimming: { at, ...trimming },
  })
  if (!isDefined(done)) return done
  const covariates = new Map(stages.flatMap((stage) => stage.covariates.map((one) => [one.name, one.label] as const)))
  const numbers = [...covariates].map(([name, label]) => ({ name, label, classes: [] }))
  const report = {
    ...done.report,
    madeFrom: [...numbers, ...done.report.madeFrom],
    ...(stages.length > 1 && { stages: stages.map(({ label }) => label) }),
  }
  return { ...done, margins: [], again: { ...known, stages: fittedStages, trimAt: at }, report }
}

/** Classes are put together so that enough of those who took the step stand for each. */
function stagesOf({ stages, groupings, covariates, sample }: WeightTask, answered: ReadonlySet<number>): Stage[] {
  const collapsed = (own: readonly Grouping[]) => own.map((grouping) => collapseClasses(grouping, sample))
  if (stages !== undefined) return stages.map((stage) => ({ ...stage, groupings: collapsed(stage.groupings) }))
  const outcome = { of: () => true, yes: (index: number) => answered.has(index) }
  return [{ label: '', outcome, covariates, groupings: collapsed(groupings) }]
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
  { raking, trimming, model }: Pick<WeightReport, 'raking' | 'model'> & { trimming?: Trimming },
): ParticipationWeights | NotDefined {
  const effect = designEffect(weights)
  if (!isDefined(effect)) return notDefined('no-values')
  const { population, sample, behind, beside = [] } = task
  const length = task.groupings[0]?.of.length ?? 0
  const values = new Float64Array(length).fill(Number.NaN)
  for (const [place, index] of known.sample.entries()) values[index] = weights[place] as number
  const told = tellClasses(groupings, sample, { population, known, behind, beside })
  const { hidden: classes, shown } = told
  const isSampleTold = told.isSampleTold && task.isSampleTold !== false
  const isAllTold = isSampleTold && classes.every(({ size }) => size === 0)
  return {
    values,
    sample: known.sample,
    margins: groupings.map(({ of }) => of),
    groupings,
    shown: isSampleTold ? shown : [],
    report: {
      method,
      ...(task.standing !== undefined && { standing: task.standing }),
      population: known.population.length,
      sample: isSampleTold ? known.sample.length : hidden,
      leftOut: toldCount(population.length - known.population.length),
      madeFrom: groupings.map(({ name, label, groups }) => ({ name, label, classes: groups.map((one) => one.label) })),
      effect: isAllTold ? effect : hidden,
      ...(raking && { raking }),
      ...(trimming && { trimming: { ...trimming, trimmed: toldCount(trimming.trimmed) } }),
      ...(model && isAllTold && { model }),
      balance: groupings.flatMap((grouping, place) =>
        balanceOf(grouping, known, weights, (code) => isSampleTold && !classes[place]?.has(code)),
      ),
    },
  }
}

interface Trimming {
  at: number
  cap: number
  trimmed: number
  kept: number
}

function balanceOf(
  { label, groups, of }: Grouping,
  { population, sample }: Known,
  weights: readonly number[],
  isTold: (code: string) => boolean,
) {
  const all = countBy(population.map((index) => of[index] as string))
  const own = countBy(sample.map((index) => of[index] as string))
  const weighted = new Map<string, number>()
  let total = 0
  for (const [place, index] of sample.entries()) {
    const weight = weights[place] as number
    weighted.set(of[index] as string, (weighted.get(of[index] as string) ?? 0) + weight)
    total += weight
  }
  return groups.map(({ code, label: name }): Balance => {
    const told = (share: number) => (isTold(code) ? share : hidden)
    return {
      characteristic: label,
      class: name,
      population: (all.get(code) ?? 0) / population.length,
      sample: told((own.get(code) ?? 0) / sample.length),
      weighted: told((weighted.get(code) ?? 0) / total),
    }
  })
}

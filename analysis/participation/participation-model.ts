import type { Grouping } from '../groups/grouping.ts'
import { type Coefficient, coefficientTable } from '../stats/coefficient-table.ts'
import type { Regressor } from '../stats/design.ts'
import { confidenceLevel } from '../stats/interval.ts'
import { likelihoodRatioTest } from '../stats/likelihood-ratio-test.ts'
import { logit } from '../stats/logit.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { Outcome } from './participation.ts'
import type { FittedStage } from './weigh-again.ts'

/** A number that is known of units whether they answered or not; NaN where it is not. */
export interface Covariate {
  name: string
  label: string
  values: Float64Array
}

/** What participation may depend on. Of each grouping the group with most units is what the others are held against. */
export interface Characteristics {
  covariates: readonly Covariate[]
  groupings: readonly Grouping[]
}

/** Logit of taking part. */
export interface ParticipationModel {
  n: number
  yes: number
  /** Units of which a characteristic is not known. */
  leftOut: number
  coefficients: ModelCoefficient[]
  /** Against a model that knows nothing but the share of those who took part. */
  test: ReturnType<typeof likelihoodRatioTest>
  /** McFadden's: 1 − ln L / ln L₀. */
  pseudoR2: number
  iterations: number
}

interface ModelCoefficient extends Coefficient {
  label: string
  /** eᵇ with its interval: by what factor the odds change. */
  oddsRatio: number
  oddsInterval: [number, number]
}

interface FittedParticipation {
  model: ParticipationModel
  /** By the place of the unit; not there for those left out. */
  probabilities: ReadonlyMap<number, number>
  /** What it was fitted to. */
  stage: FittedStage
}

/** Who could take part and of whom all is known, and what anybody has: a characteristic that nobody has is left out. */
export function usedCharacteristics(
  outcome: Pick<Outcome, 'of'>,
  all: Characteristics,
  indices: readonly number[],
): Characteristics & { could: number[]; complete: number[] } {
  const could = indices.filter((index) => outcome.of(index))
  const covariates = all.covariates.filter(({ values }) => could.some((index) => !Number.isNaN(values[index])))
  const groupings = all.groupings.filter(({ of }) => could.some((index) => of[index] !== ''))
  const complete = could.filter(
    (index) =>
      covariates.every(({ values }) => !Number.isNaN(values[index])) && groupings.every(({ of }) => of[index] !== ''),
  )
  return { could, complete, covariates, groupings }
}

/** How the odds of taking part depend on what is known of all units. */
export function participationModel(
  outcome: Pick<Outcome, 'of' | 'yes'>,
  characteristics: Characteristics,
  indices: readonly number[],
  level: number = confidenceLevel,
): FittedParticipation | NotDefined {
  const { could, complete, covariates, groupings } = usedCharacteristics(outcome, characteristics, indices)
  const regressors = [
    ...covariates.map(({ name, label, values }) => ({
      name,
      label,
      values: complete.map((index) => values[index] as number),
    })),
    ...groupings.flatMap((grouping) => indicators(grouping, complete)),
  ]
  const answers = complete.map((index) => outcome.yes(index))
  const fit = logit(answers, regressors)
  if (!isDefined(fit)) return fit
  const labels = new Map(regressors.map(({ name, label }) => [name, label]))
  const coefficients = coefficientTable(fit, { level }).map((one): ModelCoefficient => {
    const [low, high] = one.interval
    return {
      ...one,
      label: labels.get(one.name) ?? 'Konstante',
      oddsRatio: Math.exp(one.estimate),
      oddsInterval: [Math.exp(low), Math.exp(high)],
    }
  })
  return {
    model: {
      n: fit.n,
      yes: answers.filter(Boolean).length,
      leftOut: could.length - complete.length,
      coefficients,
      test: regressors.length === 0 ? { chiSquare: 0, df: 0, p: 1 } : likelihoodRatioTest(fit.null, fit),
      pseudoR2: 1 - fit.logLikelihood / fit.null.logLikelihood,
      iterations: fit.iterations,
    },
    stage: {
      places: complete,
      yes: answers,
      rows: complete.map((_index, place) => [1, ...regressors.map(({ values }) => values[place] as number)]),
    },
    probabilities: new Map(complete.map((index, place) => [index, fit.fitted[place] as number])),
  }
}

/** A column of 0 and 1 for every group but the one with most units. */
function indicators(
  { name, label, groups, of }: Grouping,
  indices: readonly number[],
): (Regressor & { label: string })[] {
  const sizes = new Map<string, number>()
  for (const index of indices) sizes.set(of[index] as string, (sizes.get(of[index] as string) ?? 0) + 1)
  const present = groups.filter(({ code }) => sizes.has(code))
  const reference = present.reduce(
    (most, one) => ((sizes.get(one.code) ?? 0) > (sizes.get(most?.code ?? '') ?? 0) ? one : most),
    present[0],
  )
  return present
    .filter((one) => one !== reference)
    .map((one) => ({
      name: `${name}_${one.code}`,
      label: `${label}: ${one.label} statt ${reference?.label}`,
      values: indices.map((index) => (of[index] === one.code ? 1 : 0)),
    }))
}

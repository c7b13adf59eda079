import { fewest } from '../disclosure/fewest.ts'
import { isTold } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf, withoutSmall } from '../groups/members.ts'
import { type ChiSquareTest, chiSquareTest } from '../stats/chi-square-test.ts'
import { holm } from '../stats/holm.ts'
import { confidenceLevel } from '../stats/interval.ts'
import { mannWhitneyTest } from '../stats/mann-whitney-test.ts'
import { mean } from '../stats/mean.ts'
import { median } from '../stats/median.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import { standardisedDifference } from '../stats/standardised-difference.ts'
import { welchTest } from '../stats/welch-test.ts'
import { endsToTell, sizesOf, type ToldFlow, type ToldParticipation, tellParticipation } from './disclose-attrition.ts'
import {
  flowOf,
  type Outcome,
  type OutcomeName,
  outcomesOf,
  type Rate,
  rateOf,
  type WaveParticipation,
} from './participation.ts'
import { type Covariate, type ParticipationModel, participationModel } from './participation-model.ts'

type ByOutcome<Result> = Record<OutcomeName, Result>

/** Who is missing between two waves, and whether those who are missing differ. */
export interface Attrition {
  waves: [string, string]
  units: number
  outcomes: Pick<Outcome, 'name' | 'label' | 'base'>[]
  flow: ToldFlow
  rates: ToldParticipation['rates']
  characteristics: CharacteristicAttrition[]
  covariates: CovariateAttrition[]
  models: ByOutcome<ParticipationModel | NotDefined>
}

export interface CharacteristicAttrition {
  name: string
  label: string
  classes: AttritionClass[]
  /** Whether the classes shown differ more than chance makes them. */
  tests: ByOutcome<(ChiSquareTest & { pHolm: number }) | NotDefined>
}

interface AttritionClass {
  code: string
  label: string
  /** The classes that were put together here, because each would tell of fewer than three units. */
  merged: string[]
  flow: ToldFlow
  rates: ToldParticipation['rates']
}

export interface CovariateAttrition {
  name: string
  label: string
  /** Nothing where fewer than three took part, or did not. */
  differences: ByOutcome<Difference | undefined>
}

/** Those who took part against those who could have. */
export interface Difference {
  yes: Summary
  no: Summary
  standardised: number | NotDefined
  welch: ReturnType<typeof welchTest>
  mannWhitney: ReturnType<typeof mannWhitneyTest>
}

interface Summary {
  n: number
  mean: number | NotDefined
  median: number | NotDefined
}

interface AttritionTask {
  first: WaveParticipation
  second: WaveParticipation
  indices: readonly number[]
  /** Classes to be shown and tested one by one. */
  characteristics: readonly Grouping[]
  /** Numbers known of all, to be held against each other. */
  covariates: readonly Covariate[]
  /** Numbers known of those who answered the earlier wave: of them only who stayed can be held against who left. */
  answers?: readonly Covariate[]
  /** What the logit knows: numbers, and classes. */
  model: { covariates: readonly Covariate[]; groupings: readonly Grouping[] }
  level?: number
}

export function attrition(task: AttritionTask): Attrition {
  const { first, second, indices, level = confidenceLevel } = task
  const outcomes = outcomesOf(first, second)
  const rates = (some: readonly number[]) => byOutcome(outcomes, (outcome) => rateOf(outcome, some, level))
  const flow = (some: readonly number[]) => flowOf(first, second, some)
  const told = endsToTell(flow(indices))
  const characteristics = task.characteristics.map((grouping) => {
    const sizes = (own: readonly number[]) => sizesOf(flow(own), told)
    const classes = withoutSmall(membersOf(grouping, indices), sizes).map(({ indices: own, ...group }) => ({
      ...group,
      indices: own,
      rates: rates(own),
    }))
    return { name: grouping.name, label: grouping.label, classes }
  })
  const tests = testsOf(characteristics, outcomes)
  const total = tellParticipation(flow(indices), rates(indices), told)
  // Whatever is computed of who took part would tell how many did.
  const unlessHidden = <Result, Else>({ name }: Outcome, result: () => Result, otherwise: Else) =>
    isTold(total.rates[name].interval) ? result() : otherwise
  return {
    waves: [first.wave, second.wave],
    units: indices.length,
    outcomes: outcomes.map(({ name, label, base }) => ({ name, label, base })),
    ...total,
    characteristics: characteristics.map(({ classes, ...one }, place) => ({
      ...one,
      classes: classes.map(({ indices: own, rates: of, ...group }) => ({
        ...group,
        ...tellParticipation(flow(own), of, told),
      })),
      tests: byOutcome(outcomes, (outcome) =>
        unlessHidden(
          outcome,
          () => tests[outcome.name][place] as CharacteristicAttrition['tests'][OutcomeName],
          notDefined('hidden'),
        ),
      ),
    })),
    covariates: [
      ...task.covariates.map((covariate) => ({ covariate, of: outcomes })),
      ...(task.answers ?? []).map((covariate) => ({ covariate, of: outcomes.filter(({ name }) => name === 'stayed') })),
    ].map(({ covariate: { name, label, values }, of }) => ({
      name,
      label,
      differences: byOutcome(outcomes, (outcome) =>
        of.includes(outcome)
          ? unlessHidden(outcome, () => differenceOf(outcome, values, indices, level), undefined)
          : undefined,
      ),
    })),
    models: byOutcome(outcomes, (outcome) =>
      unlessHidden(outcome, () => modelOf(outcome, task, level), notDefined('hidden')),
    ),
  }
}

function modelOf(outcome: Outcome, { model, indices }: AttritionTask, level: number): ParticipationModel | NotDefined {
  const fitted = participationModel(outcome, model, indices, level)
  return isDefined(fitted) ? fitted.model : fitted
}

const byOutcome = <Result>(outcomes: readonly Outcome[], of: (outcome: Outcome) => Result): ByOutcome<Result> =>
  Object.fromEntries(outcomes.map((outcome) => [outcome.name, of(outcome)])) as ByOutcome<Result>

/** χ² tests of every characteristic, adjusted over the characteristics by Holm. */
function testsOf(
  characteristics: readonly { classes: readonly { rates: ByOutcome<Rate> }[] }[],
  outcomes: readonly Outcome[],
) {
  return byOutcome(outcomes, ({ name }) => {
    const tests = characteristics.map(({ classes }) =>
      chiSquareTest(classes.map(({ rates }) => [rates[name].yes, rates[name].of - rates[name].yes])),
    )
    const adjusted = holm(tests.filter(isDefined).map(({ p }) => p))
    return tests.map((test) => (isDefined(test) ? { ...test, pHolm: adjusted.shift() as number } : test))
  })
}

function differenceOf(
  outcome: Outcome,
  values: Float64Array,
  indices: readonly number[],
  level: number,
): Difference | undefined {
  const known = indices.filter((index) => outcome.of(index) && !Number.isNaN(values[index]))
  const valuesOf = (took: boolean) =>
    known.filter((index) => outcome.yes(index) === took).map((index) => values[index] as number)
  const [yes, no] = [valuesOf(true), valuesOf(false)]
  if (yes.length < fewest || no.length < fewest) return undefined
  return {
    yes: summaryOf(yes),
    no: summaryOf(no),
    standardised: standardisedDifference(yes, no),
    welch: welchTest(yes, no, level),
    mannWhitney: mannWhitneyTest(yes, no),
  }
}

const summaryOf = (values: readonly number[]): Summary => ({
  n: values.length,
  mean: mean(values),
  median: median(values),
})

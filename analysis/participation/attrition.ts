import { type Behind, countBehind } from '../disclosure/behind.ts'
import { tellingOf } from '../disclosure/enough.ts'
import { fewest, isFew } from '../disclosure/fewest.ts'
import { isTold } from '../disclosure/hidden.ts'
import type { Division } from '../disclosure/known-units.ts'
import { type Counted, tellsBy } from '../disclosure/what-follows.ts'
import type { Grouping } from '../groups/grouping.ts'
import { type Members, membersOf, withoutSmall } from '../groups/members.ts'
import { type ChiSquareTest, chiSquareTest } from '../stats/chi-square-test.ts'
import { holm } from '../stats/holm.ts'
import { confidenceLevel } from '../stats/interval.ts'
import { mannWhitneyTest } from '../stats/mann-whitney-test.ts'
import { mean } from '../stats/mean.ts'
import { median } from '../stats/median.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import { standardisedDifference } from '../stats/standardised-difference.ts'
import { welchTest } from '../stats/welch-test.ts'
import {
  type ParticipationBacking,
  participationCounted,
  type ToldFlow,
  type ToldParticipation,
  tellable,
  tellParticipation,
} from './disclose-attrition.ts'
import { modelTells } from './model-tells.ts'
import {
  type End,
  endOf,
  flowOf,
  type Outcome,
  type OutcomeName,
  outcomesOf,
  type Rate,
  rateOf,
  type WaveParticipation,
} from './participation.ts'
import {
  type Characteristics,
  type Covariate,
  type ParticipationModel,
  participationModel,
} from './participation-model.ts'

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
  model: Characteristics
  /** Each unit for itself, unless given. */
  behind?: Behind
  level?: number
}

export function attrition(task: AttritionTask): Attrition {
  const { first, second, indices, behind, level = confidenceLevel } = task
  const outcomes = outcomesOf(first, second)
  const end = endOf(first, second)
  const backing: ParticipationBacking = { endOf: end, outcomes, behind }
  const rates = (some: readonly number[]) => byOutcome(outcomes, (outcome) => rateOf(outcome, some, level))
  const told = tellable(backing, indices)
  const characteristics = classesOf(task, participationCounted(backing, told), end).map(({ classes, ...one }) => ({
    ...one,
    classes: classes.map((group) => ({ ...group, rates: rates(group.indices) })),
  }))
  const tests = testsOf(characteristics, outcomes)
  const total = tellParticipation(flowOf(end, indices), rates(indices), told)
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
        ...tellParticipation(flowOf(end, own), of, told),
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
          ? unlessHidden(outcome, () => differenceOf(outcome, values, { indices, behind, level }), undefined)
          : undefined,
      ),
    })),
    models: byOutcome(outcomes, (outcome) =>
      unlessHidden(outcome, () => modelOf(outcome, task, behind, level), notDefined('hidden')),
    ),
  }
}

/** The classes of every characteristic as they may be told beside each other, the coarse ones first: a Kreis lies in one. */
function classesOf({ characteristics, indices }: AttritionTask, counted: Counted, end: (index: number) => End) {
  const didTheSame = ([first = 0, ...others]: readonly number[]) => others.every((index) => end(index) === end(first))
  const shown: Division[] = []
  const classes = new Map<Grouping, Members[]>()
  for (const grouping of [...characteristics].sort((a, b) => a.groups.length - b.groups.length)) {
    const own = withoutSmall(membersOf(grouping, indices), tellsBy(counted), { divisions: shown, counted, didTheSame })
    classes.set(grouping, own)
    if (own.length > 0) shown.push(own.map((group) => group.indices))
  }
  return characteristics.map((grouping) => ({
    name: grouping.name,
    label: grouping.label,
    classes: classes.get(grouping) ?? [],
  }))
}

function modelOf(
  outcome: Outcome,
  { model, indices }: AttritionTask,
  behind: Behind,
  level: number,
): ParticipationModel | NotDefined {
  if (modelTells(outcome, model, indices, behind)) return notDefined('hidden')
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

/** Nothing where those who took part, those who did not, or those of them of whom the number is not known are few. */
function differenceOf(
  outcome: Outcome,
  values: Float64Array,
  { indices, behind, level }: { indices: readonly number[]; behind: Behind; level: number },
): Difference | undefined {
  const could = indices.filter((index) => outcome.of(index))
  const isKnown = (index: number) => !Number.isNaN(values[index])
  const [yes, no] = [true, false].map((took) => could.filter((index) => outcome.yes(index) === took)) as [
    number[],
    number[],
  ]
  const known = [yes, no].map((own) => own.filter(isKnown)) as [number[], number[]]
  const unknown = [yes, no].map((own) => own.filter((index) => !isKnown(index)))
  const [behindYes, behindNo] = known.map((own) => countBehind(own, behind)) as [number, number]
  if (Math.min(behindYes, behindNo) < fewest || unknown.some((own) => isFew(countBehind(own, behind)))) return undefined
  const [first, second] = known.map((own) => own.map((index) => values[index] as number)) as [number[], number[]]
  const isSpreadTold = tellingOf(behindYes, behindNo).spread
  const isHidden = notDefined('hidden')
  return {
    yes: summaryOf(first, behindYes),
    no: summaryOf(second, behindNo),
    standardised: isSpreadTold ? standardisedDifference(first, second) : isHidden,
    welch: isSpreadTold ? welchTest(first, second, level) : isHidden,
    mannWhitney: isSpreadTold ? mannWhitneyTest(first, second) : isHidden,
  }
}

const summaryOf = (values: readonly number[], behind: number): Summary => ({
  n: values.length,
  mean: mean(values),
  median: tellingOf(behind).spread ? median(values) : notDefined('hidden'),
})

import { isTold } from '../../analysis/disclosure/hidden.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import type { Attrition, CharacteristicAttrition, Difference } from '../../analysis/participation/attrition.ts'
import type { ToldRate } from '../../analysis/participation/disclose-attrition.ts'
import type { OutcomeName } from '../../analysis/participation/participation.ts'
import type { ParticipationModel } from '../../analysis/participation/participation-model.ts'
import type { WeightReport } from '../../analysis/participation/participation-weights.ts'
import { groupName } from '../../analysis/scripts/group-name.ts'
import { className, weightColumn } from '../../analysis/scripts/made-weights.ts'
import { constantName } from '../../analysis/stats/design.ts'
import { isDefined } from '../../analysis/stats/not-defined.ts'
import { type Figures, given } from './comparison-figures.ts'

/** What the scripts of who is missing must print, by group. */
export function attritionFigures(
  { flow, rates, units, outcomes, characteristics, covariates, models }: Attrition,
  weights: readonly { report: WeightReport; groupings: readonly Grouping[] }[],
): Record<string, Figures> {
  const byOutcome = (figures: (name: OutcomeName) => Parameters<typeof given>[0]): Figures =>
    Object.assign(
      {},
      ...outcomes.map(({ name }) => {
        const named = Object.entries(given(figures(name))).map(([figure, value]) => [`${figure}_${name}`, value])
        return Object.fromEntries(named)
      }),
    )
  const groups: [string, Figures][] = [
    [
      'insgesamt',
      given({
        beide: flow.both,
        nur_vorher: flow.dropped,
        nur_nachher: flow.joined,
        keine: flow.neither,
        befragte: units,
        ...byOutcome((name) => rateFigures(rates[name])),
      }),
    ],
    ...characteristics.flatMap(({ name: characteristic, classes, tests }): [string, Figures][] => [
      ...classes.map(({ code, flow: own, rates: of }): [string, Figures] => [
        `${characteristic}:${groupName(code)}`,
        given({ befragte: own.units, ...byOutcome((name) => rateFigures(of[name])) }),
      ]),
      [characteristic, byOutcome((name) => testFigures(tests[name]))],
    ]),
    ...covariates.map(({ name: covariate, differences }): [string, Figures] => [
      covariate,
      byOutcome((name) => differenceFigures(differences[name])),
    ]),
    ...outcomes.flatMap(({ name }) => {
      const model = models[name]
      return isDefined(model) ? modelGroups(`logit_${name}`, model) : []
    }),
    ...weights.flatMap(({ report, groupings }) => weightGroups(report, groupings)),
  ]
  return Object.fromEntries(groups.filter(([, figures]) => Object.keys(figures).length > 0))
}

const rateFigures = ({ yes, of, interval }: ToldRate) => ({
  ja: yes,
  von: of,
  ...(isTold(yes) && isTold(of) && of > 0 ? { anteil: yes / of } : {}),
  ...(isTold(interval) && isDefined(interval) ? { unten: interval[0], oben: interval[1] } : {}),
})

const testFigures = (test: CharacteristicAttrition['tests'][OutcomeName]): Figures =>
  isDefined(test)
    ? {
        chi2: test.chiSquare,
        df: test.df,
        p: test.p,
        v: test.cramersV,
        erwartet_genug: Number(test.enoughExpected),
        p_holm: test.pHolm,
      }
    : {}

function differenceFigures(difference: Difference | undefined): Parameters<typeof given>[0] {
  if (difference === undefined) return {}
  const { yes, no, standardised, welch, mannWhitney } = difference
  return {
    n_ja: yes.n,
    mittel_ja: yes.mean,
    median_ja: yes.median,
    n_nein: no.n,
    mittel_nein: no.mean,
    median_nein: no.median,
    std_differenz: standardised,
    ...(isDefined(welch) ? { welch_p: welch.p } : {}),
    ...(isDefined(mannWhitney) ? { rang_p: mannWhitney.p } : {}),
  }
}

function modelGroups(group: string, { n, yes, leftOut, test, pseudoR2, coefficients }: ParticipationModel) {
  return [
    [group, { n, ja: yes, ohne: leftOut, chi2: test.chiSquare, df: test.df, p: test.p, r2: pseudoR2 }],
    ...coefficients.map(({ name, estimate, se, oddsRatio, oddsInterval, test: wald }) => [
      `${group}:${name === constantName ? 'konstante' : name}`,
      {
        koeffizient: estimate,
        se,
        chance: oddsRatio,
        unten: oddsInterval[0],
        oben: oddsInterval[1],
        ...(isDefined(wald) ? { p: wald.p } : {}),
      },
    ]),
  ] as [string, Figures][]
}

function weightGroups(report: WeightReport, groupings: readonly Grouping[]): [string, Figures][] {
  const { method, population, sample, leftOut, effect, trimming, balance } = report
  const classes = groupings.flatMap(({ name, groups }) =>
    groups.map(({ code }) => `${weightColumn(method, name)}:${className(code)}`),
  )
  return [
    [
      method,
      given({
        befragte: population,
        paare: sample,
        ohne: leftOut,
        ...(isTold(effect) && {
          designeffekt: effect.designEffect,
          n_effektiv: effect.effectiveN,
          kleinstes: effect.smallest,
          groesstes: effect.largest,
        }),
        ...(trimming && { grenze: trimming.cap, gekappt: trimming.trimmed, behalten: trimming.kept }),
      }),
    ],
    ...balance.map((one, place): [string, Figures] => [
      classes[place] as string,
      given({ alle: one.population, paare: one.sample, gewichtet: one.weighted }),
    ]),
  ]
}

import { hidden, isTold } from '../../disclosure/hidden.ts'
import type { Attrition } from '../../participation/attrition.ts'
import { type ToldRate, toldCount } from '../../participation/disclose-attrition.ts'
import { isDefined } from '../../stats/not-defined.ts'
import type { FlatRow } from './comparison-rows.ts'

/** Who is missing as one table for programs: a row for each class, each difference and each coefficient, by way to take part. */
export function attritionRows({ waves: [from, to], outcomes, ...found }: Attrition): FlatRow[] {
  const total = { code: '', label: 'insgesamt', merged: [], rates: found.rates }
  const rows: FlatRow[] = outcomes.flatMap(({ name }) => [
    ...[{ name: '', classes: [total], tests: undefined }, ...found.characteristics].flatMap(
      ({ name: characteristic, classes, tests }) =>
        classes.map(({ code, label, merged, rates }): FlatRow => {
          const { yes, of } = rates[name]
          const test = tests?.[name]
          return {
            art: 'quote',
            teilnahme: name,
            merkmal: characteristic,
            klasse: code,
            bezeichnung: merged.length === 0 ? label : `${label}: ${merged.join(', ')}`,
            ja: yes,
            von: of,
            ...shareOf(rates[name]),
            ...(test !== undefined && isDefined(test)
              ? { statistik: test.chiSquare, df: test.df, p: test.p, p_holm: test.pHolm }
              : {}),
          }
        }),
    ),
    ...found.covariates.flatMap(({ name: characteristic, label, differences }): FlatRow[] => {
      const difference = differences[name]
      if (difference === undefined) return []
      const { yes, no, standardised, welch } = difference
      return [
        {
          art: 'unterschied',
          teilnahme: name,
          merkmal: characteristic,
          bezeichnung: label,
          ja: yes.n,
          von: yes.n + no.n,
          ...(isDefined(welch)
            ? {
                wert: welch.difference,
                se: welch.se,
                statistik: welch.t,
                df: welch.df,
                p: welch.p,
                ...(isDefined(welch.interval) ? { unten: welch.interval[0], oben: welch.interval[1] } : {}),
              }
            : {}),
          standardisiert: isDefined(standardised) ? standardised : standardised.notDefined === 'hidden' ? hidden : null,
        },
      ]
    }),
    ...coefficientRows(found.models[name], name),
  ])
  return rows.map((row) => ({ von_welle: from, nach_welle: to, ...blank, ...row }))
}

function shareOf({ yes, of, interval }: ToldRate): FlatRow {
  if (!isTold(yes) || !isTold(of)) return { wert: hidden, unten: hidden, oben: hidden }
  const [low = null, high = null] = isTold(interval) && isDefined(interval) ? interval : []
  return { wert: of === 0 ? null : yes / of, unten: low, oben: high }
}

function coefficientRows(model: Attrition['models']['both'], outcome: string): FlatRow[] {
  if (!isDefined(model)) return [{ art: 'logit', teilnahme: outcome, bezeichnung: model.notDefined }]
  return model.coefficients.map(({ name, label, estimate, se, interval, oddsRatio, test }) => ({
    art: 'logit',
    teilnahme: outcome,
    merkmal: name,
    bezeichnung: label,
    ja: toldCount(model.yes),
    von: toldCount(model.n),
    wert: estimate,
    se,
    unten: interval[0],
    oben: interval[1],
    chancenverhaeltnis: oddsRatio,
    ...(isDefined(test) ? { statistik: test.statistic, p: test.p } : {}),
  }))
}

const names = [
  ...['art', 'teilnahme', 'merkmal', 'klasse', 'bezeichnung', 'ja', 'von', 'wert', 'se', 'unten', 'oben'],
  ...['statistik', 'df', 'p', 'p_holm', 'standardisiert', 'chancenverhaeltnis'],
]
const blank: FlatRow = Object.fromEntries(names.map((name) => [name, null]))

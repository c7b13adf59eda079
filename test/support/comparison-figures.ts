import type { Level } from '../../analysis/compare/level.ts'
import type { Compared, Shown, Step } from '../../analysis/compare/results.ts'
import { groupName } from '../../analysis/scripts/comparison-input.ts'
import type { Interval } from '../../analysis/stats/interval.ts'
import { isDefined, type NotDefined } from '../../analysis/stats/not-defined.ts'

/** Figures by name, as the scripts print them. */
export type Figures = Record<string, number>

/** What the scripts of a step must print, by group; the total is the group `insgesamt`. */
export function figuresOf({ total, groups }: Step): Record<string, Figures> {
  const all: [string, Compared][] = [
    ['insgesamt', total],
    ...groups.map((one): [string, Compared] => [groupName(one.code), one]),
  ]
  return Object.fromEntries(
    all.flatMap(([code, { result }]) => (result === undefined ? [] : [[code, figuresOfResult(result)]])),
  )
}

function figuresOfResult(result: Shown): Figures {
  return result.kind === 'number' ? numberFigures(result) : categoryFigures(result)
}

function numberFigures(result: Extract<Shown, { kind: 'number' }>): Figures {
  const { before, after, pairs, change, medianChange, hodgesLehmann, shares, signedRank, bootstrap, effect, weighted } =
    result
  return given({
    ...(before && after ? { ...levelFigures('alle_vorher', before), ...levelFigures('alle_nachher', after) } : {}),
    ...levelFigures('vorher', pairs.before),
    ...levelFigures('nachher', pairs.after),
    ...(isDefined(change) ? { veraenderung: change.change, sd: change.sd, se: change.se } : {}),
    ...(isDefined(change) ? { ...bounds('', change.interval), ...testFigures('', change.test) } : {}),
    median_veraenderung: medianChange,
    ...(isDefined(hodgesLehmann) ? { hodges_lehmann: hodgesLehmann.estimate } : {}),
    ...(isDefined(shares)
      ? { gestiegen: shares.risen.count, gefallen: shares.fallen.count, unveraendert: shares.unchanged.count }
      : {}),
    ...(isDefined(signedRank) ? { rang_v: signedRank.risen, rang_p: signedRank.p } : {}),
    ...(bootstrap === undefined ? {} : bounds('bootstrap_', bootstrap)),
    ...(isDefined(effect) ? { d_z: effect.dz, d_av: effect.dav } : {}),
    ...(weighted !== undefined && isDefined(weighted)
      ? {
          gewichtet_vorher: weighted.before,
          gewichtet_nachher: weighted.after,
          gewichtet_veraenderung: weighted.change,
          gewichtet_se: weighted.se,
          ...bounds('gewichtet_', weighted.interval),
          ...testFigures('gewichtet_', weighted.test),
        }
      : {}),
  })
}

export function levelFigures(
  name: string,
  { n, mean, sd, median, quartiles, total }: Level,
): Record<string, number | NotDefined> {
  return {
    [`n_${name}`]: n,
    [`mittel_${name}`]: mean,
    [`sd_${name}`]: sd,
    [`median_${name}`]: median,
    ...(isDefined(quartiles) ? { [`q1_${name}`]: quartiles[0], [`q3_${name}`]: quartiles[1] } : {}),
    ...('sum' in total
      ? { [`summe_${name}`]: total.sum }
      : { [`teile_${name}`]: total.parts, [`basis_${name}`]: total.base, [`anteil_${name}`]: total.share }),
  }
}

const bounds = (name: string, interval: Interval | NotDefined): Figures =>
  isDefined(interval) ? { [`${name}unten`]: interval[0], [`${name}oben`]: interval[1] } : {}

const testFigures = (name: string, test: { t: number; df: number; p: number } | NotDefined): Figures =>
  isDefined(test) ? { [`${name}t`]: test.t, [`${name}df`]: test.df, [`${name}p`]: test.p } : {}

function categoryFigures({
  before,
  after,
  pairs,
  transitions,
  stuartMaxwell,
  yes,
}: Extract<Shown, { kind: 'category' }>): Figures {
  const codes = transitions.categories
  const counts = (name: string, { n, categories }: typeof pairs.before): [string, number][] => [
    [`n_${name}`, n],
    ...categories.map(({ code, count }): [string, number] => [`${name}_${code}`, count]),
  ]
  const moves = transitions.counts.flatMap((row, from) =>
    row.map((count, to): [string, number] => [`von_${codes[from]}_nach_${codes[to]}`, count]),
  )
  return given({
    ...Object.fromEntries([
      ...(before && after ? [...counts('alle_vorher', before), ...counts('alle_nachher', after)] : []),
      ...counts('vorher', pairs.before),
      ...counts('nachher', pairs.after),
      ...moves,
    ]),
    unveraendert: transitions.unchanged,
    ...(isDefined(stuartMaxwell)
      ? { sm_chi2: stuartMaxwell.chiSquare, sm_df: stuartMaxwell.df, sm_p: stuartMaxwell.p }
      : {}),
    ...(yes !== undefined && isDefined(yes.change)
      ? { veraenderung: yes.change.change, se: yes.change.se, ...bounds('', yes.change.interval) }
      : {}),
    ...(yes !== undefined && isDefined(yes.mcnemar) ? { mcnemar_p: yes.mcnemar.exact.p } : {}),
  })
}

/** Without what is not defined: the scripts print NA there. */
export const given = (figures: Record<string, number | NotDefined>): Figures =>
  Object.fromEntries(Object.entries(figures).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

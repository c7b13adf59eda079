import type { Level } from '../../analysis/compare/level.ts'
import type { Pooled } from '../../analysis/compare/pooled.ts'
import type {
  Compared,
  Shown,
  Step,
  ToldCategories,
  ToldInfluence,
  ToldNumbers,
} from '../../analysis/compare/results.ts'
import { isTold, type Told } from '../../analysis/disclosure/hidden.ts'
import { groupName } from '../../analysis/scripts/group-name.ts'
import type { Interval } from '../../analysis/stats/interval.ts'
import { isDefined, type NotDefined } from '../../analysis/stats/not-defined.ts'
import type { WeightedPairedChange } from '../../analysis/stats/weighted-paired-change.ts'

/** Figures by name, as the scripts print them. */
export type Figures = Record<string, number>

/** What the scripts of a step must print, by group; the total is the group `insgesamt`. */
export function figuresOf({ total, groups, differences }: Step): Record<string, Figures> {
  const all: [string, Compared][] = [
    ['insgesamt', total],
    ...groups.map((one): [string, Compared] => [groupName(one.code), one]),
  ]
  const figures = Object.fromEntries(
    all.flatMap(([code, { result }]) => (result === undefined ? [] : [[code, figuresOfResult(result)]])),
  )
  if (figures.insgesamt !== undefined)
    Object.assign(
      figures.insgesamt,
      assumedFigures(total),
      besideFigures(total.weightings?.slice(1)),
      sampledFigures(total),
    )
  if (differences === undefined) return figures
  const { joint, pairs } = differences
  const whether: Figures = isDefined(joint)
    ? { unterschiede_f: joint.f, unterschiede_df1: joint.df[0], unterschiede_df2: joint.df[1], unterschiede_p: joint.p }
    : {}
  return {
    ...figures,
    insgesamt: { ...figures.insgesamt, ...whether },
    ...Object.fromEntries(
      pairs.map(({ first, second, difference, se, interval, test }) => [
        `${groupName(first)} gegen ${groupName(second)}`,
        { unterschied: difference, se, ...bounds('', interval), ...testFigures('', test) },
      ]),
    ),
  }
}

const sampledFigures = ({ weightingBootstrap }: Compared): Figures =>
  weightingBootstrap === undefined || !isDefined(weightingBootstrap)
    ? {}
    : {
        gewichtung_bootstrap_se: weightingBootstrap.se,
        ...bounds('gewichtung_bootstrap_', weightingBootstrap.interval),
      }

const besideFigures = (weightings: Compared['weightings'] = []): Figures =>
  given(Object.assign({}, ...weightings.map(({ name, change }) => weightedFigures(`neben_${name}`, change))))

function assumedFigures({ assumptions }: Compared): Figures {
  const { detectable, equivalence, missing } = assumptions ?? {}
  const { n, zeroAt, turnsAt, shifted, bounds = [] } = missing ?? {}
  const isChange = zeroAt !== undefined
  return given({
    ...(detectable !== undefined && { aufgefallen: detectable }),
    ...(equivalence !== undefined && isDefined(equivalence)
      ? { aequivalenz_p: equivalence.p, ...limits('aequivalenz', equivalence.interval) }
      : {}),
    ...(isChange && n !== undefined && { fehlende: n, fehlende_null: zeroAt }),
    ...(turnsAt !== undefined && isDefined(turnsAt) ? limits('fehlende_kippt', turnsAt.at) : {}),
    ...(shifted && { fehlende_veraenderung: shifted.estimate, ...limits('fehlende', shifted.interval) }),
    ...Object.assign(
      {},
      ...bounds.map(({ code, before, after, change }) => {
        const name = `schranke${code === '' ? '' : `_${code}`}`
        return {
          ...limits(`${name}_vorher`, before),
          ...limits(`${name}_nachher`, after),
          ...limits(`${name}_veraenderung`, change),
        }
      }),
    ),
  })
}

const limits = (name: string, interval: Interval | NotDefined): Figures => bounds(`${name}_`, interval)

const observedFigures = ({ observed }: Shown): Figures =>
  observed === undefined ? {} : { n_grundgesamtheit: observed.of }

const pooledFigures = (name: string, pooled: Pooled | undefined): Record<string, number | NotDefined> =>
  pooled === undefined || !('change' in pooled)
    ? {}
    : {
        [`${name}_veraenderung`]: pooled.change,
        [`${name}_se`]: pooled.se,
        ...bounds(`${name}_`, pooled.interval),
        ...testFigures(`${name}_`, pooled.test),
      }

function figuresOfResult(result: Shown): Figures {
  return result.kind === 'number' ? numberFigures(result) : categoryFigures(result)
}

function numberFigures(result: ToldNumbers): Figures {
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
      ? { gestiegen: countOf(shares.risen), gefallen: countOf(shares.fallen), unveraendert: countOf(shares.unchanged) }
      : {}),
    ...(isDefined(signedRank) ? { rang_v: signedRank.risen, rang_p: signedRank.p } : {}),
    ...(bootstrap === undefined ? {} : bounds('bootstrap_', bootstrap)),
    ...(isDefined(effect) ? { d_z: effect.dz, d_av: effect.dav } : {}),
    ...(weighted === undefined ? {} : weightedFigures('gewichtet', weighted)),
    ...observedFigures(result),
    ...pooledFigures('gesamt', result.pooled),
    ...pooledFigures('gewichtet_gesamt', result.weightedPooled),
    ...(result.influence && influenceFigures(result.influence)),
  })
}

const influenceFigures = ({
  trimmed,
  weighted,
  ...plain
}: ToldInfluence): Record<string, Told<number | NotDefined>> => ({
  ...moveFigures('', plain),
  ...(weighted && moveFigures('gewichtet_', weighted)),
  getrimmt: trimmed,
})

const moveFigures = (prefix: string, { units, without }: Pick<ToldInfluence, 'units' | 'without'>) =>
  Object.assign(
    {},
    ...units.map((one) => withoutFigures(`${prefix}ohne_${one.rank}`, one.without)),
    withoutFigures(`${prefix}ohne_alle`, without),
  )

const withoutFigures = (name: string, change: ToldInfluence['without']): Record<string, number | NotDefined> =>
  isTold(change) && isDefined(change)
    ? {
        [`${name}_veraenderung`]: change.change,
        [`${name}_se`]: change.se,
        ...bounds(`${name}_`, change.interval),
        ...testFigures(`${name}_`, change.test),
      }
    : {}

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
      : 'share' in total
        ? { [`teile_${name}`]: total.parts, [`basis_${name}`]: total.base, [`anteil_${name}`]: total.share }
        : {}),
  }
}

const bounds = (name: string, interval: Interval | NotDefined): Figures =>
  isDefined(interval) ? { [`${name}unten`]: interval[0], [`${name}oben`]: interval[1] } : {}

const testFigures = (name: string, test: { t: number; df: number; p: number } | NotDefined): Figures =>
  isDefined(test) ? { [`${name}t`]: test.t, [`${name}df`]: test.df, [`${name}p`]: test.p } : {}

/** Of a share that can be told, how many it is. */
const countOf = (share: Told<{ count: number }>): Told<number> => (isTold(share) ? share.count : share)

function categoryFigures(result: ToldCategories): Figures {
  const { before, after, pairs, transitions, stuartMaxwell, yes, weighted = [] } = result
  const codes = transitions.categories
  const counts = (name: string, { n, categories }: typeof pairs.before): [string, Told<number>][] => [
    [`n_${name}`, n],
    ...categories.map(({ code, count }): [string, Told<number>] => [`${name}_${code}`, count]),
  ]
  const moves = transitions.counts.flatMap((row, from) =>
    row.map((count, to): [string, Told<number>] => [`von_${codes[from]}_nach_${codes[to]}`, count]),
  )
  const change = yes !== undefined && isTold(yes.change) && isDefined(yes.change) ? yes.change : undefined
  return given({
    ...Object.fromEntries([
      ...(before && after ? [...counts('alle_vorher', before), ...counts('alle_nachher', after)] : []),
      ...counts('vorher', pairs.before),
      ...counts('nachher', pairs.after),
      ...moves,
    ]),
    unveraendert: transitions.unchanged,
    ...observedFigures(result),
    ...(isDefined(stuartMaxwell)
      ? { sm_chi2: stuartMaxwell.chiSquare, sm_df: stuartMaxwell.df, sm_p: stuartMaxwell.p }
      : {}),
    ...(change === undefined ? {} : { veraenderung: change.change, se: change.se, ...bounds('', change.interval) }),
    ...(change === undefined ? {} : testFigures('', change.test)),
    ...(yes !== undefined && isDefined(yes.mcnemar) ? { mcnemar_p: yes.mcnemar.exact.p } : {}),
    ...Object.assign({}, ...weighted.map(({ code, change: one }) => weightedFigures(`gewichtet_${code}`, one))),
  })
}

function weightedFigures(
  name: string,
  change: Told<WeightedPairedChange | NotDefined>,
): Record<string, number | NotDefined> {
  if (!isTold(change) || !isDefined(change)) return {}
  return {
    [`${name}_vorher`]: change.before,
    [`${name}_nachher`]: change.after,
    [`${name}_veraenderung`]: change.change,
    [`${name}_se`]: change.se,
    ...bounds(`${name}_`, change.interval),
    ...testFigures(`${name}_`, change.test),
  }
}

/** Without what is not defined or not told: the scripts print NA there, or what only those may see who have the files. */
export const given = (figures: Record<string, Told<number | NotDefined>>): Figures =>
  Object.fromEntries(Object.entries(figures).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

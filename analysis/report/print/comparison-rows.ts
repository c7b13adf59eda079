import type { Level } from '../../compare/level.ts'
import type { Pooled } from '../../compare/pooled.ts'
import type {
  AdjustedP,
  Compared,
  ComparedGroup,
  Differences,
  ToldCategories,
  ToldInfluence,
  ToldNumbers,
  WavesCompared,
} from '../../compare/results.ts'
import { hidden, isTold, type Told } from '../../disclosure/hidden.ts'
import { wholeReason } from '../../panel/comparability.ts'
import type { Interval } from '../../stats/interval.ts'
import { isDefined, type NotDefined } from '../../stats/not-defined.ts'
import { difference } from '../../words.ts'
import {
  assumptionColumns,
  assumptionFigures,
  boundsFigures,
  weightingColumns,
  weightingFigures,
} from './assumption-columns.ts'

/** A row of a table for programs: a figure or a text by the name of its column, null where there is none; or 'verdeckt'. */
export type FlatRow = Record<string, string | number | null>

/**
 * A comparison as a table with one row for each variable, pair of waves and group; of categories one for each category. Below the
 * groups stand whether they differ, and each two of them. All rows have the same columns.
 */
export function flatRows({ grouping, variables, population }: WavesCompared): FlatRow[] {
  return variables.flatMap(({ variable, steps }) =>
    steps.flatMap(({ from, to, comparability, total, groups, differences }) => {
      const head = {
        variable: variable.name,
        bezeichnung: variable.label,
        einheit: variable.unit,
        von: from,
        nach: to,
        vergleichbarkeit: comparability.status,
        vergleichbarkeit_grund: wholeReason(comparability),
      }
      const rows = [
        { merkmal: '', gruppe: '', gruppenname: 'insgesamt', one: total },
        ...groups.map((one) => ({
          merkmal: grouping?.name ?? '',
          gruppe: one.code,
          gruppenname: one.merged.length === 0 ? one.label : `${one.label}: ${one.merged.join(', ')}`,
          one: one as Compared,
        })),
      ]
      const meant = {
        grundgesamtheit: population.name,
        cluster: population.kind === 'process' ? (population.clusters?.units ?? null) : null,
      }
      return [
        ...rows.flatMap(({ one, ...group }) =>
          rowsOf(one).map((figures) => ({ ...head, ...group, ...figures, ...meant })),
        ),
        ...(differences === undefined ? [] : differenceRows(differences, groups)).map((row) => ({
          ...{ ...head, merkmal: grouping?.name ?? '' },
          ...{ ...blank, ...row, ...meant },
        })),
      ]
    }),
  )
}

function rowsOf(one: Compared): FlatRow[] {
  const { size, result, adjusted, assumptions } = one
  const row: FlatRow = {
    ...blank,
    zeile: 'werte',
    einheiten: size.units,
    n_vorher: size.before,
    n_nachher: size.after,
    n_paare: size.pairs,
    p: adjusted?.main?.p ?? null,
    p_holm: adjusted?.main?.holm ?? null,
    p_bh: adjusted?.main?.benjaminiHochberg ?? null,
    rang_p: adjusted?.signedRank?.p ?? null,
    rang_p_holm: adjusted?.signedRank?.holm ?? null,
    rang_p_bh: adjusted?.signedRank?.benjaminiHochberg ?? null,
    n_grundgesamtheit: result?.observed?.of ?? null,
  }
  if (result === undefined) return [row]
  const missing = { fehlt_vorher: counted(result.missing.before), fehlt_nachher: counted(result.missing.after) }
  const assumed = { ...assumptionFigures(assumptions), ...weightingFigures(one) }
  return result.kind === 'number'
    ? [{ ...row, ...missing, ...numberFigures(result), ...assumed, ...boundsFigures(assumptions, '') }]
    : categoryFigures(result).map((figures, place) => ({
        ...{ ...row, ...missing, ...figures },
        // What is assumed of a change belongs to that of yes.
        ...(place === 1 ? assumed : {}),
        ...boundsFigures(assumptions, String(figures.kategorie)),
      }))
}

const columns = [
  ...['einheiten', 'n_vorher', 'n_nachher', 'n_paare', 'fehlt_vorher', 'fehlt_nachher', 'kategorie', 'kategoriename'],
  ...['alle_vorher_mittel', 'alle_vorher_median', 'alle_vorher_summe', 'alle_nachher_mittel', 'alle_nachher_median'],
  ...['alle_nachher_summe', 'vorher_mittel', 'vorher_sd', 'vorher_median', 'vorher_summe', 'vorher_anteil'],
  ...['nachher_mittel', 'nachher_sd', 'nachher_median', 'nachher_summe', 'nachher_anteil', 'veraenderung', 'sd', 'se'],
  ...['unten', 'oben', 't', 'df', 'median_veraenderung', 'hodges_lehmann', 'gestiegen', 'gefallen', 'unveraendert'],
  ...['bootstrap_unten', 'bootstrap_oben', 'd_z', 'd_av', 'rang_methode', 'gewichtet_vorher', 'gewichtet_nachher'],
  ...['gewichtet_veraenderung', 'gewichtet_se', 'gewichtet_unten', 'gewichtet_oben', 'chi2', 'chi2_df', 'p', 'p_holm'],
  ...['p_bh', 'rang_p', 'rang_p_holm', 'rang_p_bh', 'n_grundgesamtheit', 'gesamt_veraenderung', 'gesamt_se'],
  ...['gesamt_unten', 'gesamt_oben', 'gesamt_p', 'gewichtet_gesamt_veraenderung', 'gewichtet_gesamt_se'],
  ...['gewichtet_gesamt_unten', 'gewichtet_gesamt_oben', 'gewichtet_gesamt_p', 'getrimmt', 'ohne_alle_veraenderung'],
  'gewichtet_ohne_alle_veraenderung',
  ...['zeile', 'gegen_gruppe', 'gegen_gruppenname', 'f', 'f_df_zaehler', 'f_df_nenner'],
  ...assumptionColumns,
  ...weightingColumns,
]
const weightedColumns = columns.filter((name) => /^gewichtet_(?!gesamt|ohne)/.test(name))
const blank: FlatRow = Object.fromEntries(columns.map((name) => [name, null]))

/** Whether the groups differ, and how much more each changed than another one. */
function differenceRows({ joint, adjusted, pairs }: Differences, groups: readonly ComparedGroup[]): FlatRow[] {
  const labels = new Map(groups.map(({ code, label }) => [code, label]))
  const named = (code: string) => ({ gruppe: code, gruppenname: labels.get(code) ?? code })
  return [
    {
      ...{ zeile: 'unterschied', gruppe: '', gruppenname: 'alle Gruppen gegeneinander' },
      f: given(of(joint, ({ f }) => f)),
      f_df_zaehler: given(of(joint, ({ df }) => df[0])),
      f_df_nenner: given(of(joint, ({ df }) => df[1])),
      ...ps(adjusted),
    },
    ...pairs.map(({ first, second, difference: apart, se, interval: [low, high], test, adjusted: own }) => ({
      ...{ zeile: 'paar', ...named(second), gegen_gruppe: first, gegen_gruppenname: labels.get(first) ?? first },
      ...{ veraenderung: apart, se, unten: low, oben: high, t: test.t, df: test.df, ...ps(own) },
    })),
  ]
}

const ps = (adjusted: AdjustedP | undefined): FlatRow => ({
  p: adjusted?.p ?? null,
  p_holm: adjusted?.holm ?? null,
  p_bh: adjusted?.benjaminiHochberg ?? null,
})

const counted = (counts: Record<string, Told<number>>) =>
  Object.entries(counts)
    .map(([reason, count]) => `${reason}=${count}`)
    .join(' ')

const given = (value: Told<number | NotDefined> | undefined): number | string | null =>
  typeof value === 'number' || value === hidden ? value : value?.notDefined === 'hidden' ? hidden : null

/** A figure of what is defined, or why it is not. */
const of = <Of, Figure>(one: Of | NotDefined, figure: (defined: Of) => Figure) => (isDefined(one) ? figure(one) : one)

const limits = (interval: Interval | NotDefined) =>
  isDefined(interval) ? interval : ([given(interval), given(interval)] as const)

function numberFigures(result: ToldNumbers): FlatRow {
  const { before, after, pairs, change, medianChange, hodgesLehmann, shares, signedRank, bootstrap, effect, weighted } =
    result
  const moved = isDefined(change) ? change : undefined
  const [low, high] = moved === undefined ? [null, null] : limits(moved.interval)
  const [sampledLow, sampledHigh] = bootstrap === undefined ? [null, null] : limits(bootstrap)
  const moving = isDefined(shares) ? shares : undefined
  return {
    ...levelFigures('alle_vorher', before),
    ...levelFigures('alle_nachher', after),
    ...levelFigures('vorher', pairs.before),
    vorher_sd: given(pairs.before.sd),
    vorher_anteil: shareOf(pairs.before),
    ...levelFigures('nachher', pairs.after),
    nachher_sd: given(pairs.after.sd),
    nachher_anteil: shareOf(pairs.after),
    veraenderung: given(moved?.change),
    sd: given(moved?.sd),
    se: given(moved?.se),
    unten: low,
    oben: high,
    t: given(moved && of(moved.test, ({ t }) => t)),
    df: given(moved && of(moved.test, ({ df }) => df)),
    median_veraenderung: given(medianChange),
    hodges_lehmann: given(of(hodgesLehmann, ({ estimate }) => estimate)),
    gestiegen: countOf(moving?.risen),
    gefallen: countOf(moving?.fallen),
    unveraendert: countOf(moving?.unchanged),
    bootstrap_unten: sampledLow,
    bootstrap_oben: sampledHigh,
    d_z: given(of(effect, ({ dz }) => dz)),
    d_av: given(of(effect, ({ dav }) => dav)),
    rang_methode: isDefined(signedRank) ? signedRank.method : null,
    ...weightedFigures(weighted),
    ...pooledFigures('gesamt', result.pooled),
    ...pooledFigures('gewichtet_gesamt', result.weightedPooled),
    ...(result.influence && influenceFigures(result.influence)),
  }
}

const influenceFigures = ({ without, trimmed, weighted }: ToldInfluence): FlatRow => ({
  getrimmt: given(trimmed),
  ohne_alle_veraenderung: changeWithout(without),
  ...(weighted && { gewichtet_ohne_alle_veraenderung: changeWithout(weighted.without) }),
})

const changeWithout = (without: ToldInfluence['without']) =>
  isTold(without) ? given(of(without, ({ change }) => change)) : without

function pooledFigures(name: string, pooled: Pooled | undefined): FlatRow {
  if (pooled === undefined) return {}
  if (!('change' in pooled)) {
    const figure = given(pooled)
    return Object.fromEntries(['veraenderung', 'se', 'unten', 'oben', 'p'].map((one) => [`${name}_${one}`, figure]))
  }
  const [low, high] = limits(pooled.interval)
  return {
    [`${name}_veraenderung`]: pooled.change,
    [`${name}_se`]: given(pooled.se),
    [`${name}_unten`]: low,
    [`${name}_oben`]: high,
    [`${name}_p`]: given(of(pooled.test, ({ p }) => p)),
  }
}

const countOf = (share: Told<{ count: number }> | undefined) =>
  share === undefined ? null : isTold(share) ? share.count : share

function levelFigures(name: string, level: Level | undefined): FlatRow {
  return {
    [`${name}_mittel`]: given(level?.mean),
    [`${name}_median`]: given(level?.median),
    [`${name}_summe`]: level !== undefined && 'sum' in level.total ? level.total.sum : null,
  }
}

const shareOf = ({ total }: Level) => ('share' in total ? given(total.share) : null)

function weightedFigures(weighted: Told<NonNullable<ToldNumbers['weighted']>> | undefined): FlatRow {
  if (weighted === undefined) return {}
  if (weighted === hidden || !isDefined(weighted)) {
    const figure = weighted === hidden ? hidden : given(weighted)
    return Object.fromEntries(weightedColumns.map((name) => [name, figure]))
  }
  const [low, high] = limits(weighted.interval)
  return {
    gewichtet_vorher: weighted.before,
    gewichtet_nachher: weighted.after,
    gewichtet_veraenderung: weighted.change,
    gewichtet_se: given(weighted.se),
    gewichtet_unten: low,
    gewichtet_oben: high,
  }
}

/** Counts stand in the columns of sums, percentages in those of shares. */
function categoryFigures({ pairs, stuartMaxwell, yes, before, after, weighted }: ToldCategories): FlatRow[] {
  return pairs.before.categories.map(({ code, label, count, share }, place) => {
    const later = pairs.after.categories[place]
    return {
      kategorie: code,
      kategoriename: label,
      alle_vorher_summe: before?.categories[place]?.count ?? null,
      alle_nachher_summe: after?.categories[place]?.count ?? null,
      vorher_summe: count,
      vorher_anteil: given(share),
      nachher_summe: later?.count ?? null,
      nachher_anteil: given(later?.share),
      veraenderung: given(
        later !== undefined && isTold(share) && isTold(later.share) ? difference(share, later.share) : hidden,
      ),
      chi2: isDefined(stuartMaxwell) ? stuartMaxwell.chiSquare : given(stuartMaxwell),
      chi2_df: isDefined(stuartMaxwell) ? stuartMaxwell.df : given(stuartMaxwell),
      ...weightedFigures(weighted?.[place]?.change),
      ...(place === 1 ? yesFigures(yes?.change) : {}),
    }
  })
}

/** Of yes and no, how sure the change of the share of yes is. */
function yesFigures(change: NonNullable<ToldCategories['yes']>['change'] | undefined): FlatRow {
  if (change === undefined) return {}
  if (!isTold(change)) return { unten: hidden, oben: hidden, se: hidden }
  if (!isDefined(change)) return {}
  const [low, high] = limits(change.interval)
  return { unten: low, oben: high, se: given(change.se) }
}

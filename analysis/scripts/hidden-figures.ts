import type { Described, VariableDescription } from '../compare/describe-wave.ts'
import type { ToldEstimate } from '../compare/disclose-estimates.ts'
import type { Level } from '../compare/level.ts'
import type { Pooled } from '../compare/pooled.ts'
import type { Compared, Shown, Step, ToldCategories, ToldInfluence, ToldNumbers } from '../compare/results.ts'
import { type Change, shownChange } from '../compare/shown-change.ts'
import type { ToldDistribution } from '../compare/told-distribution.ts'
import { hidden, isTold, type Told } from '../disclosure/hidden.ts'
import type { Attrition, Difference } from '../participation/attrition.ts'
import type { ToldParticipation } from '../participation/disclose-attrition.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { groupName } from './group-name.ts'

/** Figures that a script must not print, as `group figure`: the files have them, the report does not tell them. */
export type HiddenFigures = readonly string[]

/** The names of those of some figures that are hidden. */
const hiddenOf = (figures: Record<string, Told<unknown>>) =>
  Object.keys(figures).filter((name) => !isTold(figures[name]))

const inGroup = (group: string, names: readonly string[]) => names.map((name) => `${group} ${name}`)

export function hiddenInComparison({ total, groups }: Step): HiddenFigures {
  const all: [string, Compared][] = [
    ['insgesamt', total],
    ...groups.map((one): [string, Compared] => [groupName(one.code), one]),
  ]
  return [
    ...all.flatMap(([group, { result }]) => (result === undefined ? [] : inGroup(group, hiddenInResult(result)))),
    ...(total.result === undefined ? [] : inGroup('insgesamt', hiddenInAssumptions(total.result))),
  ]
}

/** What follows from an error that is hidden, or from counts that are. */
function hiddenInAssumptions(result: Shown): string[] {
  const change = shownChange(result)
  const isChangeHidden = change !== undefined && (!isTold(change) || isHidden(change))
  const isErrorHidden = isChangeHidden || (change !== undefined && isDefined(change) && isHidden(change.se))
  const limits = ['unten', 'oben']
  return [
    ...(isErrorHidden
      ? [
          'aufgefallen',
          'aequivalenz_p',
          ...['aequivalenz', 'fehlende_kippt', 'fehlende'].flatMap((name) => limits.map((end) => `${name}_${end}`)),
        ]
      : []),
    ...(isChangeHidden ? ['fehlende', 'fehlende_null', 'fehlende_veraenderung'] : []),
    ...(result.kind === 'category'
      ? result.pairs.before.categories.flatMap(({ code, share }, place) =>
          isTold(share) && isTold(result.pairs.after.categories[place]?.share ?? hidden)
            ? []
            : ['vorher', 'nachher', 'veraenderung'].flatMap((of) =>
                limits.map((end) => `schranke_${code}_${of}_${end}`),
              ),
        )
      : []),
  ]
}

const hiddenInResult = (result: Shown): string[] =>
  result.kind === 'number' ? hiddenInNumbers(result) : hiddenInCategories(result)

const levelNames = ['n', 'mittel', 'sd', 'median', 'q1', 'q3', 'summe', 'teile', 'basis', 'anteil']

/** What a sample has and a complete register has not. */
const testNames = [
  ...['se', 'unten', 'oben', 't', 'df', 'p', 'hodges_lehmann'],
  ...['rang_v', 'rang_p', 'bootstrap_unten', 'bootstrap_oben', 'd_z', 'd_av'],
  ...['se', 'unten', 'oben', 't', 'df', 'p'].map((name) => `gesamt_${name}`),
]

function hiddenInNumbers(result: ToldNumbers): string[] {
  const { before, after, pairs, shares, change, weighted, effect, pooled, weightedPooled } = result
  const { medianChange, hodgesLehmann, signedRank, bootstrap, influence } = result
  const isComplete = !isDefined(effect) && effect.notDefined === 'complete'
  return [
    ...(isComplete ? testNames : []),
    ...hiddenInLevel('alle_vorher', before),
    ...hiddenInLevel('alle_nachher', after),
    ...hiddenInLevel('vorher', pairs.before),
    ...hiddenInLevel('nachher', pairs.after),
    ...ifHidden(change, ['sd'], ({ sd }) => sd),
    ...ifHidden(change, spread, ({ se }) => se),
    ...(weighted === undefined ? [] : hiddenInChange(weighted).map((name) => `gewichtet_${name}`)),
    ...hiddenInPooled('gesamt', pooled),
    ...hiddenInPooled('gewichtet_gesamt', weightedPooled),
    ...(influence === undefined ? [] : hiddenInInfluence(influence)),
    ...ifHidden(medianChange, ['median_veraenderung']),
    ...ifHidden(hodgesLehmann, ['hodges_lehmann']),
    ...ifHidden(signedRank, ['rang_v', 'rang_p']),
    ...ifHidden(bootstrap, ['bootstrap_unten', 'bootstrap_oben']),
    ...ifHidden(effect, ['d_z', 'd_av']),
    ...(isDefined(shares)
      ? hiddenOf({ gestiegen: shares.risen, gefallen: shares.fallen, unveraendert: shares.unchanged })
      : []),
  ]
}

/** Of units that are not named, all. */
const hiddenInInfluence = ({ many, trimmed, weighted, ...plain }: ToldInfluence): string[] => [
  ...hiddenInMoves('', many, plain),
  ...(weighted === undefined ? [] : hiddenInMoves('gewichtet_', many, weighted)),
  ...hiddenOf({ getrimmt: trimmed }),
]

const hiddenInMoves = (prefix: string, many: number, { units, without }: Pick<ToldInfluence, 'units' | 'without'>) => [
  ...Array.from({ length: many }, (_none, place) =>
    hiddenWithout(`${prefix}ohne_${place + 1}`, units.find(({ rank }) => rank === place + 1)?.without ?? hidden),
  ).flat(),
  ...hiddenWithout(`${prefix}ohne_alle`, without),
]

const hiddenWithout = (name: string, change: ToldInfluence['without']): string[] =>
  (isTold(change) ? ifHidden(change, spread, ({ se }) => se) : ['veraenderung', ...spread]).map(
    (one) => `${name}_${one}`,
  )

function hiddenInPooled(name: string, pooled: Pooled | undefined): string[] {
  if (pooled === undefined) return []
  const names = 'change' in pooled ? ifHidden(pooled.se, spread) : ifHidden(pooled, ['veraenderung', ...spread])
  return names.map((one) => `${name}_${one}`)
}

/** Names of figures, where they are hidden, or what stands for them in what they belong to. */
function ifHidden<Of>(one: Of | NotDefined, names: readonly string[], part: (defined: Of) => unknown = () => one) {
  return isHidden(isDefined(one) ? part(one) : one) ? names : []
}

function hiddenInLevel(wave: string, level: Level | undefined): string[] {
  if (level === undefined) return levelNames.map((name) => `${name}_${wave}`)
  const { sd, median, quartiles } = level
  const names = [...ifHidden(sd, ['sd']), ...ifHidden(median, ['median']), ...ifHidden(quartiles, ['q1', 'q3'])]
  return names.map((name) => `${name}_${wave}`)
}

function hiddenInCategories(result: ToldCategories): string[] {
  const { before, after, pairs, transitions, stuartMaxwell, yes, weighted = [] } = result
  const { categories: codes, counts, unchanged } = transitions
  const listed = (name: string, distribution: ToldDistribution | undefined) =>
    distribution === undefined
      ? [`n_${name}`, ...codes.map((code) => `${name}_${code}`)]
      : distribution.categories.filter(({ count }) => !isTold(count)).map(({ code }) => `${name}_${code}`)
  return [
    ...listed('alle_vorher', before),
    ...listed('alle_nachher', after),
    ...listed('vorher', pairs.before),
    ...listed('nachher', pairs.after),
    ...counts.flatMap((row, from) =>
      row.flatMap((count, to) => (isTold(count) ? [] : [`von_${codes[from]}_nach_${codes[to]}`])),
    ),
    ...hiddenOf({ unveraendert: unchanged }),
    ...(yes === undefined ? [] : hiddenInChange(yes.change)),
    ...weighted.flatMap(({ code, change }) => hiddenInChange(change).map((name) => `gewichtet_${code}_${name}`)),
    ...(isHidden(stuartMaxwell) ? ['sm_chi2', 'sm_df', 'sm_p', 'mcnemar_p'] : []),
  ]
}

const isHidden = (one: unknown) =>
  typeof one === 'object' && one !== null && 'notDefined' in one && one.notDefined === 'hidden'

const spread = ['se', 'unten', 'oben', 't', 'df', 'p']

/** A change that is hidden, or what tells how sure it is. */
function hiddenInChange(change: Told<Change | NotDefined>): string[] {
  if (!isTold(change) || isHidden(change)) return ['vorher', 'nachher', 'veraenderung', ...spread]
  return isDefined(change) && isHidden(change.se) ? spread : []
}

/** Of answers a script counts those only that are told; why they are missing it counts by itself. */
export const hiddenInDescription = (described: readonly VariableDescription[]): HiddenFigures =>
  described.flatMap(({ variable: { name }, total, groups }) => [
    ...inGroup('insgesamt', [
      ...(isTold(total.units)
        ? hiddenOf({ mit_angabe: total.n, ...total.missing })
        : ['einheiten', 'mit_angabe', 'leer', 'nicht_vorhanden', 'trifft_nicht_zu', 'keine_teilnahme']
      ).map((figure) => `${figure}_${name}`),
      ...hiddenInDescribed(total, name),
    ]),
    ...groups.flatMap((one) => inGroup(groupName(one.code), hiddenInDescribed(one, name))),
  ])

const hiddenInDescribed = ({ result }: Described, name: string): string[] => {
  if (result === undefined) return []
  const { estimates } = result
  const names = result.kind === 'number' ? [name] : result.distribution.categories.map(({ code }) => `${name}_${code}`)
  return [
    ...(result.kind === 'number' ? hiddenInLevel(name, result.level) : []),
    ...names.flatMap((own, place) =>
      [
        ...hiddenInEstimate('', estimates?.plain[place]),
        ...hiddenInEstimate('gewichtet_', estimates?.weighted?.[place]),
      ].map((figure) => `${figure}_${own}`),
    ),
  ]
}

const limitNames = ['se', 'unten', 'oben']

function hiddenInEstimate(prefix: string, estimate: ToldEstimate | undefined): string[] {
  if (estimate === undefined) return []
  const names = isTold(estimate)
    ? ifHidden(estimate, limitNames, ({ se }) => se)
    : [...(prefix === '' ? [] : ['n', 'stand']), ...limitNames]
  return names.map((figure) => `${prefix}${figure}`)
}

const classTestNames = ['chi2', 'df', 'p', 'v', 'erwartet_genug', 'p_holm']
const differenceNames = [
  ...['n_ja', 'mittel_ja', 'median_ja', 'n_nein', 'mittel_nein', 'median_nein'],
  ...['std_differenz', 'welch_p', 'rang_p'],
]

export const hiddenInAttrition = ({ flow, rates, characteristics, covariates }: Attrition): HiddenFigures => [
  ...inGroup('insgesamt', hiddenInParticipation({ flow, rates })),
  ...Object.entries(rates).flatMap(([outcome, { interval }]) => {
    const ofOutcome = (names: readonly string[]) => (isTold(interval) ? [] : names.map((name) => `${name}_${outcome}`))
    return [...characteristics.flatMap(({ name }) => inGroup(name, ofOutcome(classTestNames)))]
  }),
  ...covariates.flatMap(({ name, differences }) =>
    Object.entries(differences).flatMap(([outcome, difference]) =>
      inGroup(
        name,
        hiddenInDifference(difference).map((figure) => `${figure}_${outcome}`),
      ),
    ),
  ),
  ...characteristics.flatMap(({ name, classes }) =>
    classes.flatMap((one) => inGroup(`${name}:${groupName(one.code)}`, hiddenInParticipation(one))),
  ),
]

function hiddenInDifference(difference: Difference | undefined): readonly string[] {
  if (difference === undefined) return differenceNames
  const { yes, no, standardised, welch, mannWhitney } = difference
  return [
    ...ifHidden(yes.median, ['median_ja']),
    ...ifHidden(no.median, ['median_nein']),
    ...ifHidden(standardised, ['std_differenz']),
    ...ifHidden(welch, ['welch_p']),
    ...ifHidden(mannWhitney, ['rang_p']),
  ]
}

const hiddenInParticipation = ({ flow: { both, dropped, joined, neither }, rates }: ToldParticipation): string[] => [
  ...hiddenOf({ beide: both, nur_vorher: dropped, nur_nachher: joined, keine: neither }),
  ...Object.entries(rates).flatMap(([outcome, { yes, of, interval }]) =>
    hiddenOf({
      [`ja_${outcome}`]: yes,
      [`von_${outcome}`]: of,
      [`anteil_${outcome}`]: isTold(yes) ? of : yes,
      [`unten_${outcome}`]: interval,
      [`oben_${outcome}`]: interval,
    }),
  ),
]

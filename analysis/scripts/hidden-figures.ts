import type { VariableDescription } from '../compare/describe-wave.ts'
import type { Compared, Shown, Step, ToldCategories, ToldDistribution, ToldNumbers } from '../compare/results.ts'
import type { Change } from '../compare/shown-change.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import type { Attrition } from '../participation/attrition.ts'
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
  return all.flatMap(([group, { result }]) => (result === undefined ? [] : inGroup(group, hiddenInResult(result))))
}

const hiddenInResult = (result: Shown): string[] =>
  result.kind === 'number' ? hiddenInNumbers(result) : hiddenInCategories(result)

const levelNames = ['n', 'mittel', 'sd', 'median', 'q1', 'q3', 'summe', 'teile', 'basis', 'anteil']

/** What a sample has and a complete register has not. */
const testNames = [
  ...['se', 'unten', 'oben', 't', 'df', 'p', 'hodges_lehmann'],
  ...['rang_v', 'rang_p', 'bootstrap_unten', 'bootstrap_oben', 'd_z', 'd_av'],
]

function hiddenInNumbers({ before, after, shares, effect }: ToldNumbers): string[] {
  const all = before && after ? [] : ['alle_vorher', 'alle_nachher']
  const isComplete = !isDefined(effect) && effect.notDefined === 'complete'
  return [
    ...(isComplete ? testNames : []),
    ...all.flatMap((wave) => levelNames.map((name) => `${name}_${wave}`)),
    ...(isDefined(shares)
      ? hiddenOf({ gestiegen: shares.risen, gefallen: shares.fallen, unveraendert: shares.unchanged })
      : []),
  ]
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

const isHidden = (one: object | NotDefined) => 'notDefined' in one && one.notDefined === 'hidden'

/** A change that is hidden, or what tells how sure it is. */
function hiddenInChange(change: Told<Change | NotDefined>): string[] {
  const spread = ['se', 'unten', 'oben', 't', 'df', 'p']
  if (!isTold(change)) return ['vorher', 'nachher', 'veraenderung', ...spread]
  return isDefined(change) && typeof change.se !== 'number' && isHidden(change.se) ? spread : []
}

/** Of answers a script counts those only that are told; why they are missing it counts by itself. */
export const hiddenInDescription = (described: readonly VariableDescription[]): HiddenFigures =>
  described.flatMap(({ variable: { name }, total: { units, n, missing } }) =>
    inGroup(
      'insgesamt',
      (isTold(units)
        ? hiddenOf({ mit_angabe: n, ...missing })
        : ['einheiten', 'mit_angabe', 'leer', 'nicht_vorhanden', 'trifft_nicht_zu', 'keine_teilnahme']
      ).map((figure) => `${figure}_${name}`),
    ),
  )

const classTestNames = ['chi2', 'df', 'p', 'v', 'erwartet_genug', 'p_holm']
const differenceNames = [
  ...['n_ja', 'mittel_ja', 'median_ja', 'n_nein', 'mittel_nein', 'median_nein'],
  ...['std_differenz', 'welch_p', 'rang_p'],
]

export const hiddenInAttrition = ({ flow, rates, characteristics, covariates }: Attrition): HiddenFigures => [
  ...inGroup('insgesamt', hiddenInParticipation({ flow, rates })),
  ...Object.entries(rates).flatMap(([outcome, { interval }]) => {
    const ofOutcome = (names: readonly string[]) => (isTold(interval) ? [] : names.map((name) => `${name}_${outcome}`))
    return [
      ...characteristics.flatMap(({ name }) => inGroup(name, ofOutcome(classTestNames))),
      ...covariates.flatMap(({ name }) => inGroup(name, ofOutcome(differenceNames))),
    ]
  }),
  ...characteristics.flatMap(({ name, classes }) =>
    classes.flatMap((one) => inGroup(`${name}:${groupName(one.code)}`, hiddenInParticipation(one))),
  ),
]

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

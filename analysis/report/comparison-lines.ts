import type { Level } from '../compare/level.ts'
import type { Compared, ComparedGroup, Shown, Step, VariableComparison, WavesCompared } from '../compare/results.ts'
import { fewest } from '../disclosure/fewest.ts'
import { type PanelReason, panelReasons } from '../panel/reasons.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import {
  columns,
  difference,
  intervalWords,
  number,
  probability,
  pWords,
  signed,
  testWords,
  whole,
  whyNot,
} from '../words.ts'
import type { Provenance } from './provenance.ts'
import { weightLines } from './weight-lines.ts'

type NumberResult = Extract<Shown, { kind: 'number' }>
type CategoryResult = Extract<Shown, { kind: 'category' }>

/** Said wherever figures of the panel are shown, until tables can be published. */
export const workingView = 'Arbeitsansicht, nicht zur Veröffentlichung'

/** A comparison as lines for people, in German, at most 120 characters wide as far as names allow. */
export function reportLines(compared: WavesCompared, provenance: Provenance, unitName = 'Kommunen'): string[] {
  return [
    `${workingView}.`,
    ...compared.variables.flatMap((one) => ['', ...variableLines(one, compared, unitName)]),
    '',
    ...originLines(compared, provenance),
    ...(provenance.weightReport === undefined ? [] : ['', ...weightLines(provenance.weightReport, unitName)]),
  ]
}

function variableLines({ variable, steps }: VariableComparison, compared: WavesCompared, unitName: string): string[] {
  const { name, label, formula, base, note, unit } = variable
  return [
    `${label} (${name})${unit === '' ? '' : `, in ${unit}`}`,
    ...(formula === name ? [] : [`  Formel: ${formula}`]),
    ...(base === '' ? [] : [`  Bezugsgröße: ${base}`]),
    ...(note === '' ? [] : [`  Zu beachten: ${note}`]),
    ...steps.flatMap((step) => stepLines(step, compared, unitName)),
  ]
}

function stepLines(step: Step, compared: WavesCompared, unitName: string): string[] {
  const { from, to, comparability, total, groups } = step
  return [
    '',
    `  ${from} → ${to}: ${comparability.label}. ${comparability.why}`,
    ...totalLines(step, total, unitName).map((line) => `  ${line}`),
    ...(compared.grouping === undefined ? [] : groupLines(step, compared, groups).map((line) => `  ${line}`)),
  ]
}

function totalLines(step: Step, { size, result, adjusted }: Compared, unitName: string): string[] {
  if (result === undefined) return [hiddenSentence(unitName)]
  const first = `${whole(size.pairs)} von ${whole(size.units)} ${unitName} haben in beiden Wellen eine Angabe.${missingWords(result.missing)}`
  const lines = result.kind === 'number' ? numberLines(step, result) : categoryLines(step, result)
  const tests = adjusted?.main === undefined ? [] : [adjustedWords(adjusted.main)]
  return [first, '', ...lines, ...tests]
}

export const hiddenSentence = (unitName: string) => `Weniger als ${fewest} ${unitName}: nicht gezeigt.`

function missingWords({ before, after }: Shown['missing']): string {
  const words = (counts: Partial<Record<PanelReason, number>>) =>
    Object.entries(counts)
      .map(([code, count]) => `${panelReasons.find((one) => one.code === code)?.label} ${whole(count)}`)
      .join(', ')
  const [earlier, later] = [words(before), words(after)]
  if (earlier === '' && later === '') return ''
  return ` Es fehlen vorher: ${earlier || 'keine'}; nachher: ${later || 'keine'}.`
}

function numberLines({ from, to }: Step, result: NumberResult): string[] {
  const { pairs, change, medianChange, hodgesLehmann, shares, signedRank, bootstrap, effect, weighted } = result
  const levels = (name: string, before: Level, after: Level) => [
    [`${name}: Anzahl`, whole(before.n), whole(after.n), ''],
    ['  Mittelwert', number(before.mean), number(after.mean), signed(difference(before.mean, after.mean))],
    ['  Standardabweichung', number(before.sd), number(after.sd), ''],
    ['  Median', number(before.median), number(after.median), signed(difference(before.median, after.median))],
    ...totalRow(before, after),
  ]
  const table = columns([
    ['', from, to, 'Unterschied'],
    ...levels('Paare', pairs.before, pairs.after),
    ...(result.before === undefined || result.after === undefined
      ? []
      : levels('Alle mit Angabe', result.before, result.after)),
  ])
  const words = [sumSentence(pairs.before, pairs.after)]
  if (isDefined(change)) {
    words.push(
      `Mittlere Veränderung ${signed(change.change)}, ${intervalWords(change.interval)}; ${testWords(change.test)}.`,
    )
  }
  words.push(
    `Median der Veränderungen ${signed(medianChange)}${isDefined(hodgesLehmann) ? `, Hodges-Lehmann ${signed(hodgesLehmann.estimate)}` : ''}.`,
  )
  if (isDefined(shares)) {
    const share = (one: { count: number; share: number }) => `${number(100 * one.share)} % (${whole(one.count)})`
    words.push(
      `Gestiegen ${share(shares.risen)}, gefallen ${share(shares.fallen)}, unverändert ${share(shares.unchanged)}.`,
    )
  }
  words.push(
    isDefined(signedRank)
      ? `Vorzeichen-Rang-Test (${signedRank.method === 'exact' ? 'exakt' : 'Näherung'}, ohne ${whole(signedRank.zeros)} Unveränderte): ${pWords(signedRank.p)}.`
      : `Vorzeichen-Rang-Test: ${whyNot(signedRank)}.`,
  )
  if (bootstrap !== undefined) words.push(`Bootstrap der mittleren Veränderung: ${intervalWords(bootstrap)}.`)
  if (isDefined(effect)) words.push(`Effektstärke d_z ${number(effect.dz)}, d_av ${number(effect.dav)}.`)
  if (weighted !== undefined && isDefined(weighted)) {
    words.push(
      `Gewichtet (${whole(weighted.n)}): ${number(weighted.before)} → ${number(weighted.after)}, Veränderung ${signed(weighted.change)}, ${intervalWords(weighted.interval)}; ${testWords(weighted.test)}.`,
    )
  }
  return [...table, '', ...words.filter((line) => line !== '')]
}

function totalRow(before: Level, after: Level): string[][] {
  if ('sum' in before.total && 'sum' in after.total)
    return [['  Summe', number(before.total.sum), number(after.total.sum), signed(after.total.sum - before.total.sum)]]
  if ('share' in before.total && 'share' in after.total) {
    const [first, second] = [before.total.share, after.total.share]
    return [['  Anteil über alle', number(first), number(second), signed(difference(first, second))]]
  }
  return []
}

/** `Aus 84.210 wurden 79.112 (−5.098).` */
export function sumSentence(before: Level, after: Level): string {
  if ('sum' in before.total && 'sum' in after.total) {
    const [first, second] = [before.total.sum, after.total.sum]
    return `Aus ${number(first)} wurden ${number(second)} (${signed(second - first)}).`
  }
  if ('share' in before.total && 'share' in after.total)
    return `Aus ${countsWords(before.total)} wurden ${countsWords(after.total)}.`
  return ''
}

const countsWords = ({ parts, base, share }: { parts: number; base: number; share: number | NotDefined }) =>
  `${number(parts)} von ${number(base)} (${number(share)} %)`

function categoryLines(
  { from, to }: Step,
  { pairs, before, after, stuartMaxwell, yes, transitions, weighted = [] }: CategoryResult,
): string[] {
  const cell = (one: { count: number; share: number } | undefined) =>
    one === undefined ? '' : `${whole(one.count)} (${number(one.share)} %)`
  const all = before !== undefined && after !== undefined
  const table = columns([
    ['', `${from}, Paare`, `${to}, Paare`, ...(all ? [`${from}, alle`, `${to}, alle`] : [])],
    ...pairs.before.categories.map((one, place) => [
      `  ${one.label}`,
      cell(one),
      cell(pairs.after.categories[place]),
      ...(all ? [cell(before.categories[place]), cell(after.categories[place])] : []),
    ]),
  ])
  const labels = pairs.before.categories.map(({ label }) => label)
  const moves = columns([
    [`Übergänge (von ↓ nach →)`, ...labels.map((label) => short(label))],
    ...transitions.counts.map((row, place) => [`  ${labels[place]}`, ...row.map(whole)]),
  ])
  const words = [
    `Unverändert ${whole(transitions.unchanged)} von ${whole(transitions.n)}.`,
    isDefined(stuartMaxwell)
      ? `Stuart-Maxwell-Test: χ²(${stuartMaxwell.df}) = ${number(stuartMaxwell.chiSquare)}, ${pWords(stuartMaxwell.p)}.`
      : `Stuart-Maxwell-Test: ${whyNot(stuartMaxwell)}.`,
  ]
  if (yes !== undefined && isDefined(yes.change))
    words.push(
      `Anteil „ja“: ${number(yes.change.before)} % → ${number(yes.change.after)} %, Veränderung ${signed(yes.change.change)} Punkte, ${intervalWords(yes.change.interval)}.`,
      isDefined(yes.mcnemar)
        ? `McNemar-Test (exakt): ${pWords(yes.mcnemar.exact.p)}.`
        : `McNemar-Test: ${whyNot(yes.mcnemar)}.`,
    )
  for (const { label, change } of weighted) {
    if (isDefined(change))
      words.push(
        `Gewichtet „${label}“: ${number(change.before)} % → ${number(change.after)} %, Veränderung ${signed(change.change)} Punkte, ${intervalWords(change.interval)}.`,
      )
  }
  return [...table, '', ...moves, '', ...words]
}

function groupLines(
  { from, to }: Step,
  { grouping, weights }: WavesCompared,
  groups: readonly ComparedGroup[],
): string[] {
  const { label = '', note } = grouping ?? {}
  if (groups.length === 0) return ['', `Nach ${label}: ${hiddenSentence('Kommunen')}`]
  const merged = groups.flatMap((one) => one.merged)
  return [
    '',
    ...columns([
      [
        `Nach ${label}`,
        'Paare',
        from,
        to,
        `Veränderung${weights === undefined ? '' : ' (gewichtet)'}`,
        '95-%-Intervall',
        'p',
        'p (Holm)',
      ],
      ...groups.map((group) => [`  ${group.label}`, whole(group.size.pairs), ...groupCells(group)]),
    ]),
    ...(merged.length === 0
      ? []
      : [
          `Zusammengefasst, damit sich keine Angabe von weniger als ${fewest} Kommunen errechnen lässt: ${merged.join(', ')}.`,
        ]),
    ...(note === undefined ? [] : [`${note}.`]),
  ]
}

/** The change that goes with the p value beside it: with weights, the weighted one. */
function shownChange(result: Shown) {
  if (result.kind === 'number') return result.weighted ?? result.change
  return result.yes && (result.weighted?.[1]?.change ?? result.yes.change)
}

function groupCells({ result, adjusted }: Compared): string[] {
  if (result === undefined) return ['', '', '', '', '', '']
  const change = shownChange(result)
  const ps = [adjusted?.main?.p, adjusted?.main?.holm].map((p) => (p === undefined ? '' : probability(p)))
  if (change === undefined || !isDefined(change)) return ['', '', '', '', ...ps]
  const interval = isDefined(change.interval) ? change.interval.map(signed).join(' bis ') : '–'
  return [number(change.before), number(change.after), signed(change.change), interval, ...ps]
}

const adjustedWords = ({ holm, benjaminiHochberg }: { holm: number; benjaminiHochberg: number }) =>
  `Für mehrere Tests berichtigt: Holm ${pWords(holm)}, Benjamini-Hochberg ${pWords(benjaminiHochberg)}.`

function originLines({ families }: WavesCompared, origin: Provenance): string[] {
  const { filters, weights, level, bootstrap } = origin
  return [
    ...snapshotLines(origin),
    ...indicatorLines(origin),
    `  Filter: ${filters.length === 0 ? 'keiner' : filters.join(', ')}. Gewichte: ${weights === '' ? 'keine' : weights}. Niveau ${number(100 * level)} %.`,
    `  Bootstrap: ${whole(bootstrap.replicates)} Stichproben, Startwert ${bootstrap.seed}. Berichtigt für ${families.totals} Tests insgesamt und ${families.groups} in Gruppen.`,
  ]
}

/** Which administrative figures were used, and by which imports they came. */
export const indicatorLines = ({ indicators = [] }: Provenance): string[] =>
  indicators.map(({ name, label, batches }) => `  ${name}: ${label}; Import ${batches.join(', ')}.`)

/** From which answers figures come, and how to get the same ones again. */
export function snapshotLines({ snapshot, waves }: Provenance): string[] {
  return [
    'So entstanden diese Zahlen',
    `  Datenstand: ${whole(snapshot.submissions)} Abgaben bis Nummer ${snapshot.submission}, die jüngste vom ${snapshot.at} (--stand ${snapshot.submission}).`,
    ...waves.map(({ wave, survey, version, hash, answers }) => {
      const given = answers.map((one) => `${whole(one.submissions)} nach Fassung ${one.version}`).join(', ')
      return `  ${wave}: ${survey} Fassung ${version}, Prüfsumme ${hash.slice(0, 12)}; ${given || 'keine Antworten'}.`
    }),
  ]
}

const short = (label: string) => (label.length > 16 ? `${label.slice(0, 15)}…` : label)

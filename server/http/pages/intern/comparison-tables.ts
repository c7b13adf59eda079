import type { Distribution } from '../../../../analysis/compare/compare-categories.ts'
import type { Level } from '../../../../analysis/compare/level.ts'
import type { AdjustedP, Compared, ComparedGroup, Shown, Step } from '../../../../analysis/compare/results.ts'
import { seenParts, unseen } from '../../../../analysis/disclosure/seen-parts.ts'
import { type PanelReason, panelReasons } from '../../../../analysis/panel/reasons.ts'
import type { Interval } from '../../../../analysis/stats/interval.ts'
import { isDefined, type NotDefined } from '../../../../analysis/stats/not-defined.ts'
import { difference, number, probability, signed, whole, whyNot } from '../../../../analysis/words.ts'
import type { FigureTable } from '../../../../views/page-data/evaluation-pages.ts'

export type NumberResult = Extract<Shown, { kind: 'number' }>
export type CategoryResult = Extract<Shown, { kind: 'category' }>

/** The change that is shown first: the weighted one where there are weights; of yes and no that of the share of yes. */
export function shownChange(result: Shown) {
  const change = result.kind === 'number' ? (result.weighted ?? result.change) : result.yes?.change
  return change !== undefined && isDefined(change) ? change : undefined
}

export const interval = (limits: Interval | NotDefined): string =>
  isDefined(limits) ? `${signed(limits[0])} bis ${signed(limits[1])}` : '–'

/** Where a number stood and stands, among the pairs and among all. */
export function levelTable({ from, to }: Step, { pairs, before, after, weighted }: NumberResult): FigureTable {
  const columns = [
    levelColumns(pairs.before, pairs.after),
    ...(before === undefined || after === undefined ? [] : [levelColumns(before, after)]),
  ]
  const isWeighted = weighted !== undefined && isDefined(weighted)
  return {
    head: [
      '',
      ...['Paare', 'alle']
        .slice(0, columns.length)
        .flatMap((who) => [`${from}, ${who}`, `${to}, ${who}`, 'Unterschied']),
    ],
    rows: [
      ...levelRows.map((name, row) => [name, ...columns.flatMap((cells) => cells[row] ?? [])]),
      ...(isWeighted
        ? [
            [
              'Gewichteter Mittelwert',
              number(weighted.before),
              number(weighted.after),
              signed(weighted.change),
              ...(columns.length > 1 ? ['', '', ''] : []),
            ],
          ]
        : []),
    ],
  }
}

const levelRows = [
  'Anzahl',
  'Mittelwert',
  'Standardabweichung',
  'Unteres Quartil',
  'Median',
  'Oberes Quartil',
  'Summe oder Anteil über alle',
]

const levelColumns = (before: Level, after: Level): string[][] => [
  [whole(before.n), whole(after.n), ''],
  [number(before.mean), number(after.mean), signed(difference(before.mean, after.mean))],
  [number(before.sd), number(after.sd), ''],
  [quartile(before, 0), quartile(after, 0), ''],
  [number(before.median), number(after.median), signed(difference(before.median, after.median))],
  [quartile(before, 1), quartile(after, 1), ''],
  totalCells(before, after),
]

const quartile = ({ quartiles }: Level, place: 0 | 1) => (isDefined(quartiles) ? number(quartiles[place]) : '–')

function totalCells({ total: before }: Level, { total: after }: Level): string[] {
  if ('sum' in before && 'sum' in after) return [number(before.sum), number(after.sum), signed(after.sum - before.sum)]
  if ('share' in before && 'share' in after)
    return [number(before.share), number(after.share), signed(difference(before.share, after.share))]
  return ['–', '–', '']
}

/** The tests of a number, each with its p as it is and adjusted for the tests beside it. */
export function testTable({ result, adjusted }: Compared): FigureTable | null {
  if (result === undefined) return null
  const rows = result.kind === 'number' ? numberTests(result, adjusted) : categoryTests(result, adjusted)
  return { head: ['Verfahren', 'Ergebnis', 'p', 'p (Holm)', 'p (Benjamini-Hochberg)'], rows }
}

function numberTests(
  { change, signedRank, hodgesLehmann, bootstrap, effect, weighted }: NumberResult,
  adjusted: Compared['adjusted'],
): string[][] {
  const isWeighted = weighted !== undefined && isDefined(weighted)
  const rows = [
    ...(isDefined(change)
      ? [['Gepaarter t-Test', tWords(change.test), ...(isWeighted ? plainP(change.test) : ps(adjusted?.main))]]
      : []),
    ...(isWeighted ? [['Gewichteter gepaarter t-Test', tWords(weighted.test), ...ps(adjusted?.main)]] : []),
    isDefined(signedRank)
      ? [
          `Vorzeichen-Rang-Test (${signedRank.method === 'exact' ? 'exakt' : 'Näherung'})`,
          `ohne ${whole(signedRank.zeros)} Unveränderte`,
          ...ps(adjusted?.signedRank),
        ]
      : ['Vorzeichen-Rang-Test', whyNot(signedRank), '', '', ''],
    ...(isDefined(hodgesLehmann)
      ? [
          [
            'Hodges-Lehmann-Schätzer',
            `${signed(hodgesLehmann.estimate)} (${interval(hodgesLehmann.interval)})`,
            '',
            '',
            '',
          ],
        ]
      : []),
    ...(bootstrap === undefined ? [] : [['Bootstrap-Intervall des Mittels', interval(bootstrap), '', '', '']]),
    ...(isDefined(effect)
      ? [['Effektstärke', `d_z ${signed(effect.dz)}, d_av ${signed(effect.dav)}`, '', '', '']]
      : []),
  ]
  return rows
}

function categoryTests({ stuartMaxwell, yes }: CategoryResult, adjusted: Compared['adjusted']): string[][] {
  if (yes !== undefined)
    return [
      isDefined(yes.mcnemar)
        ? ['McNemar-Test (exakt)', 'Wechsel von nein zu ja gegen ja zu nein', ...ps(adjusted?.main)]
        : ['McNemar-Test', whyNot(yes.mcnemar), '', '', ''],
    ]
  return [
    isDefined(stuartMaxwell)
      ? ['Stuart-Maxwell-Test', `χ²(${stuartMaxwell.df}) = ${number(stuartMaxwell.chiSquare)}`, ...ps(adjusted?.main)]
      : ['Stuart-Maxwell-Test', whyNot(stuartMaxwell), '', '', ''],
  ]
}

const tWords = (test: { t: number; df: number } | NotDefined) =>
  isDefined(test) ? `t(${number(test.df)}) = ${number(test.t)}` : whyNot(test)

const plainP = (test: { p: number } | NotDefined) => [isDefined(test) ? probability(test.p) : '', '', '']

const ps = (adjusted: AdjustedP | undefined): string[] =>
  adjusted === undefined
    ? ['', '', '']
    : [adjusted.p, adjusted.holm, adjusted.benjaminiHochberg].map((p) => probability(p))

/** Each group with its change. */
export function groupTable({ from, to }: Step, label: string, groups: readonly ComparedGroup[]): FigureTable {
  return {
    head: [label, 'Paare', from, to, 'Veränderung', '95-%-Intervall', 'p', 'p (Holm)', 'p (B.-H.)'],
    rows: groups.map(({ label: name, size, result, adjusted }) => {
      const change = result && shownChange(result)
      const p = ps(adjusted?.main)
      if (change === undefined) return [name, whole(size.pairs), '–', '–', '–', '–', ...p]
      const { before, after } = change
      return [
        name,
        whole(size.pairs),
        number(before),
        number(after),
        signed(change.change),
        interval(change.interval),
        ...p,
      ]
    }),
  }
}

/** How often each category occurs in both waves, where enough stand behind it. */
export function categoryTable({ from, to }: Step, { pairs, before, after }: CategoryResult): FigureTable {
  const [first, second] = [shareCells(pairs.before), shareCells(pairs.after)]
  const all = before === undefined || after === undefined ? [] : [shareCells(before), shareCells(after)]
  return {
    head: [
      '',
      `${from}, Paare`,
      `${to}, Paare`,
      'Veränderung',
      ...(all.length > 0 ? [`${from}, alle`, `${to}, alle`] : []),
    ],
    rows: pairs.before.categories.map(({ label, share }, place) => {
      const [was, is] = [first[place] ?? unseen, second[place] ?? unseen]
      const change = (pairs.after.categories[place]?.share ?? share) - share
      return [
        label,
        was,
        is,
        was === unseen || is === unseen ? unseen : signed(change),
        ...all.map((cells) => cells[place] ?? unseen),
      ]
    }),
  }
}

function shareCells({ categories }: Distribution): string[] {
  const seen = seenParts(categories.map(({ count }) => count))
  return categories.map(({ count, share }, place) => (seen[place] ? `${whole(count)} (${number(share)} %)` : unseen))
}

/** How many went from one answer to the other; not there where some of these would be too few. */
export function moveTable({ from, to }: Step, { transitions, pairs }: CategoryResult): FigureTable | null {
  if (!seenParts(transitions.counts.flat()).every(Boolean)) return null
  const labels = pairs.before.categories.map(({ label }) => label)
  return {
    head: [`${from} ↓ ${to} →`, ...labels],
    rows: transitions.counts.map((row, place) => [labels[place] ?? '', ...row.map(whole)]),
  }
}

/** Why units are no pair. */
export function missingTable({ from, to }: Step, { missing }: Shown): FigureTable | null {
  const codes = panelReasons.filter(({ code }) => missing.before[code] || missing.after[code])
  if (codes.length === 0) return null
  const count = (counts: Partial<Record<PanelReason, number>>, code: PanelReason) => whole(counts[code] ?? 0)
  return {
    head: ['Warum nicht alle ein Paar sind', from, to],
    rows: codes.map(({ code, label }) => [label, count(missing.before, code), count(missing.after, code)]),
  }
}

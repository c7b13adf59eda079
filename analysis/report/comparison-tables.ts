import type { Level } from '../compare/level.ts'
import type {
  Adjusted,
  AdjustedP,
  Compared,
  Step,
  ToldCategories,
  ToldNumbers,
  ToldPopulation,
} from '../compare/results.ts'
import { type Change, shownChange } from '../compare/shown-change.ts'
import { hidden, isTold, type Told } from '../disclosure/hidden.ts'
import { type PanelReason, panelReasons } from '../panel/reasons.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { difference, signed, testStatistic, whyNot } from '../words.ts'
import { type Cell, change, changeInterval, count, number, percent, probability, share, text } from './cell.ts'
import { asProcess, inShort } from './population-words.ts'
import type { Table } from './table.ts'

const blank = text('')

/** Where a number stood and stands, among the pairs and among all. */
export function levelTable({ from, to }: Step, { pairs, before, after, weighted }: ToldNumbers): Table {
  const columns = [
    levelColumns(pairs.before, pairs.after),
    ...(before === undefined || after === undefined ? [] : [levelColumns(before, after)]),
  ]
  const weightedRow =
    weighted === undefined || !isDefined(weighted)
      ? []
      : [[number(weighted.before), number(weighted.after), change(weighted.change)]]
  return {
    id: 'niveau',
    label: 'Niveau je Welle',
    head: [
      '',
      ...['Paare', 'alle']
        .slice(0, columns.length)
        .flatMap((who) => [`${from}, ${who}`, `${to}, ${who}`, 'Unterschied']),
    ],
    rows: [
      ...levelRows.map((name, row) => [text(name), ...columns.flatMap((cells) => cells[row] ?? [])]),
      ...weightedRow.map((cells) => [
        text('Gewichteter Mittelwert'),
        ...cells,
        ...(columns.length > 1 ? [blank, blank, blank] : []),
      ]),
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

const levelColumns = (before: Level, after: Level): Cell[][] => [
  [count(before.n), count(after.n), blank],
  [number(before.mean), number(after.mean), change(difference(before.mean, after.mean))],
  [number(before.sd), number(after.sd), blank],
  [quartile(before, 0), quartile(after, 0), blank],
  [number(before.median), number(after.median), change(difference(before.median, after.median))],
  [quartile(before, 1), quartile(after, 1), blank],
  totalCells(before, after),
]

const quartile = ({ quartiles }: Level, place: 0 | 1) => number(isDefined(quartiles) ? quartiles[place] : quartiles)

function totalCells({ total: before }: Level, { total: after }: Level): Cell[] {
  if ('sum' in before && 'sum' in after) return [number(before.sum), number(after.sum), change(after.sum - before.sum)]
  if ('share' in before && 'share' in after)
    return [number(before.share), number(after.share), change(difference(before.share, after.share))]
  return [number(undefined), number(undefined), blank]
}

/** The tests that were made, each with its p as it is and adjusted for the tests beside it. */
export function testTable({ result, adjusted }: Compared, spoken: Spoken): Table | undefined {
  if (result === undefined) return undefined
  const words: TestWords = { ...spoken, mean: inShort(spoken.population), other: inShort(asProcess(spoken.population)) }
  const rows = result.kind === 'number' ? numberTests(result, adjusted, words) : categoryTests(result, adjusted, words)
  return {
    id: 'tests',
    label: 'Tests und Intervalle',
    head: ['Verfahren', 'Ergebnis', 'p', 'p (Holm)', 'p (Benjamini-Hochberg)'],
    rows,
  }
}

/** What figures speak of, and those with weights. */
export interface Spoken {
  population: ToldPopulation
  weighted: ToldPopulation
}

/** In short: what means speak of, and what ranks, exact tests and samples do. */
interface TestWords extends Spoken {
  mean: string
  other: string
}

const isHidden = ({ notDefined }: NotDefined) => notDefined === 'hidden'

/** A figure of what is defined, or why it is not. */
const of = <Of, Figure>(one: Of | NotDefined, figure: (defined: Of) => Figure) => (isDefined(one) ? figure(one) : one)

function numberTests(
  { change: unweighted, signedRank, hodgesLehmann, bootstrap, effect, weighted }: ToldNumbers,
  adjusted: Adjusted | undefined,
  { mean, other, weighted: ofWeighted }: TestWords,
): Cell[][] {
  return [
    ...(isDefined(unweighted)
      ? [testRow(`Gepaarter t-Test (${mean})`, unweighted, weighted === undefined ? adjusted?.main : undefined)]
      : []),
    ...(weighted === undefined || !isDefined(weighted)
      ? []
      : [testRow(`Gewichteter gepaarter t-Test (${inShort(ofWeighted)})`, weighted, adjusted?.main)]),
    isDefined(signedRank)
      ? [
          text(`Vorzeichen-Rang-Test (${signedRank.method === 'exact' ? 'exakt' : 'Näherung'}; ${other})`),
          text(`ohne ${signedRank.zeros} Unveränderte`),
          ...ps(adjusted?.signedRank),
        ]
      : [text('Vorzeichen-Rang-Test'), text(whyNot(signedRank)), blank, blank, blank],
    ...(isDefined(hodgesLehmann) || isHidden(hodgesLehmann)
      ? [
          [text('Hodges-Lehmann-Schätzer'), change(of(hodgesLehmann, ({ estimate }) => estimate)), blank, blank, blank],
          [
            text(`Intervall von Hodges und Lehmann (${other})`),
            changeInterval(of(hodgesLehmann, ({ interval }) => interval)),
            ...[blank, blank, blank],
          ],
        ]
      : []),
    ...(bootstrap === undefined
      ? []
      : [[text(`Bootstrap-Intervall des Mittels (${other})`), changeInterval(bootstrap), blank, blank, blank]]),
    ...(isDefined(effect) || isHidden(effect)
      ? [
          [text('Effektstärke d_z'), change(of(effect, ({ dz }) => dz)), blank, blank, blank],
          [text('Effektstärke d_av'), change(of(effect, ({ dav }) => dav)), blank, blank, blank],
        ]
      : []),
  ]
}

/** A t test: its own p, and what that is where it was one of several. */
function testRow(label: string, { test }: Change, adjusted: AdjustedP | undefined): Cell[] {
  const own = adjusted === undefined ? [probability(isDefined(test) ? test.p : test), blank, blank] : ps(adjusted)
  return [text(label), text(isDefined(test) ? testStatistic(test) : whyNot(test)), ...own]
}

function categoryTests(
  { stuartMaxwell, yes, weighted }: ToldCategories,
  adjusted: Adjusted | undefined,
  { mean, other, weighted: ofWeighted }: TestWords,
): Cell[][] {
  if (yes === undefined)
    return [
      isDefined(stuartMaxwell)
        ? [text(`Stuart-Maxwell-Test (${other})`), text(chiSquareWords(stuartMaxwell)), ...ps(adjusted?.main)]
        : [text('Stuart-Maxwell-Test'), text(whyNot(stuartMaxwell)), blank, blank, blank],
    ]
  const { mcnemar, isExact } = yes
  const plain = isTold(yes.change) && isDefined(yes.change) ? yes.change : undefined
  const change = weighted?.[1]?.change
  const isWeighted = change !== undefined && isTold(change) && isDefined(change)
  return [
    isDefined(mcnemar)
      ? [
          text(`McNemar-Test (exakt; ${other})`),
          text('Wechsel von nein zu ja gegen ja zu nein'),
          ...(change === undefined && isExact ? ps(adjusted?.main) : [probability(mcnemar.exact.p), blank, blank]),
        ]
      : [text('McNemar-Test'), text(whyNot(mcnemar)), blank, blank, blank],
    ...(isExact || plain === undefined
      ? []
      : [testRow(`Gepaarter t-Test des Anteils „ja“ (${mean})`, plain, isWeighted ? undefined : adjusted?.main)]),
    ...(isWeighted
      ? [testRow(`Gewichteter gepaarter t-Test des Anteils „ja“ (${inShort(ofWeighted)})`, change, adjusted?.main)]
      : []),
  ]
}

const chiSquareWords = ({ df, chiSquare }: { df: number; chiSquare: number }) =>
  `χ²(${df}) = ${signed(chiSquare).replace('+', '')}`

const ps = (adjusted: AdjustedP | undefined): Cell[] =>
  adjusted === undefined
    ? [blank, blank, blank]
    : [adjusted.p, adjusted.holm, adjusted.benjaminiHochberg].map((p) => probability(p))

/** Each group with the change that is said first. */
export function groupTable(
  { from, to, groups }: Step,
  label: string,
  isWeighted: boolean,
  { population, weighted }: Spoken,
): Table {
  return {
    id: 'gruppen',
    label: `Nach: ${label}`,
    head: [
      label,
      'Paare',
      from,
      to,
      `Veränderung${isWeighted ? ' (gewichtet)' : ''}`,
      `95-%-Intervall (${inShort(isWeighted ? weighted : population)})`,
      'p',
      'p (Holm)',
      'p (B.-H.)',
    ],
    rows: groups.map(({ label: name, size, result, adjusted }) => {
      const shown = result && shownChange(result)
      const of = <Figure>(figure: (one: Change) => Figure | NotDefined): Told<Figure | NotDefined> | undefined => {
        if (shown === undefined) return undefined
        if (!isTold(shown)) return hidden
        return isDefined(shown) ? figure(shown) : shown
      }
      return [
        text(name),
        count(size.pairs),
        number(of((one) => one.before)),
        number(of((one) => one.after)),
        change(of((one) => one.change)),
        changeInterval(of((one) => one.interval)),
        ...ps(adjusted?.main),
      ]
    }),
  }
}

/** How often each category occurs in both waves. */
export function categoryTable(
  { from, to }: Step,
  { pairs, before, after, weighted }: ToldCategories,
  spoken: Spoken,
): Table {
  const isWeighted = weighted !== undefined
  const hasAll = before !== undefined && after !== undefined
  return {
    id: 'niveau',
    label: 'Niveau je Welle',
    head: [
      '',
      `${from}, Paare`,
      `${to}, Paare`,
      'Veränderung',
      ...(hasAll ? [`${from}, alle`, `${to}, alle`] : []),
      ...(isWeighted
        ? [
            `${from}, gewichtet`,
            `${to}, gewichtet`,
            'Veränderung, gewichtet',
            `95-%-Intervall (${inShort(spoken.weighted)})`,
          ]
        : []),
    ],
    rows: pairs.before.categories.map((was, place) => {
      const is = pairs.after.categories[place] ?? was
      const moved = isTold(was.share) && isTold(is.share) ? difference(was.share, is.share) : hidden
      const [allWas, allIs] = [before?.categories[place], after?.categories[place]]
      const one = weighted?.[place]?.change
      const ofWeighted = <Figure>(figure: (defined: Change) => Figure | NotDefined) =>
        one === undefined || !isTold(one) || !isDefined(one) ? one : figure(one)
      return [
        text(was.label),
        share(was.count, was.share),
        share(is.count, is.share),
        change(moved),
        ...(allWas === undefined || allIs === undefined || !hasAll
          ? []
          : [share(allWas.count, allWas.share), share(allIs.count, allIs.share)]),
        ...(isWeighted
          ? [
              percent(ofWeighted(({ before: first }) => first)),
              percent(ofWeighted(({ after: second }) => second)),
              change(ofWeighted(({ change: difference }) => difference)),
              changeInterval(ofWeighted(({ interval }) => interval)),
            ]
          : []),
      ]
    }),
  }
}

/** How many went from one answer to the other; not there where nothing of it can be told. */
export function moveTable({ from, to }: Step, { transitions, pairs }: ToldCategories): Table | undefined {
  if (!transitions.counts.flat().some(isTold)) return undefined
  const labels = pairs.before.categories.map(({ label }) => label)
  return {
    id: 'wechsel',
    label: 'Übergänge',
    head: [`${from} ↓ ${to} →`, ...labels],
    rows: transitions.counts.map((row, place) => [text(labels[place] ?? ''), ...row.map((one) => count(one))]),
  }
}

/** Why units are no pair. */
export function missingTable({ from, to }: Step, { missing }: ToldNumbers | ToldCategories): Table | undefined {
  const codes = panelReasons.filter(({ code }) => missing.before[code] || missing.after[code])
  if (codes.length === 0) return undefined
  const of = (counts: Partial<Record<PanelReason, Told<number>>>, code: PanelReason) => count(counts[code] ?? 0)
  return {
    id: 'fehlend',
    label: 'Wer fehlt',
    head: ['Warum nicht alle ein Paar sind', from, to],
    rows: codes.map(({ code, label }) => [text(label), of(missing.before, code), of(missing.after, code)]),
  }
}

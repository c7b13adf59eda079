import type { Step, ToldInfluence, ToldNumbers } from '../compare/results.ts'
import { isTold } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import { signed, whole } from '../words.ts'
import { type Cell, change, changeInterval, number, probability, text } from './cell.ts'
import type { Section } from './report.ts'
import type { Table } from './table.ts'

/** What single units have to do with a mean change: a table for whoever may look at them, sentences for all. */
export function influenceSection(
  step: Step,
  influence: ToldInfluence,
  { many, nameOf, isWeighted }: { many: string; nameOf: NameOf; isWeighted: boolean },
): Section {
  const { units, trimmed, weighted } = influence
  const count = `Welche ${whole(influence.many)} ${many} das Mittel am weitesten bewegen`
  return {
    id: 'einzelne-abschnitt',
    title: `Einzelne ${many}`,
    sentences: [
      `${count}, ist daran gemessen, wie weit es sich ändert, wenn eine davon fehlt.${isWeighted && weighted === undefined ? ' Hier ist alles ungewichtet.' : ''}`,
      ...(weighted === undefined
        ? []
        : [
            'Mit Gewichten zählt, wer fehlt, wie jemand ohne Antwort: Nachschichtung und Raking treffen ihre Zellen oder Ränder ohne ihn neu, alle anderen Gewichte bleiben, wie sie sind.',
          ]),
      ...(units.length === influence.many
        ? []
        : [
            `Genannt ist nur, wessen einzelne Antworten Sie ansehen dürfen: ${whole(units.length)} von ${whole(influence.many)}.`,
          ]),
      ...(isTold(trimmed)
        ? [`Das getrimmte Mittel lässt an jedem Ende ein Zehntel der Veränderungen weg: ${signed(trimmed)}.`]
        : []),
    ],
    charts: [],
    tables: [
      influenceTable(step, influence, nameOf),
      ...(weighted === undefined ? [] : [weightedTable(step, { ...influence, ...weighted }, nameOf)]),
    ],
  }
}

/** What a unit is called, by its key. */
export type NameOf = (unit: string) => string

const head = ({ from, to }: Step) => ['', 'Mittel ohne', 'Intervall ohne', 'p ohne', from, to, 'Veränderung']
const blanks = [text(''), text(''), text('')]

const figures = (one: ToldNumbers['change'] | undefined) =>
  one === undefined || !isDefined(one)
    ? [change(undefined), changeInterval(undefined), probability(undefined)]
    : [change(one.change), changeInterval(one.interval), probability(isDefined(one.test) ? one.test.p : one.test)]

function influenceTable(step: Step, told: ToldInfluence, nameOf: NameOf): Table {
  const { result } = step.total
  return {
    id: 'einfluss',
    label: 'Die mittlere Veränderung ohne einzelne',
    head: head(step),
    rows: [
      ...moveRows(result?.kind === 'number' ? result.change : undefined, told, nameOf),
      [text('getrimmtes Mittel'), change(told.trimmed), text(''), text(''), ...blanks],
    ],
  }
}

function weightedTable(step: Step, told: ToldInfluence, nameOf: NameOf): Table {
  const { result } = step.total
  return {
    id: 'einfluss-gewichtet',
    label: 'Die gewichtete mittlere Veränderung ohne einzelne',
    head: head(step),
    rows: moveRows(result?.kind === 'number' ? result.weighted : undefined, told, nameOf),
  }
}

const moveRows = (
  all: ToldNumbers['change'] | undefined,
  { units, without, many }: ToldInfluence,
  nameOf: NameOf,
): Cell[][] => [
  [text('alle Paare'), ...figures(all), ...blanks],
  ...units.map(({ unit, rank, before, after, without: own }) => [
    text(`${rank}. ${nameOf(unit)}`),
    ...figures(own),
    ...[number(before), number(after), change(after - before)],
  ]),
  [
    text(`ohne alle ${many}`),
    ...(isTold(without) ? figures(without) : [change(without), changeInterval(without), probability(without)]),
    ...blanks,
  ],
]

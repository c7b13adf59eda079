import type { Described, VariableDescription } from '../compare/describe-wave.ts'
import { hidden, isTold, type Told } from '../disclosure/hidden.ts'
import type { CompletedDescription } from '../imputation/complete-description.ts'
import type { CompletedLevel } from '../imputation/completed-level.ts'
import { type Method, methodLabels, methodsInWords } from '../imputation/method.ts'
import { type Cell, count, number, percent, text } from './cell.ts'
import type { Section } from './report.ts'
import { shortLabels } from './short-labels.ts'
import type { Table } from './table.ts'

/** What is shown of values that were put in, and how they were. */
export interface Completed {
  methods: readonly Method[]
  described: readonly CompletedDescription[]
}

const head = [
  'angegeben',
  'ergänzt',
  'ergänzt, Prozent',
  'Summe ohne',
  'Summe mit',
  'davon ergänzt, Prozent',
  'Mittelwert ohne',
  'Mittelwert mit',
]

/** The figures with what was put in, beside those without it. */
export function completedSection(
  described: readonly VariableDescription[],
  grouping: string,
  { methods, described: completed }: Completed,
): Section {
  const section = { id: 'ergaenzt-abschnitt', title: 'Mit ergänzten Werten', charts: [] }
  if (completed.length === 0) return { ...section, sentences: [onlySums], tables: [] }
  return {
    ...section,
    sentences: [
      `Was leer blieb oder nicht vorlag, ist hier ergänzt: ${methodsInWords(methods)}.`,
      'Wer gar nicht geantwortet hat, ist nicht ergänzt. Ergänzte Werte gehen in keinen Vergleich zwischen Wellen ein.',
    ],
    tables: tablesOf(described, grouping, methods, completed),
  }
}

const onlySums =
  'Ergänzt werden nur Zahlen, die sich zusammenzählen lassen; hier gibt es keine, die sich zeigen lassen.'

function tablesOf(
  described: readonly VariableDescription[],
  grouping: string,
  methods: readonly Method[],
  completed: readonly CompletedDescription[],
): Table[] {
  const labelOf = shortLabels(described)
  const rows = completed.flatMap((one) => {
    const of = described.find(({ variable }) => variable.name === one.name)
    return of === undefined ? [] : [{ one, of, label: labelOf(of.variable) }]
  })
  return [
    {
      id: 'ergaenzt',
      label: 'Ohne und mit ergänzten Werten',
      head: ['Angabe', ...head],
      rows: rows.map(({ one, of, label }) => [text(label), ...cells(of.total, one.total)]),
    },
    {
      id: 'ergaenzt-womit',
      label: 'Womit ergänzt wurde',
      head: ['Angabe', ...methods.map((method) => methodLabels[method])],
      rows: rows.map(({ one: { total }, label }) => [
        text(label),
        ...methods.map((method) => count(isTold(total) ? total.byMethod[method] : total)),
      ]),
    },
    ...rows.flatMap(({ one, of, label }): Table[] =>
      of.groups.length === 0
        ? []
        : [
            {
              id: `ergaenzt-${one.name}`,
              label: `${label}, mit ergänzten Werten, nach: ${grouping}`,
              head: [grouping, ...head],
              rows: of.groups.map((group, place) => [text(group.label), ...cells(group, one.groups[place] ?? hidden)]),
            },
          ],
    ),
  ]
}

/** What is told without the values that were put in stays told, also where those are not. */
function cells({ n, result }: Described, completed: Told<CompletedLevel>): Cell[] {
  const level = result?.kind === 'number' ? result.level : undefined
  const of = <Figure>(look: (one: CompletedLevel) => Figure): Told<Figure> =>
    level === undefined || !isTold(completed) ? hidden : look(completed)
  return [
    count(n),
    count(of(({ imputed }) => imputed)),
    percent(of(({ shareOfUnits }) => shareOfUnits)),
    number(level && 'sum' in level.total ? level.total.sum : hidden),
    number(of(({ sum }) => sum.completed)),
    percent(of(({ shareOfTotal }) => shareOfTotal)),
    number(level?.mean ?? hidden),
    number(of(({ mean }) => mean.completed)),
  ]
}

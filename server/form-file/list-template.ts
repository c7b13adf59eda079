import Papa from 'papaparse'
import { columnLetter } from '../../analysis/sources/column-letter.ts'
import type { CountingPlan, PlannedColumn } from '../../surveys/counting/counting-plan.ts'
import { byteOrderMark } from '../export/csv/dialect.ts'
import { Lists } from './lists.ts'
import type { Allowed, WrittenCell } from './sheet-xml.ts'
import { zippedWorkbook } from './zipped-workbook.ts'

/** As far down as the cells of the template know what may stand in them. */
const lastLine = 2_001

interface TemplateColumn {
  name: string
  hint: string
  /** What can be chosen, where that is all that can be written. */
  choice: string[]
}

/** A list to fill in, a row for each person, with all that an Integrationsplan has to say. */
export function listTemplateWorkbook(plan: CountingPlan): AsyncIterable<Uint8Array> {
  const columns = columnsOf(plan)
  const lists = new Lists()
  const allowed = columns.flatMap(({ choice }, place): Allowed[] => {
    if (choice.length === 0) return []
    const letter = columnLetter(place)
    const message = `Möglich ist eines von: ${choice.join('; ')}. Ist es nicht bekannt, lassen Sie die Zelle leer.`
    return [{ cell: `${letter}2:${letter}${lastLine}`, range: lists.rangeOf(choice), message }]
  })
  const heading = (text: string): WrittenCell => ({ text, style: 'heading' })
  return zippedWorkbook(plan.title, [
    {
      name: 'Liste',
      widths: columns.map(({ name }) => Math.max(16, name.length + 2)),
      rows: [columns.map(({ name }) => heading(name))],
      allowed,
    },
    {
      name: 'Erläuterung',
      widths: [32, 60, 60],
      rows: [
        ['So heißt die Spalte', 'Was hineingehört', 'Was möglich ist'].map(heading),
        ...columns.map(({ name, hint, choice }) => [{ text: name }, { text: hint }, { text: choice.join('; ') }]),
        ...guide.map((text) => [undefined, { text }]),
      ],
    },
    { name: 'Listen', hidden: true, widths: [], rows: lists.rows() },
  ])
}

/** The headings of the same list, for programs. */
export const listTemplateCsv = (plan: CountingPlan): string =>
  `${byteOrderMark}${Papa.unparse([columnsOf(plan).map(({ name }) => name)], { delimiter: ';', newline: '\r\n' })}\r\n`

const guide = [
  'Eine Zeile je Person. Was nicht bekannt ist, bleibt leer. Spalten dürfen Sie umstellen, ergänzen und weglassen.',
  'Die Liste bleibt bei Ihnen: Die Seite „Aus einer Liste zählen“ zählt sie in Ihrem Browser und sendet nur die Summen.',
]

function columnsOf({ key, begin, end, columns, further }: CountingPlan): TemplateColumn[] {
  const plain = ({ column, hint }: { column: string; hint: string }) => ({ name: column, hint, choice: [] })
  return [
    ...[key, begin].map(plain),
    ...columns.map((one) => ({ name: one.column, hint: one.hint, choice: choiceIn(one) })),
    ...further.map(plain),
    plain(end),
  ]
}

/** Where numbers are read as well, and of states, more is possible than could be listed. */
const choiceIn = ({ isAge, isState, values }: PlannedColumn): string[] =>
  isAge || isState || values.some(({ from }) => from !== undefined) ? [] : values.map(({ label }) => label)

import t from 'tap'
import { checkPage } from '../../../../server/http/pages/check-page.ts'
import { receiptPage } from '../../../../server/http/pages/receipt-page.ts'
import { findingsOf } from '../../../../surveys/answer/finding.ts'
import { readCells } from '../../../../surveys/answer/read-cells.ts'
import { checkOutcomes } from '../../../../surveys/checks/outcomes.ts'
import { compile } from '../../../../surveys/compile/compile.ts'
import { contact, visitor } from '../../../../views/examples/example-frame.ts'
import { kindsDefinition } from '../../../../views/examples/example-kinds.ts'
import { keptSubmission } from '../../../support/kept-submission.ts'
import { eislingen } from '../../../support/surroundings.ts'

const instrument = compile(kindsDefinition())
const place = { wave: 'probe', unit: '117019', closed: false, daysLeft: 3 }

/** The rows of a receipt without their sections. */
function receiptOf(typed: Record<string, string>): string[][] {
  const submission = keptSubmission(instrument, typed, 'Q-1')
  const { answers: sections } = receiptPage(instrument, [submission], submission, place, visitor, contact)
  return sections.flatMap(({ rows }) =>
    rows.map(({ number, label, value, comment }) => [number, label, value, comment]),
  )
}

const of = (rows: string[][], wanted: string) =>
  rows.filter(([number]) => number === wanted).map(([, ...rest]) => rest.filter(Boolean))

t.test('on the receipt every answer stands with its question', async (t) => {
  const rows = receiptOf({
    personen: '12',
    personen_kom: 'gezählt',
    zeit_a: '60',
    zeit_b: '40',
    form: 'anders',
    form_anders_text: 'im Verbund',
    gruende_a: '1',
    wege_a: '1',
    wege_b: '1',
    kontakt_name: 'Ö. Muster',
  })
  t.strictSame(of(rows, 'F3'), [
    ['Wie viele Personen werden beraten?', '12'],
    ['Kommentar', 'gezählt'],
  ])
  t.strictSame(of(rows, 'F5'), [['Wie hoch ist der Anteil der Personen, die nicht mehr kommen?', 'keine Angabe']])
  t.strictSame(of(rows, 'F6')[0], ['Wofür geht die Arbeitszeit hin?'])
  t.strictSame(of(rows, 'F6')[2], ['Wege', '40 %'])
  t.strictSame(of(rows, 'F7'), [
    ['In welcher Form wird beraten?', 'Anders'],
    ['Und zwar', 'im Verbund'],
  ])
  t.strictSame(of(rows, 'F8'), [['Was sind die beiden wichtigsten Gründe dafür?', 'Nähe zu den Menschen']])
  t.strictSame(of(rows, 'F9'), [
    ['Auf welchen Wegen erfahren die Menschen von der Beratung?'],
    ['Aushang', 'angekreuzt'],
    ['Amtsblatt', 'angekreuzt'],
  ])
  t.strictSame(of(rows, 'F12'), [], 'contact data are kept elsewhere')
})

function checked(typed: Record<string, string>) {
  const cells = readCells(instrument, typed)
  const findings = findingsOf(instrument, typed, cells, eislingen)
  const state = {
    place,
    rev: 1,
    saved: '',
    notice: '',
    refused: null,
    submitted: null,
    fewConfirmed: false,
    closed: '',
    asked: false,
  }
  const contact = { name: '', mail: '', phone: '', hours: '' }
  const outcomes = checkOutcomes({ instrument, raw: typed, cells, around: eislingen })
  return checkPage({ instrument, raw: typed, cells, findings }, { ...state, contact, outcomes })
}

t.test('what does not fit stands in the order of the questions, with what was answered', async (t) => {
  const { errors, signals } = checked({
    kommune: 'Göppingen',
    orte: 'Musterstadt',
    wege_a: '1',
    wege_b: '1',
    wege_c: '1',
    stellen: 'zwei',
    personen: '2',
    alter_jung: '3',
  })
  t.strictSame(
    errors.flatMap(({ entries }) => entries.map(({ numbers, values }) => [numbers, values])),
    [
      ['F4', [{ label: 'Stellen in VZÄ', value: 'nicht lesbar: zwei' }]],
      ['F9', [{ label: 'Angekreuzt', value: 'Aushang\nAmtsblatt\nAndere Beratungsstellen' }]],
      ['F11', [{ label: 'Für welche Kommunen sind Sie zuständig?', value: 'Musterstadt' }]],
    ],
  )
  t.strictSame(
    signals.flatMap(({ entries }) => entries.map(({ values }) => values.map(({ label }) => label))),
    [['Wie heißt sie?'], ['F13, unter 18 Jahren', 'F3, Personen in Beratung']],
  )
})

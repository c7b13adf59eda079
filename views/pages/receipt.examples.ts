import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Question } from '../../surveys/compile/instrument.ts'
import { shownValue } from '../../surveys/view/shown.ts'
import { holding } from '../examples/example-amendments.ts'
import { answers, instrument } from '../examples/example-answers.ts'
import { contact, hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { ReceiptPage } from '../page-data/form-pages.ts'

const cells = readCells(instrument, answers)

const rowsOf = ({ number, variables, comment }: Question): ReceiptPage['answers'][number]['rows'] => [
  ...variables
    .filter(({ role, name }) => role !== 'comment' && role !== 'notAvailable' && (role === 'item' || answers[name]))
    .map((variable) => ({
      number,
      label: variable.label,
      value: shownValue(cells.get(variable.name), variable),
      comment: '',
    })),
  ...(comment && answers[comment.name]
    ? [{ number, label: 'Kommentar', value: '', comment: answers[comment.name] ?? '' }]
    : []),
]

const receipt: ReceiptPage = {
  number: 'Q-7F3K-1',
  submittedAt: '14.01.2019, 14:03:27 Uhr (MEZ)',
  revision: 1,
  corrected: '',
  onPaper: false,
  stichtag: '15.12.2018',
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  surveyVersion: '1.0.0',
  surveyHash: instrument.hash,
  answersHash: instrument.hash,
  synthetic: false,
  saveHref: '/erhebung/umfrage-1/117019/quittung/B1/datei',
  amended: null,
  differences: [],
  answers: instrument.sections.map(({ title, questions }) => ({ title, rows: questions.flatMap(rowsOf) })),
  justifications: [
    {
      numbers: 'F5 und F4',
      reason: 'Die Zahlen gelten für unterschiedliche Tage.',
      text: 'Zählung vom 31.12.2018.',
    },
  ],
  earlier: [],
  open: true,
  over: 'Die Frist ist abgelaufen',
  burden: null,
  contact,
}

const burden = {
  href: '/erhebung/umfrage-1/117019/quittung/B1/aufwand',
  notice: '',
  minutes: '90',
  efforts: [
    { value: '1', label: '1, sehr leicht', checked: true },
    { value: '5', label: '5, sehr schwer', checked: false },
  ],
  errors: [],
}

export const examples: Examples<'receipt'> = {
  amended: {
    frame: inside('Quittung Q-7F3K-1'),
    page: { ...receipt, amended: { href: '/erhebung/umfrage-1/117019/korrekturen', entries: [holding] } },
  },
  first: { frame: inside('Quittung Q-7F3K-1', { synthetic: false }), page: receipt },
  burden: { frame: inside('Quittung Q-7F3K-1'), page: { ...receipt, burden: { ...burden, notice: 'Danke.' } } },
  refused: {
    frame: inside('Quittung Q-7F3K-1'),
    page: {
      ...receipt,
      onPaper: true,
      burden: {
        ...burden,
        minutes: hostile,
        errors: [{ field: 'minuten', message: `„${hostile}“ ist keine ganze Zahl.` }],
      },
    },
  },
  second: {
    frame: inside('Quittung Q-7F3K-2'),
    page: {
      ...receipt,
      revision: 2,
      stichtag: '',
      unit: { label: hostile, name: hostile, note: hostile },
      synthetic: true,
      open: false,
      differences: [
        { number: 'F4', label: 'Anzahl der Zielpersonen', before: '1.234', after: '1.250' },
        { number: 'F7', label: hostile, before: '', after: hostile },
      ],
      justifications: [{ numbers: hostile, reason: hostile, text: hostile }],
      earlier: [
        { href: '/erhebung/umfrage-1/117019/quittung/B1', number: 'Q-7F3K-1', submittedAt: '12.01.2019, 09:41 Uhr' },
      ],
    },
  },
  corrected: {
    frame: inside('Quittung Q-7F3K-2', { synthetic: false }),
    page: {
      ...receipt,
      revision: 2,
      corrected: 'berichtigt am 12.02.2019 durch die erhebende Stelle auf Antrag',
      differences: [{ number: 'F20', label: 'Kommentar zu F20', before: 'laut Weis', after: 'laut Weiß' }],
    },
  },
}

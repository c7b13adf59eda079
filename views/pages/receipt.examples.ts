import { formatCount, readCount } from '../../surveys/count.ts'
import { answers, instrument } from '../example-answers.ts'
import { contact, hostile, inside } from '../example-frame.ts'
import type { Examples } from '../examples.ts'
import type { ReceiptPage } from '../pages.ts'

const shown = (raw: string) => {
  const read = readCount(raw)
  return read.state === 'given' ? formatCount(read.value) : raw
}

const receipt: ReceiptPage = {
  number: 'U1-7F3K-1',
  submittedAt: '14.01.2019, 14:03:27 Uhr (MEZ)',
  revision: 1,
  stichtag: '15.12.2018',
  kommune: 'Donzdorf',
  gkz: '117019',
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  surveyVersion: '1.0.0',
  surveyHash: instrument.hash,
  answersHash: instrument.hash,
  synthetic: false,
  saveHref: '/erhebung/umfrage-1/beleg/B1.html',
  differences: [],
  answers: instrument.sections.map(({ title, questions }) => ({
    title,
    rows: questions.flatMap(({ number, variables, comment }) =>
      variables
        .filter((variable) => variable !== comment)
        .map(({ name, label, type }, index) => ({
          number: index === 0 ? number : '',
          label,
          value: type === 'count' ? shown(answers[name] ?? '') : (answers[name] ?? ''),
          comment: index === 0 && comment ? (answers[comment.name] ?? '') : '',
        })),
    ),
  })),
  justifications: [
    {
      numbers: 'F5 und F4',
      reason: 'Die Zahlen gelten für unterschiedliche Tage.',
      text: 'Zählung vom 31.12.2018.',
    },
  ],
  earlier: [],
  open: true,
  contact,
}

export const examples: Examples<'receipt'> = {
  first: { frame: inside('Beleg U1-7F3K-1', { synthetic: false }), page: receipt },
  second: {
    frame: inside('Beleg U1-7F3K-2'),
    page: {
      ...receipt,
      revision: 2,
      stichtag: '',
      kommune: hostile,
      synthetic: true,
      open: false,
      differences: [
        { number: 'F4', label: 'Anzahl der Zielpersonen', before: '1.234', after: '1.250' },
        { number: 'F7', label: hostile, before: '', after: hostile },
      ],
      justifications: [{ numbers: hostile, reason: hostile, text: hostile }],
      earlier: [{ href: '/erhebung/umfrage-1/beleg/B1', number: 'U1-7F3K-1', submittedAt: '12.01.2019, 09:41 Uhr' }],
    },
  },
}

import { instrument } from '../examples/example-answers.ts'
import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { CheckEntry, CheckPage } from '../page-data/form-pages.ts'

const entry: CheckEntry = {
  check: 'zp_status_summe',
  numbers: 'F5 und F4',
  message: 'Die Angaben zum rechtlichen Status in F5 ergeben 1.200, die Gesamtzahl in F4 ist 1.234: es fehlen 34.',
  href: '/erhebung/umfrage-1/117019/zielpersonen#zp_status_kontingent',
  values: [
    { label: 'mit Aufenthaltsgestattung', value: '620' },
    { label: 'mit Aufenthaltserlaubnis', value: '400' },
    { label: 'Gesamtzahl', value: '1.234' },
  ],
  justified: false,
  reason: '',
  text: '',
  error: '',
  lapsed: '',
}

const full: CheckPage = {
  errors: [
    {
      ...entry,
      check: 'zp_herkunft_irak_lesbar',
      numbers: 'F7',
      message: 'Bitte geben Sie nur die Zahl ein, also 40 statt „ca. 40“.',
      values: [{ label: 'aus Irak', value: 'ca. 40' }],
    },
  ],
  signals: [
    entry,
    { ...entry, check: 'b', numbers: 'F6 und F4', justified: true, reason: 'stichtag', text: 'Zählung vom 31.12.2018' },
    { ...entry, check: 'c', lapsed: 'Die Begründung galt für andere Werte und ist entfallen.', values: [] },
  ],
  blanks: [
    {
      number: 'F8',
      title: 'Wie alt sind die Zielpersonen, für die Ihre Kommune verantwortlich ist?',
      href: '/erhebung/umfrage-1/117019/zielpersonen#zp_alter_a',
      count: 2,
      labels: ['18 bis 27 Jahre', 'ohne vorliegende Altersangabe'],
    },
    {
      number: 'F10',
      title: hostile,
      href: '/erhebung/umfrage-1/117019/zielpersonen#zp_kinder18',
      count: 1,
      labels: [hostile],
    },
  ],
  reasons: instrument.reasons,
  rev: 7,
  action: '/erhebung/umfrage-1/117019/pruefen',
  notice: '',
  submitted: null,
}

export const examples: Examples<'check'> = {
  full: { frame: inside('Prüfen'), page: full },
  refused: {
    frame: inside('Prüfen'),
    page: {
      ...full,
      notice: 'Bitte berichtigen Sie zuerst den Fehler und berichtigen oder begründen Sie die Hinweise.',
      signals: [
        { ...entry, error: 'Bitte wählen Sie einen Grund.', text: hostile },
        { ...entry, check: 'd', reason: 'sonstiges', error: 'Bitte erläutern Sie den Grund.' },
      ],
    },
  },
  hostile: {
    frame: inside('Prüfen'),
    page: {
      ...full,
      errors: [
        { ...entry, check: 'e', message: hostile, numbers: hostile, values: [{ label: hostile, value: hostile }] },
      ],
      signals: [{ ...entry, check: 'f', message: hostile, text: hostile, error: hostile, lapsed: hostile }],
    },
  },
  ready: {
    frame: inside('Prüfen'),
    page: { ...full, errors: [], signals: [], blanks: [] },
  },
  submitted: {
    frame: inside('Prüfen', { open: false, remaining: 'abgelaufen am 08.02.2019' }),
    page: { ...full, submitted: { href: '/erhebung/umfrage-1/117019/quittung/B1', number: 'Q-7F3K-1' } },
  },
  unchanged: {
    frame: inside('Prüfen'),
    page: {
      ...full,
      errors: [],
      signals: [],
      submitted: { href: '/erhebung/umfrage-1/117019/quittung/B1', number: 'Q-7F3K-1' },
    },
  },
}

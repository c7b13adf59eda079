import { instrument } from '../examples/example-answers.ts'
import { contact, hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { CheckCard, CheckEntry, CheckPage } from '../page-data/check-page.ts'

const options = instrument.reasons.map(({ code, label }) => ({ code, label }))
const reason: NonNullable<CheckEntry['finding']['reason']> = {
  state: 'none',
  sentence: 'Bitte berichtigen Sie die Zahlen, oder begründen Sie, warum sie so stimmen.',
  code: '',
  text: '',
  options,
  ask: 'Warum stimmen die Zahlen so?',
}
const place = (name: string, number: string) => ({
  name,
  number,
  href: `/erhebung/umfrage-1/117019/zielpersonen#${name}`,
})

function entry(check: string, finding: Partial<CheckEntry['finding']> = {}): CheckEntry {
  return {
    finding: {
      check,
      severity: 'signal',
      message: 'Die Angaben zum rechtlichen Status in F5 ergeben 1.200, die Gesamtzahl in F4 ist 1.234: es fehlen 34.',
      reason,
      ...finding,
    },
    numbers: 'F5, F4',
    target: place('zp_status_kontingent', 'F5'),
    values: [
      { label: 'mit Aufenthaltsgestattung', value: '620' },
      { label: 'Gesamtzahl', value: '1.234' },
    ],
  }
}

const single = (one: CheckEntry, changes: Partial<CheckCard> = {}): CheckCard => ({
  id: one.finding.check,
  heading: one.numbers,
  cause: null,
  justified: one.finding.reason?.state === 'holds',
  entries: [one],
  ...changes,
})

const error = entry('zp_herkunft_irak_lesbar', {
  severity: 'error',
  message: 'Bitte geben Sie nur die Zahl ein, also 40 statt „ca. 40“.',
  reason: null,
})
const holding = {
  ...reason,
  state: 'holds' as const,
  sentence: 'Begründet: Zahlen gelten für verschiedene Tage. Zählung vom 31.12.2018',
  code: 'stichtag',
  text: 'Zählung vom 31.12.2018',
}

const full: CheckPage = {
  errors: [single(error)],
  signals: [
    single(entry('zp_status_summe')),
    {
      id: 'im_herkunft_summe',
      heading: 'F12 passt nicht zu 3 anderen Angaben',
      cause: place('im_plan', 'F12'),
      justified: false,
      entries: [
        { ...entry('im_herkunft_summe'), values: [] },
        { ...entry('im_alter_summe', { reason: holding }), values: [] },
        { ...entry('im_sprache_summe'), values: [] },
      ],
    },
    single(entry('b', { reason: holding })),
    single(
      entry('c', {
        reason: {
          ...holding,
          state: 'lapsed',
          sentence: 'Ihre Begründung galt für andere Zahlen. Bitte prüfen Sie, ob sie noch stimmt.',
        },
      }),
    ),
  ],
  open: { errors: 1, signals: 3 },
  verdict: { settled: false, text: '' },
  undecided: [],
  blanks: [
    {
      number: 'F8',
      title: 'Wie alt sind die Zielpersonen, für die Ihre Kommune verantwortlich ist?',
      target: place('frage-zp_alter', 'F8'),
      count: 2,
      labels: ['18 bis 27 Jahre', 'ohne vorliegende Altersangabe'],
    },
    { number: 'F10', title: hostile, target: place('zp_kinder18', 'F10'), count: 1, labels: [hostile] },
  ],
  rev: 7,
  action: '/erhebung/umfrage-1/117019/pruefen',
  saved: 'Zuletzt gespeichert: 14:03 Uhr',
  notice: '',
  refused: null,
  missing: 'ein Fehler ist zu berichtigen, 3 Hinweise sind zu berichtigen oder zu begründen',
  submitted: null,
  sending: {
    filled: 3,
    total: 111,
    sections: [
      { title: 'Zielpersonen', count: 12 },
      { title: 'Sprache', count: 1 },
    ],
    ask: true,
    confirmed: false,
  },
  answers: [
    {
      title: 'Zielpersonen',
      rows: [
        { number: 'F4', label: 'Wie viele Zielpersonen leben in Ihrer Kommune?', value: '1.234', comment: '' },
        { number: 'F5', label: hostile, value: hostile, comment: '' },
      ],
    },
  ],
  closed: '',
  contact,
}
const settled = {
  errors: [],
  signals: [],
  open: { errors: 0, signals: 0 },
  verdict: { settled: true, text: 'Keine Hinweise: Alles passt zusammen.' },
  undecided: [{ numbers: ['F23, F22'], because: 'weil „ohne Angabe“ in F22 leer ist' }],
  missing: '',
}
const submitted = { href: '/erhebung/umfrage-1/117019/quittung/B1', number: 'Q-7F3K-1' }

export const examples: Examples<'check'> = {
  full: { frame: inside('Prüfen'), page: full },
  refused: {
    frame: inside('Prüfen'),
    page: {
      ...full,
      refused: {
        text: 'Es ist noch nichts abgesendet. Bitte berichtigen oder begründen Sie die Hinweise.',
        problems: [
          { field: 'grund.zp_status_summe', message: 'F5, F4: Bitte berichtigen oder begründen.' },
          { field: 'leer-bestaetigen', message: 'Bitte bestätigen Sie, dass die übrigen Felder leer bleiben.' },
        ],
      },
    },
  },
  hostile: {
    frame: inside('Prüfen'),
    page: {
      ...full,
      errors: [
        single({ ...error, numbers: hostile, values: [{ label: hostile, value: hostile }] }, { heading: hostile }),
      ],
      signals: [
        single(
          entry('f', { message: hostile, reason: { ...reason, text: hostile, sentence: hostile, ask: hostile } }),
          {
            heading: hostile,
          },
        ),
      ],
      saved: hostile,
      notice: hostile,
      missing: hostile,
    },
  },
  ready: { frame: inside('Prüfen'), page: { ...full, ...settled, blanks: [] } },
  untouched: {
    frame: inside('Prüfen'),
    page: {
      ...full,
      ...settled,
      verdict: { settled: false, text: 'Es ist noch nichts ausgefüllt, also auch nichts verglichen.' },
      undecided: [],
    },
  },
  submitted: {
    frame: inside('Prüfen', { open: false, remaining: 'abgelaufen am 08.02.2019' }),
    page: { ...full, submitted, closed: 'Ihre Angaben sind eingegangen (Quittung Q-7F3K-1).' },
  },
  unchanged: { frame: inside('Prüfen'), page: { ...full, ...settled, submitted } },
}

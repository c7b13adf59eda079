import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { LettersPage } from '../../page-data/letter-pages.ts'

const frame = intern('Einladungen umfrage-1')
const href = '/intern/erhebungen/umfrage-1'
const choice = (value: string, label: string, selected = false) => ({ value, label, selected })
const page: LettersPage = {
  wave: { id: 'umfrage-1', title: 'Umfrage zur Lage der Geflüchteten vor Ort', href, synthetic: true },
  notice: '',
  errors: [],
  warnings: [],
  mostAnew: 100,
  facts: [
    { label: 'Stichtag', value: '15.12.2026' },
    { label: 'Frist', value: '08.02.2027' },
    { label: 'Mit Anschrift', value: '1098 von 1101' },
    { label: 'Mit gültigem Zugangscode', value: '1096 von 1101' },
  ],
  previews: [
    { href: `${href}/einladungen/vorschau/einladung`, label: 'Einladung mit Link und Zugangscode' },
    { href: `${href}/einladungen/vorschau/anschreiben`, label: 'Anschreiben ohne Zugangscode' },
  ],
  waiting: 5,
  choices: {
    kreise: [choice('', 'alle Kommunen', true), choice('117', 'Kreis Göppingen')],
    anew: [
      choice('nein', 'bekommt kein Schreiben', true),
      choice('ja', 'bekommt einen neuen; der bisherige gilt dann nicht mehr'),
    ],
    letters: [choice('einladung', 'Link und Zugangscode in einem Schreiben', true)],
    forms: [choice('pdf', 'fertige Schreiben (PDF)', true), choice('csv', 'Liste für den eigenen Serienbrief (CSV)')],
  },
  typed: { list: '', returned: '' },
  open: [
    {
      href: `${href}/einladungen/ausgaben/12`,
      title: 'Ausgabe 12: Einladung mit Link und Zugangscode',
      lines: ['5 Schreiben', 'angelegt 24.11.2026, 10:31 Uhr', 'von k.meier'],
      badges: [{ tone: 'warning', label: 'noch nicht bestätigt' }],
    },
  ],
  past: [
    [
      '11',
      '12.11.2026, 09:02 Uhr',
      'k.meier',
      'Einladung mit Link und Zugangscode',
      '1096',
      'gilt seit 12.11.2026, 09:20 Uhr',
    ],
    [
      '10',
      '12.11.2026, 08:50 Uhr',
      hostile,
      'Einladung mit Link und Zugangscode (CSV)',
      '3',
      'verworfen 12.11.2026, 08:55 Uhr',
    ],
  ],
  hrefs: {
    add: `${href}/einladungen`,
    returned: `${href}/einladungen/zurueck`,
    newCodes: `${href}/einladungen/neuer-code`,
    carriers: `${href}/einladungen/sammelzugang`,
  },
}

export const examples: Examples<'intern/letters'> = {
  some: { frame, page },
  first: { frame, page: { ...page, waiting: 0, open: [], past: [], notice: 'Vermerkt: 2 Schreiben kamen zurück.' } },
  refused: {
    frame,
    page: {
      ...page,
      warnings: ['Die Schreiben nennen http://127.0.0.1:3000/zugang: Die öffentliche Adresse ist nicht eingestellt.'],
      typed: { list: hostile, returned: hostile },
      errors: [
        { field: 'liste', message: `„${hostile}“ nimmt an dieser Erhebung nicht teil.` },
        { field: 'zurueck', message: 'Zeile 1 nimmt an dieser Erhebung nicht teil.' },
      ],
    },
  },
}

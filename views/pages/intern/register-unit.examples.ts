import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Adelberg', 'Verzeichnis')
const href = '/intern/verzeichnis'
const field = (name: string, label: string, value = '') => ({ name, label, hint: '', value, attributes: '', error: '' })
const fields = [
  { ...field('empfaenger', 'Empfänger', 'Gemeinde Adelberg'), hint: 'die Behörde, wie sie auf dem Umschlag steht' },
  field('person', 'Ansprechperson'),
  field('strasse', 'Straße', 'Rathausplatz 1'),
  field('plz', 'PLZ', '00000'),
  field('ort', 'Ort', 'Adelberg'),
  field('mail', 'E-Mail', 'rathaus@adelberg.example'),
  field('telefon', 'Telefon'),
]
const none = { heads: [], rows: [] }
const page = {
  title: 'Adelberg',
  badges: [{ tone: 'info' as const, label: 'Kommune' }],
  facts: [
    { label: 'Schlüssel', value: '117001' },
    { label: 'Kreis', value: 'Landkreis Göppingen (117)' },
    { label: 'Einwohner', value: '2.013 (31.12.2024)' },
  ],
  notice: '',
  errors: [],
  history: {
    heads: ['Gilt', 'Name', 'Kreis', 'Einwohner'],
    rows: [
      ['ab 30.11.2025', 'Adelberg am Wald', 'Landkreis Göppingen', '2.013'].map((text) => ({ text })),
      ['01.01.2009 bis 29.11.2025', 'Adelberg', 'Landkreis Göppingen', '2.013'].map((text) => ({ text })),
    ],
  },
  successions: [{ text: 'Hierin aufgegangen am 30.11.2025:', href: `${href}/117003`, label: 'Albershausen (117003)' }],
  carrier: 'Die Kommune hat es dem Landkreis übertragen: Landkreis Göppingen.',
  carriers: {
    heads: ['Gilt', 'Zuständig'],
    rows: [[{ text: 'ab 01.01.2018' }, { text: 'Landkreis Göppingen', href: `${href}/117000` }]],
  },
  carrierForm: {
    href: `${href}/117001/zustaendigkeit`,
    options: [{ label: '', options: [{ value: 'selbst', label: 'die Kommune selbst', selected: false }] }],
    from: '',
    errors: { an: '', ab: '' },
  },
  members: none,
  numbers: none,
  histories: [
    {
      id: 'durchfuehrung',
      label: 'Wer es durchführt',
      table: {
        heads: ['Gilt', 'Durchführung', 'Zuwendung an'],
        rows: [
          [
            { text: 'ab 01.01.2018' },
            { text: 'der Kreis: Landkreis Göppingen' },
            { text: hostile, href: `${href}/117000` },
          ],
        ],
      },
    },
  ],
  waves: [{ href: '/intern/erhebungen/umfrage-1', label: 'umfrage-1', note: '' }],
  address: {
    facts: [
      { label: 'Empfänger', value: 'Gemeinde Adelberg' },
      { label: 'Herkunft', value: 'aus einer Liste, von f.ring, 29.11.2026' },
    ],
    past: {
      heads: ['Galt', 'Anschrift', 'Herkunft'],
      rows: [['01.03.2026 bis 29.11.2026', hostile, 'von Hand eingetragen'].map((text) => ({ text }))],
    },
    form: { href: `${href}/117001/anschrift`, fields, mayEnd: true },
  },
}

export const examples: Examples<'intern/register-unit'> = {
  kommune: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      title: hostile,
      errors: [
        { field: 'ab', message: 'Bitte geben Sie den ersten Tag an, zum Beispiel 01.01.2026.' },
        { field: 'plz', message: 'Die PLZ fehlt. Bitte ergänzen Sie sie, oder lassen Sie auch Straße und Ort leer.' },
      ],
      carrierForm: {
        ...page.carrierForm,
        from: hostile,
        errors: { an: '', ab: 'Bitte geben Sie den ersten Tag an, zum Beispiel 01.01.2026.' },
      },
      address: {
        ...page.address,
        form: {
          ...page.address.form,
          fields: fields.map((one) => (one.name === 'plz' ? { ...one, value: '', error: 'Die PLZ fehlt.' } : one)),
        },
      },
    },
  },
  verbund: {
    frame: intern('Landkreis Göppingen', 'Verzeichnis'),
    page: {
      ...page,
      title: 'Landkreis Göppingen',
      badges: [
        { tone: 'info', label: 'Antragsverbund' },
        { tone: 'plain', label: 'Antragsverbund: synthetische Daten' },
      ],
      notice: 'Die Anschrift ist gespeichert.',
      history: none,
      successions: [],
      carrier: '',
      carriers: none,
      carrierForm: null,
      members: {
        heads: ['Kommune', 'GKZ', 'Gilt'],
        rows: [[{ text: 'Adelberg', href: `${href}/117001` }, { text: '117001' }, { text: 'ab 01.01.2018' }]],
      },
      numbers: {
        heads: ['Nummer', 'Gilt'],
        rows: [[{ text: '117000-001', href: `${href}/117000-001` }, { text: 'ab 01.01.2018' }]],
      },
      waves: [],
    },
  },
  kreis: {
    frame: intern('Landkreis Göppingen', 'Verzeichnis'),
    page: {
      ...page,
      badges: [],
      history: none,
      successions: [],
      carrier: '',
      carriers: none,
      carrierForm: null,
      waves: [],
      address: null,
    },
  },
}

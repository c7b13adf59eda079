import { amendments } from '../../examples/example-amendments.ts'
import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AmendPage } from '../../page-data/amendment-pages.ts'

const frame = intern('Korrigieren, Donzdorf', 'Korrekturen')
const href = '/intern/erhebungen/umfrage-1/teilnehmende/117019/korrigieren'
const page: AmendPage = {
  id: 'umfrage-1',
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  unitKey: '117019',
  synthetic: true,
  href,
  listHref: '/intern/erhebungen/umfrage-1/korrekturen',
  participantHref: '/intern/erhebungen/umfrage-1/teilnehmende/117019',
  responseHref: '/intern/erhebungen/umfrage-1/ruecklauf',
  form: undefined,
  sections: [
    {
      title: 'Zielpersonen',
      rows: [
        {
          number: 'F4',
          wholeHref: '',
          label: 'Anzahl der Zielpersonen',
          collected: '1.520',
          used: '152',
          href: `${href}?feld=zp_gesamt`,
        },
        {
          number: 'F5',
          wholeHref: `${href}?frage=zp_status`,
          label: hostile,
          collected: hostile,
          used: 'kein Wert',
          href: `${href}?feld=zp_andere`,
        },
      ],
    },
  ],
  amendments,
  queriesHref: '/intern/erhebungen/umfrage-1/teilnehmende/117019/rueckfragen',
  undoHref: '/intern/erhebungen/umfrage-1/korrekturen/zuruecknehmen',
  notice: '',
  isWaiting: false,
  approvalsHref: '',
  errors: [],
}
const form: NonNullable<AmendPage['form']> = {
  chosen: { name: 'feld', value: 'zp_gesamt' },
  title: 'F4, Anzahl der Zielpersonen',
  help: 'Wie viele Zielpersonen leben in Ihrer Kommune?',
  fields: [
    {
      name: 'zp_gesamt',
      label: 'Anzahl der Zielpersonen',
      collected: '1.520',
      used: '152',
      was: '152',
      became: '152',
      options: [],
    },
  ],
  whole: undefined,
  reasons: [
    { value: 'Tippfehler', label: 'Tippfehler', selected: false },
    { value: 'Sonstiges', label: 'anderer Grund', selected: false },
  ],
  sources: [{ value: 'Telefon', label: 'Gespräch am Telefon', selected: false }],
  note: '',
}

export const examples: Examples<'intern/amend'> = {
  all: { frame, page: { ...page, notice: 'Die Korrektur gilt.' } },
  waits: {
    frame,
    page: { ...page, notice: 'Ein zweites Konto muss zustimmen.', isWaiting: true, approvalsHref: '/intern/freigaben' },
  },
  one: {
    frame,
    page: { ...page, sections: [], form: { ...form, whole: { label: 'Alle 9 Felder dieser Frage', href } } },
  },
  refused: {
    frame,
    page: {
      ...page,
      sections: [],
      amendments: [],
      form: {
        ...form,
        chosen: { name: 'frage', value: 'zp_status' },
        note: hostile,
        fields: [
          ...form.fields.map((field) => ({ ...field, became: hostile })),
          {
            name: 'zp_art',
            label: hostile,
            collected: 'ja',
            used: 'ja',
            was: 'ja',
            became: 'ja',
            options: [
              { value: 'ja', label: 'ja', selected: true },
              { value: '', label: 'keine Antwort', selected: false },
            ],
          },
        ],
      },
      errors: [
        { field: 'neu.zp_gesamt', message: 'Verwendet wird jetzt 152, nicht 1.520. Bitte sehen Sie noch einmal nach.' },
        { field: 'grund', message: 'Bitte wählen Sie einen Grund.' },
        { field: 'bemerkung', message: hostile },
      ],
    },
  },
}

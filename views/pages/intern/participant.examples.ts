import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ParticipantPage } from '../../page-data/field-pages.ts'

const frame = intern('Eislingen/Fils', 'Rücklauf')
const href = '/intern/erhebungen/umfrage-1/teilnehmende/117019'

const page: ParticipantPage = {
  id: 'umfrage-1',
  href,
  listHref: '/intern/erhebungen/umfrage-1/ruecklauf',
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  unit: { label: 'Kommune', name: 'Eislingen/Fils', note: 'GKZ 117019' },
  synthetic: true,
  badges: [{ tone: 'info', label: 'begonnen' }],
  facts: [
    { label: 'Kreis', value: 'Landkreis Göppingen' },
    { label: 'Ausgefüllt', value: '12 von 140 Feldern' },
  ],
  address: ['Stadt Eislingen/Fils', 'Schlossplatz 1', '73054 Eislingen/Fils'],
  together: [{ href: '/intern/erhebungen/umfrage-1/teilnehmende/117042', name: 'Salach' }],
  answering: [
    { lead: 'Für sie antwortet (der Landkreis):', units: [{ href: '', name: 'Landkreis Göppingen' }] },
    { lead: 'Antwortet für:', units: [{ href: '/intern/erhebungen/umfrage-1/teilnehmende/117042', name: 'Salach' }] },
  ],
  mails: [
    {
      title: 'Erinnerung: begonnen',
      lines: ['rathaus@eislingen-fils.example', '14.01.2019, 09:00 Uhr'],
      badge: { tone: 'warning', label: 'ungewiss' },
      problem: 'Der Server endete, während diese E-Mail übergeben wurde.',
    },
    {
      title: 'Einladung mit Zugangscode',
      lines: ['alt@eislingen-fils.example', '10.01.2019, 09:40 Uhr'],
      badge: { tone: 'danger', label: 'zurückgekommen' },
      problem: '550 unbekannt',
    },
  ],
  newCodeHref: '/intern/erhebungen/umfrage-1/einladungen/neuer-code/117026',
  amendHref: '/intern/erhebungen/umfrage-4/teilnehmende/117019/korrigieren',
  paperHref: '/intern/erhebungen/umfrage-4/papierboegen/117019',
  extend: {
    action: `${href}/frist`,
    back: href,
    told: [
      { value: 'mail', label: 'per E-Mail, wer noch erwartet wird', selected: true },
      { value: 'keiner', label: 'keine E-Mail', selected: false },
    ],
    templateHref: '/intern/post/vorlagen/verlaengerung',
    address: 'rathaus@musterstadt.example',
  },
  answers: {
    formHref: `${href}/fragebogen`,
    queriesHref: `${href}/rueckfragen`,
    receipts: [{ href: `${href}/fragebogen/quittung/Q-7F3K-1`, label: 'Quittung Q-7F3K-1, 12.01.2019, 09:41 Uhr' }],
  },
  notes: [
    {
      kind: 'Telefon',
      text: 'Rückruf am Montag,\nzuständig ist jetzt das Hauptamt',
      who: 'k.meier',
      at: '12.01.2019, 09:41 Uhr',
    },
  ],
  writing: {
    kinds: [
      { value: 'call', label: 'Telefon', selected: true },
      { value: 'mail', label: 'E-Mail', selected: false },
    ],
    text: 'Ruft zurü',
    keptAt: '12.01.2019, 09:50 Uhr',
    others: ['r.fuchs'],
    buttons: [
      { code: 'lehnt-ab', label: 'Lehnt ab' },
      { code: 'befreit', label: 'Befreien' },
    ],
    reason: '',
  },
  history: [
    { at: '12.01.2019, 09:40 Uhr', who: 'Befragte', what: 'Zum ersten Mal geöffnet', details: [] },
    {
      at: '10.01.2019, 09:40 Uhr',
      who: 'k.meier',
      what: 'E-Mail „Einladung mit Zugangscode“: zurückgekommen',
      details: [{ label: 'Meldung', value: '550 unbekannt' }],
    },
  ],
  errors: [],
  notice: '',
}

export const examples: Examples<'intern/participant'> = {
  begun: { frame, page },
  fresh: {
    frame,
    page: {
      ...page,
      badges: [{ tone: 'plain', label: 'nicht angeschrieben' }],
      address: [],
      together: [],
      answering: [],
      mails: [],
      newCodeHref: '',
      extend: undefined,
      answers: undefined,
      notes: [],
      writing: undefined,
      history: [],
      synthetic: false,
    },
  },
  refused: {
    frame,
    page: {
      ...page,
      unit: { label: 'Kommune', name: hostile, note: hostile },
      notes: [{ kind: 'Telefon', text: hostile, who: hostile, at: '12.01.2019, 09:41 Uhr' }],
      writing: page.writing && { ...page.writing, text: hostile, reason: hostile, others: [], keptAt: '' },
      errors: [{ field: 'warum', message: 'Bitte schreiben Sie den Grund dazu.' }],
    },
  },
  noted: { frame, page: { ...page, notice: 'Die Notiz ist gespeichert.' } },
}

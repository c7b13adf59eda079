import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ScreenedItem, ScreeningPage } from '../../page-data/screening-pages.ts'

const frame = intern('Prüfen umfrage-4', 'Rücklauf')
const href = '/intern/erhebungen/umfrage-4/pruefen'
const form = '/intern/erhebungen/umfrage-4/teilnehmende/117019/fragebogen'

const item: ScreenedItem = {
  id: '117019-zp_gesamt',
  rank: '1',
  name: 'Eislingen/Fils',
  note: 'GKZ 117019',
  field: 'Anzahl Zielpersonen in Kommune',
  number: 'F4',
  fieldHref: `${form}/abschnitt/zielgruppe#zp_gesamt`,
  participantHref: '/intern/erhebungen/umfrage-4/teilnehmende/117019',
  sentence:
    'Angegeben sind 2.417, zu erwarten wären etwa 162 (in der letzten Umfrage 174, üblich seither das 0,93-Fache; 2 Prüfungen ' +
    'schlagen an, 1 ohne Begründung, 1 mit eigener Begründung), und daran hängen 2,7 % der Summe von F4.',
  suspicion: '99 %',
  influence: '2,7 %',
  checks: [
    {
      message:
        'In F4 stehen 2.417 Zielpersonen. Das wäre mehr als ein Zehntel der Bevölkerung Ihrer Kommune; ein Zehntel sind 2.232,5.',
      justified: 'ohne Begründung',
    },
    {
      message: 'Die Angaben zum rechtlichen Status in F8 ergeben 165, die Gesamtzahl in F4 ist 2.417: es fehlen 2.252.',
      justified: 'mit eigenen Worten begründet',
    },
  ],
  decided: '',
  wanted: '',
  form: {
    action: `${href}/117019`,
    kept: [
      { name: 'feld', value: 'zp_gesamt' },
      { name: 'wert', value: '2417' },
    ],
    text: '',
    error: '',
    isDecided: false,
  },
}
const open: ScreenedItem = {
  ...item,
  id: '117042-im_plan',
  rank: '4',
  name: 'Salach',
  note: 'GKZ 117042',
  field: 'Zielpersonen mit Integrationsplan',
  number: 'F12',
  sentence:
    'Angegeben sind 3, zum Vergleich gibt es nichts (1 Prüfung schlägt an, begründet wie bei vielen anderen), und daran hängen ' +
    'weniger als 0,01 % der Summe von F12.',
  checks: [],
  decided: 'Nicht zu entscheiden, 12.02.2020, 09:41 Uhr, k.meier',
  wanted: 'Die Liste des Landratsamts, im März',
  form: item.form && { ...item.form, isDecided: true },
}

const page: ScreeningPage = {
  id: 'umfrage-4',
  title: 'Zweite Umfrage zur Lage der Geflüchteten vor Ort',
  waveHref: '/intern/erhebungen/umfrage-4',
  synthetic: true,
  scope: '',
  line:
    'Die ersten 83 Angaben stehen vor der Linie, dahinter 2.846, die niemand ansehen muss: Auch wenn dort jeder Verdacht zutrifft und ' +
    'alle in dieselbe Richtung gehen, ändert sich keine Summe um mehr als 2 %.',
  lines: ['0,5 %', '1 %', '2 %', '5 %'].map((label) => ({ label, href, current: label === '2 %' })),
  states: [
    { label: 'anzusehen', count: '81', href, current: true },
    { label: 'in Arbeit', count: '1', href: `${href}?stand=arbeit`, current: false },
    { label: 'nicht zu entscheiden', count: '1', href: `${href}?stand=unentschieden`, current: false },
    { label: 'stimmen', count: '0', href: `${href}?stand=stimmt`, current: false },
    { label: 'hinter der Linie', count: '2.846', href: `${href}?stand=dahinter`, current: false },
  ],
  heading: 'Anzusehen: 81 Angaben',
  items: [item, open],
  pages: { previous: '', next: `${href}?seite=2`, position: 'Seite 1 von 5' },
  gained: 'Über 4 Angaben ist entschieden, 2 davon sind seither andere.',
  moved: {
    heads: ['Angabe', 'geändert', 'Summe zuerst', 'Summe jetzt', 'Änderung'],
    rows: [['Anzahl Zielpersonen in Kommune', '2', '88.412', '85.527', '−2.885 (−3,3 %)']],
  },
  alike: [
    {
      count: '21',
      text: 'Wir haben nachgezählt, die Angaben stimmen so.',
      reason: 'Geprüft, es ist wirklich so',
      about: 'F17 und F11',
      units: [
        { label: 'Eislingen/Fils', href: form },
        { label: 'Salach', href: form.replace('117019', '117042') },
      ],
      askHref: '/intern/erhebungen/umfrage-1/rueckfragen/pruefung',
    },
  ],
  moreAlike: 'Dazu kommen noch 12.',
  errors: [],
  notice: '',
  parameters: { U: '0,25', A: '0,05', C: '4', similar: '3,5', fewestToCompare: '10' },
  origin: 'Datenstand 4711',
}
const fault = 'Bitte schreiben Sie, was es entscheiden würde.'

export const examples: Examples<'intern/screening'> = {
  'where to look first': { frame, page },
  'a decision without a word': {
    frame,
    page: {
      ...page,
      items: [{ ...item, form: item.form && { ...item.form, error: fault } }],
      errors: [{ field: `text-${item.id}`, message: fault }],
    },
  },
  'of a Kreis, for somebody who only reads': {
    frame,
    page: {
      ...page,
      scope: 'Landkreis Göppingen',
      items: [{ ...item, form: undefined }],
      notice: 'Salach: Stimmt, vermerkt.',
    },
  },
  'nothing to look at': {
    frame,
    page: {
      ...page,
      items: [],
      alike: [],
      moreAlike: '',
      heading: 'Anzusehen: 0 Angaben',
      gained: 'Noch ist über keine Angabe entschieden.',
      moved: { heads: page.moved.heads, rows: [] },
      pages: { previous: '', next: '', position: '' },
    },
  },
  'texts that could do harm': {
    frame,
    page: {
      ...page,
      alike: [
        {
          count: '3',
          text: hostile,
          reason: hostile,
          about: 'F4',
          units: [{ label: hostile, href: form }],
          askHref: '',
        },
      ],
      items: [{ ...open, wanted: hostile, name: hostile }],
    },
  },
}

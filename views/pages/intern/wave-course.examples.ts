import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { WaveCoursePage } from '../../page-data/wave-pages.ts'

const frame = intern('Ablauf umfrage-4', 'Ablauf')
const here = '/intern/erhebungen/umfrage-4'
const page: WaveCoursePage = {
  title: 'Umfrage zum Integrationsmanagement',
  id: 'umfrage-4',
  mark: '',
  badges: [{ tone: 'plain', label: 'angelegt' }],
  facts: [
    { label: 'Fragebogen', value: 'umfrage-4, Fassung 1.0.0' },
    { label: 'Stichtag', value: '15.12.2026' },
    { label: 'Frist', value: '31.01.2027, 24 Uhr' },
    { label: 'Teilnehmende', value: '1.101 Kommunen' },
  ],
  today: 20,
  days: [
    { label: 'Öffnung geplant', day: '14.12.2026', when: 'vorbei', place: 0 },
    { label: 'Stichtag', day: '15.12.2026', when: 'heute', place: 20 },
    { label: 'Frist', day: '31.01.2027', when: 'kommt', place: 100 },
  ],
  hrefs: {
    here: `${here}/ablauf`,
    wave: here,
    copy: '/intern/erhebungen?von=umfrage-4#neu',
    approvals: '/intern/freigaben',
  },
  acts: {
    oeffnen: `${here}/oeffnen`,
    schliessen: `${here}/schliessen`,
    termine: `${here}/termine`,
    beteiligte: `${here}/beteiligte`,
    gesehen: `${here}/gesehen`,
    dank: `${here}/dank`,
    probelauf: `${here}/probelauf`,
    ende: `${here}/probelauf/beenden`,
  },
  points: [
    {
      label: 'Wer die Erhebung betreibt',
      found: 'Zum Betreiber fehlen Angaben, ohne die keine wirkliche Befragung beginnt.',
      badge: { tone: 'warning', label: 'offen' },
      href: '/intern/betreiber',
      see: '',
      isLaw: true,
    },
    {
      label: 'E-Mail geht hinaus',
      found: 'noch keine Test-E-Mail verschickt',
      badge: { tone: 'info', label: 'nicht geprüft' },
      href: '/intern/post',
      see: '',
      isLaw: false,
    },
    {
      label: 'Papierfassung angesehen',
      found: 'noch nicht angesehen',
      badge: { tone: 'warning', label: 'offen' },
      href: `${here}/papier`,
      see: 'paper',
      isLaw: false,
    },
    {
      label: 'Anschriften',
      found: '1.101 von 1.101 Kommunen',
      badge: { tone: 'success', label: 'erledigt' },
      href: `${here}/ruecklauf`,
      see: '',
      isLaw: false,
    },
  ],
  purposes: [],
  waiting: [],
  may: {
    manage: true,
    open: true,
    close: false,
    change: true,
    add: true,
    remove: true,
    thank: true,
    try: true,
    endTrial: false,
  },
  isReopening: false,
  thanks: { isOn: true, templateHref: '/intern/post/vorlagen/dank' },
  typed: { am: '', zu: '', stichtag: '15.12.2026', frist: '31.01.2027', dazu: '', weg: '', grund: '' },
  keys: 'GKZ',
  notice: 'Die Erhebung ist angelegt.',
  errors: [],
  history: [{ at: '29.11.2026, 20:14 Uhr', who: 'f.eins', what: 'Erhebung umfrage-4 angelegt', details: [] }],
}
const none = {
  manage: false,
  open: false,
  close: false,
  change: false,
  add: false,
  remove: false,
  thank: false,
  try: false,
  endTrial: false,
}

export const examples: Examples<'intern/wave-course'> = {
  created: { frame, page },
  open: {
    frame,
    page: {
      ...page,
      badges: [{ tone: 'success', label: 'geöffnet' }],
      points: [],
      waiting: ['„Frist für alle ändern“ wartet auf ein zweites Konto. Vorgeschlagen hat es f.eins.'],
      may: { ...page.may, open: false, close: true, change: false, remove: false },
      notice: '',
    },
  },
  closed: {
    frame,
    page: {
      ...page,
      today: null,
      badges: [{ tone: 'plain', label: 'geschlossen' }],
      points: [],
      purposes: ['Die Erhebung war schon geschlossen und wird wieder geöffnet.'],
      may: { ...none, manage: true, open: true },
      isReopening: true,
      errors: [{ field: 'grund', message: 'Bitte geben Sie den Grund an.' }],
    },
  },
  trial: {
    frame,
    page: {
      ...page,
      title: hostile,
      mark: 'PROBELAUF, Synthetische Daten',
      points: [],
      may: { ...none, manage: true, endTrial: true },
      history: [],
      notice: '',
    },
  },
}

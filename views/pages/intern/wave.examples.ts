import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { WavePage } from '../../page-data/staff-pages.ts'

const frame = intern('Überblick umfrage-1', 'Überblick')
const page: WavePage = {
  href: '/intern/erhebungen/umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  id: 'umfrage-1',
  stichtag: '15.12.2018',
  frist: '08.02.2019',
  state: 'geöffnet',
  late: null,
  rollUpHref: '',
  restricted: '',
  seesAll: false,
  response: '708 von 1.101 Kommunen, 64,3 %',
  synthetic: true,
  days: [
    { day: '16.12.2018', submitted: { text: '12', share: 0.4 } },
    { day: '17.12.2018', submitted: { text: 'verdeckt', share: null } },
    { day: '18.12.2018', submitted: { text: '30', share: 1 } },
  ],
  kreise: [
    { name: 'Stadtkreis Stuttgart', asked: '1', submitted: { text: 'verdeckt', share: null }, rate: '' },
    { name: 'Landkreis Schwäbisch Hall', asked: '30', submitted: { text: '21', share: 0.7 }, rate: '70,0 %' },
    { name: 'Landkreis Breisgau-Hochschwarzwald', asked: '50', submitted: { text: '31', share: 0.62 }, rate: '62,0 %' },
    { name: hostile, asked: '30', submitted: { text: 'verdeckt', share: null }, rate: '' },
  ],
}

export const examples: Examples<'intern/wave'> = {
  running: { frame, page },
  forTheOffice: { frame, page: { ...page, seesAll: true } },
  withLateInput: {
    frame,
    page: {
      ...page,
      state: 'Frist abgelaufen',
      late: { href: `${page.href}/nach-der-frist`, count: 2 },
      rollUpHref: `${page.href}/zusammenfuehrung`,
      restricted: '1 Bogen eingeschränkt (Art. 18 DSGVO), nicht gezählt',
    },
  },
  tooFew: {
    frame,
    page: {
      ...page,
      title: hostile,
      id: hostile,
      stichtag: '',
      state: 'geschlossen',
      response: 'weniger als 3 von 1.101 Kommunen',
      synthetic: false,
      days: undefined,
      kreise: undefined,
    },
  },
}

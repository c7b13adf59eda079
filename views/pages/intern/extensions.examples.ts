import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ExtensionsPage } from '../../page-data/wave-pages.ts'

const frame = intern('Fristen umfrage-4', 'Fristen')
const page: ExtensionsPage = {
  title: 'Umfrage zum Integrationsmanagement',
  id: 'umfrage-4',
  waveHref: '/intern/erhebungen/umfrage-4',
  action: '/intern/erhebungen/umfrage-4/fristen',
  undoHref: '/intern/erhebungen/umfrage-4/fristen/zuruecknehmen',
  frist: '31.01.2027',
  isClosed: false,
  may: true,
  templateHref: '/intern/post/vorlagen/verlaengerung',
  one: '1 Kommune',
  many: 'Kommunen',
  typed: {
    bis: '',
    wen: [
      { value: 'einige', label: 'einzelne Kommunen', selected: true },
      { value: 'alle', label: 'alle' },
    ],
    einheiten: '',
    grund: '',
    bescheid: [
      { value: 'mail', label: 'per E-Mail, wer noch erwartet wird', selected: true },
      { value: 'keiner', label: 'keine E-Mail', selected: false },
    ],
  },
  extensions: [
    {
      id: 2,
      what: 'Für alle bis 31.01.2027',
      lines: ['vorher 15.01.2027', '12.01.2027, 10:00 Uhr von f.eins', 'Grund: Schnee'],
      units: [],
      isUndone: false,
      why: '',
    },
    {
      id: 1,
      what: 'Für einzelne bis 28.02.2027',
      lines: ['10.01.2027, 10:00 Uhr von f.eins', `Grund: ${hostile}`],
      units: ['117019', '117042'],
      isUndone: true,
      why: 'Diese Verlängerung ist schon zurückgenommen.',
    },
  ],
  notice: 'Die Frist ist geändert.',
  errors: [],
}

export const examples: Examples<'intern/extensions'> = {
  some: { frame, page },
  closed: { frame, page: { ...page, isClosed: true, extensions: [], notice: '' } },
  refused: {
    frame,
    page: {
      ...page,
      typed: { ...page.typed, bis: hostile, einheiten: hostile, grund: hostile },
      notice: '',
      errors: [
        { field: 'bis', message: 'Der 01.01.2020 ist schon vorbei. Der früheste Tag ist heute, der 12.01.2027.' },
        { field: 'einheiten', message: 'Bitte nennen Sie mindestens eine Kommune.' },
      ],
    },
  },
}

import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { WavesPage } from '../../page-data/wave-pages.ts'

const frame = intern('Erhebungen')
const page: WavesPage = {
  waves: [
    {
      href: '/intern/erhebungen/umfrage-4/ablauf',
      title: 'Umfrage zum Integrationsmanagement',
      lines: ['umfrage-4', 'Stichtag 15.12.2026', 'Frist 31.01.2027', '1.101 Teilnehmende'],
      mark: '',
      badges: [{ tone: 'success', label: 'geöffnet' }],
    },
    {
      href: '/intern/erhebungen/umfrage-4-probe/ablauf',
      title: 'PROBELAUF – Umfrage zum Integrationsmanagement',
      lines: ['umfrage-4-probe', 'Frist 31.01.2027', '3 Teilnehmende'],
      mark: 'PROBELAUF',
      badges: [{ tone: 'plain', label: 'beendet' }],
    },
  ],
  form: {
    surveys: [{ value: 'umfrage-4 1.0.0', label: 'Umfrage zum Integrationsmanagement (umfrage-4, Fassung 1.0.0)' }],
    who: [
      { value: 'alle', label: 'alle, die das Verzeichnis kennt', selected: true },
      { value: 'liste', label: 'eine Liste' },
    ],
    kreise: [{ value: '117', label: 'Landkreis Göppingen' }],
    earlier: [{ value: 'umfrage-3', label: 'umfrage-3: Umfrage zur Lage der Geflüchteten' }],
    typed: { kennung: '', stichtag: '', frist: '', liste: '' },
    from: '',
  },
  errors: [],
}

export const examples: Examples<'intern/waves'> = {
  some: { frame, page },
  none: { frame, page: { ...page, waves: [], form: null } },
  refused: {
    frame,
    page: {
      ...page,
      form: page.form && {
        ...page.form,
        kreise: [],
        earlier: [],
        typed: { kennung: hostile, stichtag: hostile, frist: hostile, liste: hostile },
        from: 'umfrage-3',
      },
      errors: [
        { field: 'kennung', message: 'Die Erhebung „umfrage-4“ gibt es schon. Bitte wählen Sie eine andere Kennung.' },
        { field: 'frist', message: 'Diese Frist ist schon vorbei. Der früheste letzte Tag ist heute.' },
        { field: 'liste', message: hostile },
      ],
    },
  },
}

import { amendments } from '../../examples/example-amendments.ts'
import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AmendmentsPage } from '../../page-data/amendment-pages.ts'

const frame = intern('Korrekturen umfrage-1', 'Korrekturen')
const href = '/intern/erhebungen/umfrage-1/korrekturen'
const page: AmendmentsPage = {
  id: 'umfrage-1',
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  waveHref: '/intern/erhebungen/umfrage-1',
  synthetic: true,
  scope: 'Göppingen',
  counts: [
    { label: 'alle', count: '3', href: `${href}?stand=alle`, current: true },
    { label: 'gelten', count: '1', href: `${href}?stand=gelten`, current: false },
  ],
  entries: amendments.map((entry, place) => ({
    ...entry,
    unit: place === 0 ? 'Donzdorf (117019)' : hostile,
    href: '/intern/erhebungen/umfrage-1/teilnehmende/117019/korrigieren?feld=zp_gesamt',
    queriesHref: '/intern/erhebungen/umfrage-1/teilnehmende/117019/rueckfragen',
    together: place === 0 ? { state: 1234, count: 2 } : undefined,
  })),
  pages: { previous: '', next: `${href}?stand=alle&seite=2`, position: 'Seite 1 von 2' },
  waiting: [
    {
      title: 'Vorschlag 2 von f.zwei, 13.01.2019, 09:12 Uhr',
      lines: ['Donzdorf: F4, 1.530 → 153. Verwendet wird jetzt 1.520, nicht 1.530. Bitte sehen Sie noch einmal nach.'],
      badge: { tone: 'warning', label: 'passt nicht mehr' },
    },
    {
      title: 'Vorschlag 3 von f.eins, 14.01.2019, 14:03 Uhr',
      lines: [`Donzdorf: F4, 1.520 → 152`, hostile],
      badge: { tone: 'info', label: 'wartet' },
    },
  ],
  approvalsHref: '/intern/freigaben',
  undoHref: `${href}/zuruecknehmen`,
  upload: {
    responseHref: '/intern/erhebungen/umfrage-1/ruecklauf',
    href: `${href}/hochladen`,
    columns: 'einheit, variable, alt, neu, grund, quelle, bemerkung',
    reasons: 'Tippfehler, Einheit',
    sources: 'Telefon, Schreiben',
  },
  notice: 'Zurückgenommen.',
  isWaiting: false,
  error: null,
}

export const examples: Examples<'intern/amendments'> = {
  some: { frame, page },
  reading: {
    frame,
    page: {
      ...page,
      scope: '',
      entries: [],
      waiting: [],
      upload: undefined,
      notice: '',
      pages: { previous: '', next: '', position: '' },
    },
  },
  refused: {
    frame,
    page: { ...page, notice: '', error: { field: 'korrekturdatei', message: 'Bitte wählen Sie eine Datei aus.' } },
  },
}

import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PersonRequestsPage } from '../../page-data/person-pages.ts'

const frame = intern('Personen', 'Personen')
const page: PersonRequestsPage = {
  open: [
    {
      href: '/intern/personen/3',
      title: 'Anliegen 3: Löschung',
      lines: ['eingegangen 02.11.2026', 'Frist 02.12.2026'],
      badges: [
        { tone: 'info', label: 'wartet auf Zustimmung' },
        { tone: 'warning', label: 'noch 3 Tage' },
      ],
    },
    {
      href: '/intern/personen/1',
      title: 'Anliegen 1: Auskunft',
      lines: ['eingegangen 01.10.2026', 'Frist 01.11.2026'],
      badges: [{ tone: 'danger', label: 'überfällig: 28 Tage' }],
    },
  ],
  closed: [
    {
      href: '/intern/personen/2',
      title: 'Anliegen 2: Auskunft',
      lines: ['eingegangen 05.10.2026', 'beendet 12.10.2026 von d.eins'],
      badges: [{ tone: 'success', label: 'erledigt' }],
    },
  ],
  kinds: [
    { value: 'auskunft', label: 'Auskunft (Art. 15 DSGVO)' },
    { value: 'loeschung', label: 'Löschung (Art. 17 DSGVO)', selected: true },
  ],
  typed: { received: '', searched: '' },
  errors: [],
  years: 3,
}

export const examples: Examples<'intern/person-requests'> = {
  some: { frame, page },
  none: { frame, page: { ...page, open: [], closed: [] } },
  refused: {
    frame,
    page: {
      ...page,
      typed: { received: hostile, searched: hostile },
      errors: [
        { field: 'art', message: 'Bitte wählen Sie, worum es geht.' },
        { field: 'eingang', message: 'Bitte geben Sie den Tag des Eingangs an, zum Beispiel 24.11.2026.' },
        { field: 'suche', message: 'Bitte geben Sie an, wonach gesucht wird.' },
      ],
    },
  },
}

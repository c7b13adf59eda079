import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { LateInputPage } from '../../page-data/staff-pages.ts'

const frame = intern('Nach der Frist, umfrage-1')
const page: LateInputPage = {
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  days: 90,
  units: [
    {
      unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
      rows: [
        {
          number: 'F5',
          label: 'mit Aufenthaltsgestattung',
          value: '620',
          by: 'KM',
          at: '09.02.2019, 00:03 Uhr',
          late: true,
        },
        { number: 'F5', label: hostile, value: hostile, by: 'ohne Kürzel', at: '08.02.2019, 16:40 Uhr', late: false },
      ],
    },
    {
      unit: { label: 'Kommune', name: hostile, note: hostile },
      rows: [{ number: 'F5', label: 'mit Duldung', value: '', by: hostile, at: '09.02.2019, 08:03 Uhr', late: true }],
    },
  ],
}

export const examples: Examples<'intern/late-input'> = {
  some: { frame, page },
  none: { frame, page: { ...page, units: [] } },
}

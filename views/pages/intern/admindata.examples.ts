import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AdmindataPage } from '../../page-data/staff-pages.ts'

const frame = intern('Verwaltungsdaten', 'Verwaltungsdaten')
const batch: AdmindataPage['batches'][number] = {
  title: 'Bevölkerung am 31.12.',
  file: '12411-01-01-5.csv',
  imported: '21.11.2026, 10:40 Uhr',
  synthetic: false,
  undone: '',
  undoHref: '',
  details: [
    { label: 'Angaben', value: '1.101' },
    { label: 'Quelle', value: 'Statistische Ämter des Bundes und der Länder' },
    { label: 'SHA-256', value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  ],
}

export const examples: Examples<'intern/admindata'> = {
  several: {
    frame,
    page: {
      batches: [
        batch,
        { ...batch, synthetic: true, undone: '22.11.2026, 9:00 Uhr' },
        { ...batch, title: hostile, file: hostile, details: [{ label: hostile, value: hostile }] },
      ],
      mayImport: false,
      notice: '',
      error: '',
    },
  },
  none: { frame, page: { batches: [], mayImport: true, notice: '', error: 'Bitte wählen Sie eine Datei aus.' } },
  importing: {
    frame,
    page: {
      batches: [{ ...batch, undoHref: '/intern/verwaltungsdaten/7/zuruecknehmen' }],
      mayImport: true,
      notice: '„12411-01-01-5.csv“ ist eingelesen, Nummer 7.',
      error: '',
    },
  },
}

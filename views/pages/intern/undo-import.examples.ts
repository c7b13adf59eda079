import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Zurücknehmen', 'Verwaltungsdaten')
const page = {
  href: '/intern/verwaltungsdaten/7/zuruecknehmen',
  title: 'Bevölkerung am 31.12.',
  facts: [
    { label: 'Datei', value: '12411-01-01-5.csv' },
    { label: 'Eingelesen', value: '21.11.2026, 10:40 Uhr' },
    { label: 'Angaben', value: '1.101' },
  ],
  reason: '',
  error: '',
}

export const examples: Examples<'intern/undo-import'> = {
  asked: { frame, page },
  refused: {
    frame,
    page: { ...page, title: hostile, reason: hostile, error: 'Bitte geben Sie an, warum Sie die Datei zurücknehmen.' },
  },
}

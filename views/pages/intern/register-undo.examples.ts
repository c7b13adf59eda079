import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Zurücknehmen', 'Verzeichnis')
const page = {
  href: '/intern/verzeichnis/dateien/2/zuruecknehmen',
  title: 'GV100AD_30112025.txt',
  facts: [
    { label: 'Was', value: 'Gemeindeverzeichnis GV100AD' },
    { label: 'Eingelesen', value: '29.11.2026, 10:40 Uhr' },
  ],
  changes: [{ label: 'Umbenannt', lines: ['117001 Adelberg → Adelberg am Wald'] }],
  error: '',
}

export const examples: Examples<'intern/register-undo'> = {
  asked: { frame, page },
  refused: {
    frame,
    page: {
      ...page,
      title: hostile,
      changes: [],
      error: 'Seither ist anderes eingelesen worden. Bitte nehmen Sie zuerst das Spätere zurück.',
    },
  },
}

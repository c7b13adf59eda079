import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const whole = {
  asOf: '29.11.2026, 18:30 Uhr',
  gaps: [hostile, 'Noch keine Sicherung ist geprüft.'],
  sections: [
    { title: 'Verantwortliche Stelle', facts: [{ label: 'Name', lines: ['Beispielinstitut'] }] },
    {
      title: 'Technische und organisatorische Maßnahmen',
      facts: [{ label: 'Übertragung', lines: ['https', hostile] }],
    },
  ],
}

export const examples: Examples<'intern/record'> = {
  gaps: { frame: intern('Verzeichnis der Verarbeitung'), page: whole },
  whole: { frame: intern('Verzeichnis der Verarbeitung'), page: { ...whole, gaps: [] } },
}

import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('E-Mail', 'Post')
const page = {
  facts: [
    { label: 'An', value: 'Stadt Donzdorf <umfrage@donzdorf.example>' },
    { label: 'Gesendet', value: '20.11.2026, 09:02 Uhr' },
  ],
  subject: 'Umfrage zur Lage der Geflüchteten vor Ort: Ihr Zugang',
  body: `Guten Tag,\n\n${hostile}`,
  htmlHref: '/intern/demo-postfach/a.eml/html',
}

export const examples: Examples<'intern/demo-mail'> = {
  both: { frame, page },
  plain: { frame, page: { ...page, htmlHref: '' } },
}

import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { MailingPage } from '../../page-data/mail-pages.ts'
import { plan } from './mail.examples.ts'

const frame = intern('Sendung planen', 'Post')
const page: MailingPage = {
  title: 'Erinnerung: noch nicht abgesendet',
  facts: [
    { label: 'Erhebung', value: 'Umfrage zur Lage der Geflüchteten vor Ort' },
    { label: 'Wann', value: '24.11.2026, 09:00 Uhr' },
    { label: 'An', value: 'alle, die noch nicht abgesendet und nicht abgesagt haben' },
    { label: 'Wie oft', value: 'einmal je geplanter Sendung' },
    { label: 'Zurzeit', value: '2 Empfänger' },
  ],
  warnings: [
    'Diese Stunde gibt es an diesem Tag zweimal, weil die Uhr zurückgestellt wird. Gesendet wird beim ersten Mal.',
  ],
  action: '/intern/post/sendung',
  kept: [{ name: 'welle', value: 'umfrage-1' }],
  recipients: [
    { id: 1, name: 'Donzdorf (117019)', mail: 'umfrage@donzdorf.example', state: 'begonnen', checked: true },
    { id: 2, name: hostile, mail: 'umfrage@salach.example', state: 'nicht geöffnet', checked: false },
  ],
  unreachable: ['Göppingen (117026)'],
  left: 'Von den Ausgewählten bekommt sie 1 nicht: Die Bedingung trifft nicht zu, oder sie wurde schon gesendet.',
  shown: '1,2',
  plan,
  mayManage: true,
  button: 'Sendung planen',
}

export const examples: Examples<'intern/mailing'> = {
  preview: { frame, page },
  nobody: {
    frame,
    page: { ...page, warnings: [], recipients: [], unreachable: [], left: '', shown: '', button: 'Jetzt senden' },
  },
  refused: {
    frame,
    page: {
      ...page,
      title: 'Sendung planen',
      plan: {
        ...plan,
        errors: [
          {
            field: 'tag',
            message: '24.11.2025, 09:00 Uhr ist schon vorbei. Bitte wählen Sie einen späteren Zeitpunkt.',
          },
        ],
      },
    },
  },
}

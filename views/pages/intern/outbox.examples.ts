import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { OutboxPage } from '../../page-data/mail-pages.ts'

const frame = intern('Ausgang', 'Post')
const form: OutboxPage['form'] = {
  action: '/intern/post/ausgang',
  kept: [],
  choices: [
    {
      name: 'stand',
      label: 'Stand',
      groups: [
        {
          label: '',
          options: [
            { value: '', label: 'alle', selected: true },
            { value: 'sent', label: 'gesendet' },
          ],
        },
      ],
    },
    { name: 'welle', label: 'Erhebung', groups: [{ label: '', options: [{ value: '', label: 'alle' }] }] },
  ],
  resetHref: '/intern/post/ausgang',
}

export const examples: Examples<'intern/outbox'> = {
  some: {
    frame,
    page: {
      form,
      mails: [
        {
          title: 'Donzdorf, Einladung mit Zugangscode',
          lines: ['umfrage@donzdorf.example', 'umfrage-1', '117019', '20.11.2026, 09:02 Uhr'],
          badge: { tone: 'success', label: 'gesendet' },
          problem: '',
        },
        {
          title: 'Salach, Einladung mit Zugangscode',
          lines: ['umfrage@salach.example', 'umfrage-1', '117042', '20.11.2026, 09:02 Uhr'],
          badge: { tone: 'danger', label: 'abgelehnt' },
          problem: `Der Mailserver hat die Adresse abgelehnt: 550 ${hostile}`,
        },
      ],
      more: true,
    },
  },
  none: { frame, page: { form: { ...form, resetHref: '' }, mails: [], more: false } },
}

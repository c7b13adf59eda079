import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Demo-Postfach', 'Post')

export const examples: Examples<'intern/demo-mailbox'> = {
  some: {
    frame,
    page: {
      folder: '.data/post',
      mails: [
        {
          href: '/intern/demo-postfach/a.eml',
          subject: 'Ihr Zugang',
          lines: ['umfrage@donzdorf.example', '20.11.2026, 09:02 Uhr'],
        },
        { href: '/intern/demo-postfach/b.eml', subject: hostile, lines: [hostile] },
      ],
      more: true,
    },
  },
  none: { frame, page: { folder: '.data/post', mails: [], more: false } },
}

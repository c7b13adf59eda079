import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ApprovalsPage } from '../../page-data/wave-pages.ts'

const frame = intern('Freigaben')
const wave = { href: '/intern/erhebungen/umfrage-4/ablauf', id: 'umfrage-4' }
const page: ApprovalsPage = {
  open: [
    {
      id: 3,
      action: '/intern/freigaben/3',
      title: 'Erhebung öffnen',
      wave,
      by: 'vorgeschlagen 29.11.2026, 20:14 Uhr von f.eins',
      reason: hostile,
      facts: [
        { label: 'Öffnet', value: 'sofort' },
        { label: 'Teilnehmende', value: '1.101' },
      ],
      void: '',
      isOwn: false,
    },
    {
      id: 4,
      action: '/intern/freigaben/4',
      title: 'Frist für alle ändern',
      wave,
      by: 'vorgeschlagen 29.11.2026, 20:15 Uhr von f.zwei',
      reason: '',
      facts: [{ label: 'Frist neu', value: '28.02.2027' }],
      void: 'Die Erhebung wurde seither geändert.',
      isOwn: true,
    },
  ],
  decided: [
    {
      title: 'Erhebung öffnen: umfrage-3',
      lines: ['vorgeschlagen 01.11.2026, 10:00 Uhr von f.eins', 'entschieden 01.11.2026, 11:00 Uhr von a.eins'],
      badge: { tone: 'success', label: 'zugestimmt' },
    },
  ],
  isOff: false,
  isAlone: false,
  notice: '',
  error: '',
}

export const examples: Examples<'intern/approvals'> = {
  some: { frame, page },
  none: {
    frame,
    page: { ...page, open: [], decided: [], isAlone: true, notice: 'Die Entscheidung ist festgehalten.' },
  },
  refused: { frame, page: { ...page, isOff: true, error: 'Darüber ist schon entschieden.' } },
}

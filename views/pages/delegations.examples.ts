import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { Pages } from '../page-data/pages.ts'

const action = '/erhebung/umfrage-1/117019/zuarbeit'
const frame = inside('Zuarbeit')
const page: Pages['delegations'] = {
  action,
  notice: 'Die E-Mail mit dem Link ist unterwegs.',
  errors: [],
  entries: [
    {
      id: 3,
      name: hostile,
      badge: { tone: 'plain', label: 'noch nicht geöffnet' },
      lines: ['gebeten 14:03 Uhr von KM', 'bis 01.02.2019', 'j.muessig@donzdorf.example: E-Mail wartet'],
      said: 'Bitte nur die Zahlen zum 15.12.2018.',
      sections: ['Deutsch: 0 von 12 Feldern'],
      link: 'https://umfrage.example/zuarbeit#7K3M-9QXR-0ABC-DEF0',
      ended: '',
      revokeHref: `${action}/3/zuruecknehmen`,
    },
    {
      id: 2,
      name: 'Petra Beispiel',
      badge: { tone: 'success', label: 'erledigt' },
      lines: ['gebeten 14.01.2019, 14:03 Uhr', 'geöffnet 15.01.2019, 08:00 Uhr', 'erledigt 13:55 Uhr'],
      said: '',
      sections: ['Wohnen: 12 von 12 Feldern, 9 zuletzt unter diesem Namen gespeichert', 'Arbeit'],
      link: '',
      ended: 'Der Link gilt nicht mehr: Der Fragebogen ist seither abgesendet.',
      revokeHref: `${action}/2/zuruecknehmen`,
    },
    {
      id: 1,
      name: 'ohne Namen',
      badge: { tone: 'plain', label: 'zurückgenommen' },
      lines: ['gebeten 14.01.2019, 14:03 Uhr'],
      said: '',
      sections: ['Arbeit'],
      link: '',
      ended: '',
      revokeHref: '',
    },
  ],
  open: true,
  mails: true,
  typed: { name: '', mail: '', said: '', due: '', sections: [] },
  sections: [
    { id: 'deutsch', title: 'Deutsch', checked: false },
    { id: 'wohnen', title: hostile, checked: true },
  ],
  frist: '08.02.2019',
}

export const examples: Examples<'delegations'> = {
  asked: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      notice: '',
      entries: [],
      typed: { name: '', mail: hostile, said: hostile, due: 'morgen', sections: [] },
      errors: [
        { field: 'name', message: 'Bitte sagen Sie, wen Sie bitten.' },
        { field: 'abschnitte', message: 'Bitte kreuzen Sie wenigstens einen Abschnitt an.' },
        { field: 'mail', message: 'Das ist keine E-Mail-Adresse.' },
        { field: 'text', message: 'Die Nachricht ist länger als 2.000 Zeichen. Bitte kürzen Sie sie.' },
        { field: 'bis', message: '„morgen“ ist kein Tag. Tage werden geschrieben wie 2026-12-31.' },
        { field: '', message: 'Das waren viele Bitten in kurzer Zeit.' },
      ],
    },
  },
  over: { frame: inside('Zuarbeit', { open: false }), page: { ...page, notice: '', open: false, mails: false } },
}

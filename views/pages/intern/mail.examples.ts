import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { MailPage } from '../../page-data/mail-pages.ts'

const frame = intern('Post', 'Post')

export const plan: MailPage['plan'] = {
  action: '/intern/post/sendung',
  waves: [{ value: 'umfrage-1', label: 'Umfrage zur Lage der Geflüchteten vor Ort (umfrage-1)', selected: true }],
  templates: [
    { value: 'einladung', label: 'Einladung mit Zugangscode' },
    { value: 'erinnerung', label: 'Erinnerung: noch nicht abgesendet', selected: true },
  ],
  hours: [
    { value: '8', label: '8 Uhr' },
    { value: '9', label: '9 Uhr', selected: true },
  ],
  day: '24.11.2026',
  kept: [],
  errors: [],
}

export const jobs: MailPage['jobs'] = [
  {
    title: 'Auftrag 7: Erinnerung: noch nicht geöffnet',
    lines: ['umfrage-1', 'fällig 24.11.2026, 09:00 Uhr', 'von f.buero'],
    badge: { tone: 'info', label: 'wartet' },
    problem: '',
    stopHref: '/intern/auftraege/7/anhalten',
    retryHref: '',
  },
  {
    title: 'Auftrag 6: Einladung mit Zugangscode',
    lines: ['umfrage-1', 'fällig 20.11.2026, 09:00 Uhr', '500 von 1.101', 'von f.buero'],
    badge: { tone: 'danger', label: 'gescheitert' },
    problem: `Der Mailserver nimmt Name oder Kennwort nicht an (SMTP_URL): ${hostile}`,
    stopHref: '/intern/auftraege/6/anhalten',
    retryHref: '/intern/auftraege/6/wiederholen',
  },
]

const page: MailPage = {
  wave: null,
  notice: '',
  warnings: [],
  mailboxHref: '',
  doubtful: [
    {
      title: 'Donzdorf, Einladung mit Zugangscode',
      lines: ['umfrage@donzdorf.example', 'umfrage-1', '117019', '20.11.2026, 09:02 Uhr'],
      badge: { tone: 'warning', label: 'ungewiss' },
      problem: 'Der Server endete, während diese E-Mail übergeben wurde.',
      decideHref: '/intern/post/ausgang/12/entscheiden',
      again: 'Neuen Zugangscode senden',
    },
  ],
  jobs,
  states: [
    { label: 'gesendet', count: '1.050', href: '/intern/post/ausgang?stand=sent' },
    { label: 'abgelehnt', count: '3', href: '/intern/post/ausgang?stand=refused' },
  ],
  templates: [
    {
      title: 'Einladung mit Zugangscode',
      href: '/intern/post/vorlagen/einladung',
      to: 'alle, die noch keinen Zugangscode haben und nicht abgesagt haben',
      once: 'einmal je Teilnehmer',
    },
  ],
  plan,
  settings: [
    { label: 'Weg', value: 'Mailserver mail.example, Port 465, verschlüsselt' },
    { label: 'Absender', value: '"Geschäftsstelle" <umfrage@example.de>' },
  ],
  test: { address: '', error: '', outcome: '' },
  returned: { error: '' },
  mayManage: true,
}

export const examples: Examples<'intern/mail'> = {
  ofOneWave: {
    frame,
    page: {
      ...page,
      wave: {
        id: 'umfrage-1',
        title: 'Umfrage zur Lage der Geflüchteten vor Ort',
        href: '/intern/erhebungen/umfrage-1',
        allHref: '/intern/post',
      },
    },
  },
  some: { frame, page },
  none: {
    frame,
    page: {
      ...page,
      doubtful: [],
      jobs: [],
      states: [],
      mailboxHref: '/intern/demo-postfach',
      notice: 'Die Sendung ist geplant.',
    },
  },
  faulty: {
    frame,
    page: {
      ...page,
      warnings: ['E-Mails gehen zurzeit nicht hinaus: Es ist kein Mailserver angegeben (SMTP_URL).', hostile],
      test: {
        address: hostile,
        error: 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@example.de.',
        outcome: '',
      },
      returned: { error: 'Bitte wählen Sie mindestens eine Datei aus.' },
    },
  },
}

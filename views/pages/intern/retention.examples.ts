import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const whole = {
  href: '/intern/fristen',
  waves: [
    {
      id: 'umfrage-1',
      title: 'Umfrage zur Lage der Geflüchteten vor Ort',
      purpose: hostile,
      synthetic: false,
      terms: [
        {
          label: 'Kontaktdaten für Rückfragen, Sendungen und Notizen',
          term: '90 Tage nach dem Ende der Erhebung',
          due: 'ab 09.05.2019',
          offer: 'wird keinem Archiv angeboten',
          rows: '12 Einträge',
        },
        {
          label: 'Zugangscodes',
          term: '90 Tage nach dem Ende der Erhebung, dann zuerst dem Archiv angeboten',
          due: 'ab 09.05.2019, nach der Antwort des Archivs',
          offer: 'noch nicht angeboten',
          rows: '',
        },
      ],
    },
    { id: 'umfrage-2', title: 'Umfrage zur Organisation', purpose: 'Zweck', synthetic: true, terms: [] },
  ],
  basis: 'Rechtsgrundlage ist eine Aufgabe im öffentlichen Interesse.',
  site: [
    { label: 'Sitzungen der Befragten', term: '7 Tage nach ihrem Ende', rows: '1 Eintrag' },
    { label: 'Protokoll', term: '10 Jahre nach dem Eintrag', rows: '8 Einträge' },
  ],
  lasting: [{ label: 'Konten der Mitarbeitenden', why: 'Das Protokoll verweist auf ihre Nummer.' }],
  last: '09.05.2019, 02:14 Uhr',
  offers: [
    { wave: 'umfrage-1', kind: 'codes', label: 'Zugangscodes' },
    { wave: 'umfrage-1', kind: 'drafts', label: 'Entwürfe, die nie abgesendet wurden' },
  ],
  notice: '',
}

export const examples: Examples<'intern/retention'> = {
  due: { frame: intern('Fristen'), page: whole },
  settled: { frame: intern('Fristen'), page: { ...whole, offers: [], notice: 'Das Ergebnis ist festgehalten.' } },
  nothing: { frame: intern('Fristen'), page: { ...whole, waves: [], offers: [], last: 'noch nie' } },
}

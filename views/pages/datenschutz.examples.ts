import { hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const office = {
  name: 'Landesbeauftragte für den Datenschutz',
  lines: ['Beispielstraße 20', '70000 Musterstadt'],
  phone: '0711 123-456',
  mail: 'poststelle@example.org',
  web: 'https://datenschutz.example.org',
}

const whole = {
  own: '',
  controller: office,
  officer: { ...office, name: '', lines: [], web: '' },
  purpose: 'Wir wollen wissen, wie es vor Ort steht.',
  basis: 'Rechtsgrundlage ist eine Aufgabe im öffentlichen Interesse.',
  consent: false,
  objection: true,
  mandatory: 'Nein, die Teilnahme ist freiwillig.',
  consequence: 'Wer nicht antwortet, hat keine Nachteile.',
  source: hostile,
  office: [{ label: 'Briefe und E-Mails', lines: ['wann welches Schreiben wohin ging', hostile] }],
  recipients: ['Rechenzentrum', hostile],
  thirdCountries: 'Personenbezogene Daten werden in kein Land außerhalb der Europäischen Union übermittelt.',
  retention: [{ label: 'Kontaktdaten', lines: ['90 Tage nach dem Ende der Erhebung'] }],
  waves: [{ label: 'Umfrage zur Lage', lines: ['Antworten: ein Jahr'] }],
  authority: office,
}

export const examples: Examples<'datenschutz'> = {
  outside: { frame: outside('Datenschutz'), page: whole },
  missing: {
    frame: inside('Datenschutz'),
    page: { ...whole, officer: null, authority: null, recipients: [], waves: [], consent: true, objection: false },
  },
  own: { frame: outside('Datenschutz'), page: { ...whole, own: '<h2>Verantwortlich</h2>\n<p>Wir.</p>' } },
}

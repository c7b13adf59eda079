import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PersonErasurePage } from '../../page-data/person-pages.ts'

const frame = intern('Löschung, Anliegen 3: Löschung', 'Personen')
const text = {
  question: 'F20',
  label: 'Wie viele können mit dem lateinischen Alphabet lesen und schreiben? – Kommentar zu F20',
  text: 'laut Jürgen Weiß, Zimmer 12',
  state: 'abgesendet',
  at: '24.11.2026, 10:40 Uhr',
  after: 'Die Abgabe bleibt mit ihrer Quittung, ohne diesen Text und mit neuer Prüfsumme.',
}
const page: PersonErasurePage = {
  title: 'Anliegen 3: Löschung',
  seen: 'q1bXv0Y2tKzL8mNc4RdPfA',
  hrefs: {
    request: '/intern/personen/3',
    loeschung: '/intern/personen/3/loeschung',
    zustimmung: '/intern/personen/3/zustimmung',
    zuruecknahme: '/intern/personen/3/zuruecknahme',
  },
  forms: [
    {
      title: 'Umfrage zur Lage der Geflüchteten vor Ort (umfrage-1)',
      unit: 'Donzdorf (117019)',
      texts: [text, { ...text, label: hostile, text: hostile, state: 'im Entwurf', after: 'Das Feld ist leer.' }],
    },
  ],
  initials: ['„JW“ in umfrage-1, 117019'],
  cut: ['Befragt als 117000-001 in umfrage-3'],
  effects: [
    'Alle anderen Antworten bleiben, wie sie sind.',
    'Die abgesendeten Antworten bleiben und zählen weiter. Danach findet niemand mehr, von wem sie sind: auch nicht für eine Auskunft ' +
      'oder Berichtigung, und mit anderen Erhebungen werden sie nicht mehr verbunden.',
    'Die Quittung bekommt eine neue Nummer. Wer die bisherige aufbewahrt hat, kann damit nichts mehr belegen.',
    'Zugangscodes, Anmeldungen, Kürzel, Kontaktdaten, der Entwurf mit seinen früheren Ständen und zu spät Eingegangenes sind weg. ' +
      'Das Formular lässt sich nicht mehr öffnen.',
    'Im Register bleibt die Nummer. Es sagt nur, dass es sie in ihrem Verbund gibt, nicht wer sie hat und was geantwortet wurde.',
  ],
  stage: 'propose',
  grounds: [{ value: 'b', label: 'Art. 17 Absatz 1 Buchstabe b DSGVO: die Einwilligung ist widerrufen' }],
  facts: [],
  error: '',
}
const proposed = [
  { label: 'Grund', value: 'Art. 17 Absatz 1 Buchstabe b DSGVO' },
  { label: 'Vorgelegt', value: '25.11.2026, 09:00 Uhr von d.eins' },
]

export const examples: Examples<'intern/person-erasure'> = {
  preview: { frame, page },
  refused: { frame, page: { ...page, error: 'Bitte wählen Sie den Grund.' } },
  consent: { frame, page: { ...page, stage: 'consent', facts: proposed } },
  own: {
    frame,
    page: {
      ...page,
      stage: 'own',
      facts: proposed,
      error: 'Zustimmen muss eine zweite Person: Diese Löschung haben Sie selbst vorgelegt.',
    },
  },
}

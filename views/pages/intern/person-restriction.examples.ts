import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PersonRestrictionPage } from '../../page-data/person-pages.ts'

const frame = intern('Einschränkung, Anliegen 4: Einschränkung', 'Personen')
const page: PersonRestrictionPage = {
  title: 'Anliegen 4: Einschränkung',
  hrefs: { request: '/intern/personen/4', here: '/intern/personen/4/einschraenkung' },
  forms: [
    {
      title: 'Umfrage zur Lage der Geflüchteten vor Ort (umfrage-1)',
      unit: 'Donzdorf (117019)',
      texts: [
        { question: 'F20', label: 'Kommentar zu F20', text: 'laut Jürgen Weiß, Zimmer 12', state: 'abgesendet' },
        { question: '', label: hostile, text: hostile, state: 'im Entwurf' },
      ],
      whole: { value: '7', label: 'Alle Kontaktdaten dieses Bogens', checked: false },
    },
    {
      title: 'Befragung der Integrationsmanagerinnen und Integrationsmanager (umfrage-3)',
      unit: 'Integrationsmanager/-in (117000-001)',
      texts: [],
      whole: { value: '8', label: 'Den ganzen Bogen dieser Person', checked: true },
    },
  ],
  left: ['Kürzel „JW“ in umfrage-1, 117019'],
  effects: ['Es bleibt gespeichert.'],
  grounds: [{ value: 'a', label: 'Art. 18 Absatz 1 Buchstabe a DSGVO: die Richtigkeit ist bestritten' }],
  errors: [],
}

export const examples: Examples<'intern/person-restriction'> = {
  preview: { frame, page },
  faulty: { frame, page: { ...page, errors: [{ field: 'grund', message: 'Bitte wählen Sie den Grund.' }] } },
  nothing: { frame, page: { ...page, forms: [] } },
}

import { contact, hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { HelpAtForm } from '../page-data/help-pages.ts'

const home = '/erhebung/umfrage-1/117019'
const session = { minutes: 60, hours: 12 }

const form: HelpAtForm = {
  back: { href: `${home}/abschnitt/zielpersonen#zp_status_duldung`, label: 'Zurück zu Frage F5' },
  saved: 'Zuletzt gespeichert: 14:03 Uhr',
  asked: {
    number: 'F5',
    title: 'Welchen rechtlichen Status haben die Zielpersonen?',
    help: 'Ein Status, den niemand hat, bekommt eine 0.',
    terms: [{ term: 'Duldung', meaning: 'Die Abschiebung ist vorübergehend ausgesetzt.', source: '§ 60a AufenthG' }],
    topics: ['null-leer', 'zahlen', 'hinweise', 'letzte-umfrage'],
  },
  person: null,
  reasons: ['Die Angaben stammen aus verschiedenen Quellen', 'Anderer Grund'],
  last: '15.12.2018',
  preparation: '/erhebungen/umfrage-1/vorbereitung',
  papers: { blank: `${home}/papier/leer`, filled: `${home}/papier/stand` },
}

const person: HelpAtForm = {
  ...form,
  back: { href: home, label: 'Zurück zur Übersicht' },
  saved: '',
  asked: null,
  person: { number: '117000-001', verbund: '117000', verbundName: hostile },
  reasons: [],
  last: '',
  preparation: '',
}

export const examples: Examples<'hilfe'> = {
  atQuestion: { frame: inside('Hilfe'), page: { contact, session, form } },
  outside: { frame: outside('Hilfe'), page: { contact, session, form: null } },
  person: {
    frame: inside('Hilfe', { unit: { label: 'Integrationsmanager/-in', name: '117000-001', note: '' } }),
    page: { contact: { name: hostile, mail: hostile, phone: hostile, hours: hostile }, session, form: person },
  },
}

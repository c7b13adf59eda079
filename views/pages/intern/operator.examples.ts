import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const missing = {
  field: 'dataProtectionOfficer',
  label: 'Datenschutzbeauftragte/-r',
  why: 'Artikel 13 Absatz 1 Buchstabe b DSGVO',
}

export const examples: Examples<'intern/operator'> = {
  missing: {
    frame: intern('Betreiber'),
    page: {
      name: hostile,
      file: 'betreiber.jsonc',
      invented: false,
      needed: [missing],
      wished: [{ field: 'logo', label: 'Logo', why: 'woran man die Stelle erkennt' }],
    },
  },
  invented: {
    frame: intern('Betreiber'),
    page: { name: 'Beispielinstitut', file: 'betreiber.jsonc', invented: true, needed: [], wished: [] },
  },
  whole: {
    frame: intern('Betreiber'),
    page: { name: 'Beispielinstitut', file: 'betreiber.jsonc', invented: false, needed: [], wished: [] },
  },
  nothing: {
    frame: intern('Betreiber'),
    page: { name: '', file: '', invented: false, needed: [missing], wished: [] },
  },
}

import { contact, hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { CountingPage } from '../page-data/counting-page.ts'

const home = '/erhebung/umfrage-1/117019/auszaehlen'
const frame = inside('Aus einer Liste zählen')
const page: CountingPage = {
  plan: JSON.stringify({
    ...{ list: 'plaene', title: 'Liste', stichtag: '2018-12-15', persons: 'im_plan', further: [] },
    key: { column: 'Kennung', headings: [], hint: '' },
    begin: { column: 'Plan begonnen am', headings: [], hint: '' },
    end: { column: 'Plan beendet am', headings: [], hint: '' },
    columns: [],
    fields: [{ name: 'im_plan', number: 'F12', question: 'im_plan', label: hostile }],
  }),
  list: 'Liste der Integrationspläne',
  action: home,
  rev: 7,
  templates: [{ href: `${home}/vorlage/xlsx`, label: 'Vorlage (XLSX)', note: 'für Excel und LibreOffice' }],
  columns: [
    { name: 'Plan begonnen am', number: '', counted: ['nach dem 15.12.2018: nicht gezählt'] },
    { name: hostile, number: 'F15', counted: ['weiblich: „Frauen“', hostile] },
  ],
  ownFile: '/erhebung/umfrage-1/117019/eigene-datei',
  error: '',
  closed: '',
  contact,
}

export const examples: Examples<'counting'> = {
  usual: { frame, page },
  refused: { frame, page: { ...page, error: 'Es ist noch nichts gezählt.', ownFile: '' } },
  closed: { frame, page: { ...page, closed: 'Die Frist ist abgelaufen. Sie können Ihre Angaben lesen.' } },
}

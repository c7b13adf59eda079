import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { OwnFilePreviewPage } from '../page-data/own-file-pages.ts'

const home = '/erhebung/umfrage-1/117019/eigene-datei'
const frame = inside('Was sich ändert')
const change = { number: 'F5', label: 'mit Aufenthaltsgestattung', was: 'keine Angabe', becomes: '1.234' }
const figure = { words: 'Duldung · männlich', value: '40', place: 'Zeile 7, Spalte C' }
const page: OwnFilePreviewPage = {
  heading: 'Als Datei ausfüllen',
  words: {
    both: 'In der Datei und im Fragebogen geändert',
    since: 'Seit Sie die Datei heruntergeladen haben, hat sich im Fragebogen dies geändert.',
    wins: 'Überall gilt die Datei.',
    column: 'in der Datei',
    again: 'Andere Datei',
  },
  action: `${home}/uebernehmen`,
  back: home,
  rev: 9,
  fileRev: 7,
  summary: '2 Angaben ändern sich. 40 stehen schon so im Fragebogen.',
  sections: [
    { id: 'zielgruppe', title: 'Zielgruppe', changes: [change] },
    { id: 'sprache', title: hostile, changes: [{ number: 'F9', label: hostile, was: hostile, becomes: hostile }] },
  ],
  both: [],
  error: '',
  stays: [],
  findings: [],
  moreFindings: 0,
  fields: [
    { name: 'zp_status_gestattung', value: '1234' },
    { name: 'im_alpha_kom', value: hostile },
  ],
  bothNames: '',
  confirm: '2 Angaben übernehmen',
}

export const examples: Examples<'own-file-preview'> = {
  usual: { frame, page },
  both: {
    frame,
    page: {
      ...page,
      both: [
        { ...change, was: '1.230', by: 'AB, 14:03 Uhr' },
        { number: 'F9', label: hostile, was: hostile, becomes: hostile, by: hostile },
      ],
      bothNames: 'zp_status_gestattung im_alpha_kom',
      stays: [{ title: 'In der Datei leer, im Fragebogen ausgefüllt: bleibt', fields: ['F4, Zielpersonen', hostile] }],
      findings: [
        { tone: 'warning', label: 'Hinweis', message: 'In F5 stehen 1.234 Personen, in F4 1.200: 34 zu viel.' },
        { tone: 'danger', label: 'Fehler', message: hostile },
      ],
      moreFindings: 3,
      error: 'Bitte wählen Sie, was gelten soll.',
    },
  },
  nothing: { frame, page: { ...page, summary: 'Die Datei ändert nichts.', sections: [], fields: [] } },
  figures: {
    frame,
    page: {
      ...page,
      figures: {
        action: `${home}/zuordnen`,
        figures: '[]',
        placed: [
          {
            field: 'F5, mit Duldung',
            becomes: '60',
            parts: [figure, { ...figure, words: 'Duldung · weiblich', value: '20' }],
          },
          { field: hostile, becomes: '1', parts: [{ ...figure, words: hostile, place: hostile }] },
        ],
        unused: [hostile],
        missing: [{ field: hostile, words: [hostile, hostile] }],
        faulty: [{ ...figure, words: hostile, sentence: hostile }],
      },
    },
  },
}

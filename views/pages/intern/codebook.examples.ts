import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { CodebookPage } from '../../page-data/evaluation-pages.ts'

const frame = intern('Codebuch, umfrage-1', '')
export const bookPage: CodebookPage = {
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  panelHref: '/intern/exporte/codebuch',
  error: '',
  result: {
    book: {
      title: 'Umfrage zur Lage der Geflüchteten vor Ort',
      synthetic: true,
      facts: [
        { label: 'Erhebende Stelle', value: hostile },
        { label: 'Rücklauf', value: '702 von 1.101 haben abgesendet (63,8 %)' },
      ],
      hidden: 'Zahlen, aus denen sich die Angabe von weniger als 3 ablesen ließe, fehlen oder sind „verdeckt“.',
      assumed: [hostile],
      tables: [
        {
          title: 'umfrage-1',
          note: '702 Zeilen, 309 Spalten; 131 davon sagen, warum ein Wert fehlt.',
          reasons: {
            title: 'Warum Werte fehlen können',
            note: 'Der Grund steht neben dem Wert.',
            head: ['Grund', 'Bedeutung', 'In Dateien mit Zahlencodes'],
            rows: [['leer', 'Keine Angabe (leer)', '-9, in Stata .i']],
          },
          sections: [
            {
              title: 'Ihre Zielgruppe',
              questions: [
                {
                  number: 'F5',
                  text: `Welchen rechtlichen Status haben die Zielpersonen? ${hostile}`,
                  instruction: 'Ein Status, den niemand hat, bekommt eine 0.',
                  population: 'Kommunen; trifft nicht zu, wenn ohne_plan = 1',
                  variables: [
                    {
                      name: 'zp_status_duldung',
                      label: 'Zielpersonen mit Duldung',
                      facts: [
                        { label: 'Art', value: 'ganze Zahl' },
                        { label: 'Verteilung', value: '640 Werte von 702, Mittelwert 9,4' },
                      ],
                      values: [{ code: '1', label: hostile, count: 'verdeckt', percent: '' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
      shared: [
        {
          comparability: 'umfrage-1 → umfrage-4: gleich gefragt.',
          concepts: [{ label: hostile, columns: 'zp_gesamt' }],
        },
      ],
    },
    state: '2.893',
    permanentHref: '/intern/erhebungen/umfrage-1/codebuch?stand=2893',
    files: [{ href: '/intern/erhebungen/umfrage-1/codebuch/datei?stand=2893&format=ddi', label: 'ddi' }],
  },
}

export const examples: Examples<'intern/codebook'> = {
  all: { frame, page: bookPage },
  impossible: { frame, page: { ...bookPage, error: `Den Datenstand „${hostile}“ gibt es noch nicht.`, result: null } },
}

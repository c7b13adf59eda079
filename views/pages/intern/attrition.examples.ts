import { draw } from '../../charts/draw.ts'
import { intervals } from '../../charts/intervals.ts'
import { hostile, intern, pictureLinks } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ChoiceForm, FigureTable } from '../../page-data/evaluation-pages.ts'

const form: ChoiceForm = { action: '/intern/ausfall', kept: [], choices: [], resetHref: '' }
const table: FigureTable = {
  head: ['Größe', 'Kommunen', 'beantwortet', 'ausgeschieden', 'hinzugekommen'],
  rows: [['Stuttgart', hostile, '80', '30', '10']],
}
const spec = intervals([{ label: hostile, value: 64.3, low: 60, high: 68, text: '64,3 %' }], 'Prozent')
const svg = await draw(spec, { id: 'ruecklauf', title: 'Rücklauf', description: hostile, notes: ['n = 12', hostile] })
const frame = intern('Ausfall', 'Ausfall')

export const examples: Examples<'intern/attrition'> = {
  missing: {
    frame,
    page: {
      form,
      error: '',
      result: {
        summary: '701 von 1.101 Kommunen haben beide Male geantwortet.',
        notes: ['Merkmale aus dem Register.', hostile],
        facts: [{ label: 'Verbleib', value: '74,1 %', note: hostile }],
        sections: [
          {
            id: 'nach-groesse',
            title: 'Nach: Größe der Kommune',
            paragraphs: [hostile],
            folded: true,
            terms: [
              { term: 'Holm', meaning: hostile },
              { term: hostile, meaning: 'Ein Satz.' },
            ],
            charts: [
              {
                id: 'ruecklauf',
                title: 'Rücklauf',
                text: 'Anteil',
                svg,
                key: [],
                downloads: pictureLinks,
                table: null,
              },
            ],
            tables: [{ label: 'Rücklauf nach: Größe', table }],
          },
        ],
        origin: {
          facts: [{ label: 'Datenstand', lines: ['Datenstand 2893: 2.891 Abgaben'] }],
          permanentHref: '/intern/ausfall?stand=2891',
          downloads: [{ href: '/intern/ausfall/skript/R?von=umfrage-1&bis=umfrage-4', label: 'Skript in R' }],
          files: [
            { wave: 'umfrage-1', name: 'umfrage-1' },
            { wave: 'umfrage-4', name: 'umfrage-4' },
          ],
          werte: 'korrigiert',
        },
      },
    },
  },
  impossible: { frame, page: { form, error: `Die Welle „${hostile}“ gibt es nicht.`, result: null } },
}

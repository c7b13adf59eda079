import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { FigureMappingPage } from '../page-data/foreign-table-pages.ts'

const home = '/erhebung/umfrage-1/117019/auswertung'
const frame = inside('Zahlen zuordnen')
const row = {
  words: 'Duldung · männlich',
  value: '1.234',
  place: 'Blatt „Statistik“, Zeile 12, Spalte C',
  name: 'feld.0',
  field: '',
  isSuggested: false,
  error: '',
}
const other = { ...row, name: 'feld.1', words: hostile, place: hostile, value: '12,5 %', field: hostile }
const page: FigureMappingPage = {
  action: `${home}/zuordnen`,
  back: home,
  figures: JSON.stringify([{ words: hostile }]),
  asked: [row, { ...other, isSuggested: true }],
  known: [],
  faulty: [],
  elsewhere: 0,
  fields: ['F4, Anzahl Zielpersonen in Kommune', hostile],
  errors: [],
  counting: '',
}

export const examples: Examples<'figure-mapping'> = {
  usual: { frame, page },
  again: {
    frame,
    page: {
      ...page,
      asked: [row],
      known: [other],
      faulty: [{ words: hostile, value: '5', place: hostile, sentence: 'So heißen in der Datei 2 Zahlen.' }],
      elsewhere: 3,
      counting: '/erhebung/umfrage-1/117019/auszaehlen',
    },
  },
  faulty: {
    frame,
    page: {
      ...page,
      asked: [{ ...row, field: hostile, error: `„${hostile}“ ist kein Feld, in das hier eine Zahl kommt.` }],
      known: [{ ...other, error: hostile }],
      errors: [
        { field: 'feld-0', message: `Duldung: „${hostile}“ ist kein Feld.` },
        { field: 'feld-1', message: hostile },
      ],
    },
  },
  nothing: { frame, page: { ...page, asked: [], elsewhere: 1 } },
}

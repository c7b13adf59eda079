import { contact, hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { OwnFilePage } from '../page-data/own-file-pages.ts'

const home = '/erhebung/umfrage-1/117019/eigene-datei'
const frame = inside('Als Datei ausfüllen')
const page: OwnFilePage = {
  downloads: [
    { href: `${home}/xlsx`, label: 'Arbeitsmappe (XLSX)', note: 'für Excel und LibreOffice: ein Blatt je Abschnitt' },
    { href: `${home}/csv`, label: 'Liste (CSV)', note: 'für Programme und Fachverfahren' },
  ],
  sections: [
    { href: `${home}/xlsx?abschnitt=zielgruppe`, title: 'Zielgruppe' },
    { href: `${home}/xlsx?abschnitt=sprache`, title: hostile },
  ],
  action: home,
  parts: [
    { value: '', label: 'alles, was in der Datei steht', selected: true },
    { value: 'zielgruppe', label: hostile, selected: false },
  ],
  error: '',
  faults: [],
  closed: '',
  asked: false,
  table: '/erhebung/umfrage-1/117019/auswertung',
  contact,
}

export const examples: Examples<'own-file'> = {
  usual: { frame, page },
  otherForm: { frame, page: { ...page, error: `Die Datei gehört zu ${hostile}.` } },
  faulty: {
    frame,
    page: {
      ...page,
      faults: [
        {
          place: 'Blatt „2 Zielgruppe“, Zeile 12, Spalte C',
          field: 'F5, mit Duldung',
          sentence: '„1o“ ist keine Zahl. Bitte geben Sie eine ganze Zahl ab 0 ein, zum Beispiel 120.',
          allowed: 'ganze Zahl ab 0',
        },
        { place: hostile, field: hostile, sentence: hostile, allowed: hostile },
      ],
    },
  },
  asked: { frame, page: { ...page, asked: true } },
  closed: {
    frame,
    page: { ...page, closed: 'Die Frist ist abgelaufen. Sie können Ihre Angaben lesen, aber nicht mehr ändern.' },
  },
}

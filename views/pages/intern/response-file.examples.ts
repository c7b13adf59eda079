import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ResponseFilePage } from '../../page-data/response-file-page.ts'

const frame = intern('Antworten einlesen', 'Antworten einlesen')
const home = '/intern/erhebungen/umfrage-1'
const page: ResponseFilePage = {
  id: 'umfrage-1',
  waveHref: home,
  uploadHref: `${home}/antworten-einlesen/hochladen`,
  notice: '',
  error: '',
  preview: null,
}
const preview: NonNullable<ResponseFilePage['preview']> = {
  href: `${home}/antworten-einlesen/vorschau/1`,
  file: 'antworten.csv',
  problems: [],
  summary: 'Nichts spricht dagegen, noch ist nichts eingelesen: 2 Fragebögen.',
  rows: [
    ['117019', '104'],
    [hostile, '3'],
  ],
  more: 'und 3 weitere',
  acts: [
    { value: 'absenden', label: 'Einlesen und absenden' },
    { value: 'eintragen', label: 'Nur in die Fragebögen eintragen' },
  ],
}

export const examples: Examples<'intern/response-file'> = {
  form: { frame, page: { ...page, notice: hostile } },
  refused: { frame, page: { ...page, error: 'Bitte wählen Sie eine Datei aus.' } },
  sound: { frame, page: { ...page, preview } },
  faulty: {
    frame,
    page: {
      ...page,
      preview: {
        ...preview,
        file: hostile,
        problems: ['antworten.csv, Zeile 3, Spalte zp_gesamt: „viele“ ist keine Zahl.', hostile],
        summary: '',
        rows: [],
        more: '',
        acts: [],
      },
    },
  },
}

import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Dateien', 'Verzeichnis')
const href = '/intern/verzeichnis'
const page = {
  notice: '',
  error: null,
  hrefs: { registry: `${href}/dateien/hochladen`, addresses: `${href}/anschriften/hochladen` },
  takeOvers: [{ href: `${href}/kontaktangaben/umfrage-0`, label: 'umfrage-0' }],
  imports: [
    {
      title: 'GV100AD_30112025.txt',
      lines: ['Gemeindeverzeichnis GV100AD', 'Nummer 2', '29.11.2026, 10:40 Uhr von f.ring'],
      undone: '',
      undoHref: `${href}/dateien/2/zuruecknehmen`,
    },
    { title: hostile, lines: ['Anschriften', 'Nummer 1'], undone: 'zurückgenommen 29.11.2026, 9:00 Uhr', undoHref: '' },
  ],
}

export const examples: Examples<'intern/register-files'> = {
  some: { frame, page: { ...page, notice: 'Das ist eingelesen, unter Nummer 2.' } },
  first: { frame, page: { ...page, takeOvers: [], imports: [] } },
  refused: {
    frame,
    page: { ...page, error: { field: 'anschriftendatei', message: 'Bitte wählen Sie eine Datei aus.' } },
  },
}

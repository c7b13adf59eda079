import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextFilesPage } from '../../page-data/text-pages.ts'

const frame = intern('Dateien mit Texten umfrage-3', 'Texte')
const href = `${ofWave.textsHref}/dateien`
const page: TextFilesPage = {
  ...ofWave,
  notice: 'Die Texte sind eingelesen.',
  uploadHref: href,
  sources: ['Konferenz 2021, Gruppe 1', hostile].map((title, place) => ({
    title,
    lines: ['34 Texte', 'gruppen.csv', 'eingelesen am 12. März 2026, 10:15 Uhr von k.meier'],
    listHref: `${ofWave.textsHref}/liste?frage=datei_${place + 1}`,
    undoHref: `${href}/${place + 1}/zuruecknehmen`,
  })),
}

export const examples: Examples<'intern/text-files'> = {
  some: { frame, page },
  none: { frame, page: { ...page, notice: '', sources: [] } },
  refused: {
    frame,
    page: { ...page, notice: '', errors: [{ field: 'textdatei', message: 'Bitte wählen Sie eine Datei aus.' }] },
  },
}

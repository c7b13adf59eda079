import type { LastWave } from '../../../surveys/answer/surroundings.ts'
import { timeOf } from '../../../surveys/view/last-answer.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { Visitor } from '../../../views/page-data/form-pages.ts'
import type { OwnFilePage } from '../../../views/page-data/own-file-pages.ts'
import type { FileFault } from '../../form-file/read-form-file.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { ownFileDownloadHref, ownFileHref, tableHref } from './addresses.ts'
import { readOnlyWords } from './closed-words.ts'

interface Said {
  section?: string
  error?: string
  faults?: readonly FileFault[]
}

/** Where a form is taken away as a file and sent back, with what is wrong with the file that was sent. */
export function ownFilePage(
  { visit, form: { instrument }, asked }: AtWork,
  contact: Contact,
  { section = '', error = '', faults = [] }: Said = {},
): OwnFilePage {
  return {
    downloads: [
      {
        href: ownFileDownloadHref(visit, 'xlsx'),
        label: 'Arbeitsmappe (XLSX)',
        note: 'für Excel und LibreOffice: ein Blatt je Abschnitt, Auswahllisten, gerechnete Summen',
      },
      {
        href: ownFileDownloadHref(visit, 'csv'),
        label: 'Liste (CSV)',
        note: 'für Programme und Fachverfahren: eine Zeile je Feld, Semikolon, UTF-8',
      },
    ],
    sections: instrument.sections.map(({ id, title }) => ({ href: ownFileDownloadHref(visit, 'xlsx', id), title })),
    action: ownFileHref(visit),
    parts: [{ id: '', title: 'alles, was in der Datei steht' }, ...instrument.sections].map(({ id, title }) => ({
      value: id,
      label: title,
      selected: id === section,
    })),
    error,
    faults: faults.map((fault) => ({ ...fault })),
    closed: visit.open || asked !== undefined ? '' : readOnlyWords(visit, false),
    asked: asked !== undefined,
    table: tableHref(visit),
    contact,
  }
}

/** What a file says of itself, and how to fill it in. */
export function fileGuide({ waveTitle, unit, stichtag, frist }: Visitor, stand: string) {
  const when = stichtag === '' ? '' : `, Stichtag ${stichtag}`
  return {
    title: `${waveTitle}: ${unit.name}${unit.note && ` (${unit.note})`}`,
    guide: [
      `${unit.label} ${unit.name}${when}, Frist ${frist}. Stand der Angaben: ${stand}.`,
      'Bitte füllen Sie die gelben Zellen der Spalte „Ihre Angabe“ aus. Was möglich ist, steht daneben; wo es eine Auswahl gibt, öffnet sie sich in der Zelle.',
      'Eine 0 heißt: keine. Eine leere Zelle heißt: keine Angabe; sie ändert im Fragebogen nichts. Wo Informationen nicht vorliegen, wählen Sie in der Zeile dafür „ja“.',
      'Summen werden gerechnet und nicht eingelesen. Zahlen dürfen aus Formeln kommen; speichern Sie die Datei dann in Ihrem Tabellenprogramm, auch in LibreOffice als Excel-Arbeitsmappe (.xlsx).',
      'Sie dürfen Zeilen umstellen, Spalten ergänzen und Blätter weglassen. Die Spalte „Feld“ und die Überschriften brauchen wir, um Ihre Angaben zuzuordnen.',
      'Danach laden Sie die Datei im Fragebogen wieder hoch. Sie sehen, was sich ändert, bevor etwas übernommen wird; abgesendet wird dort.',
    ],
  }
}

/** What stands above the answers of the last wave. */
export const lastHeading = (last: LastWave | undefined): string =>
  last === undefined ? 'Letzte Erhebung' : `Angabe von damals (${timeOf(last)})`

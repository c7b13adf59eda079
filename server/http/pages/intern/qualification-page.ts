import { cellText } from '../../../../analysis/report/print/cell-text.ts'
import {
  qualificationFacts,
  qualificationNotes,
  qualificationSections,
} from '../../../../analysis/report/qualifications.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { QualificationPage } from '../../../../views/page-data/unit-pages.ts'
import type { QualificationsOn } from '../../../evaluation/qualifications.ts'
import { formats } from '../../../export/formats/index.ts'
import { qualificationFileHref } from './addresses.ts'
import { figureTable } from './report-sections.ts'

/** How the persons of a day are qualified, as the page tells it. */
export function qualificationPage(
  { day, told, registry, synthetic }: QualificationsOn,
  typed: string,
  kreisNames: ReadonlyMap<string, string>,
): QualificationPage {
  return {
    day: typed,
    errors: [],
    result: {
      day: formatDate(day),
      synthetic,
      notes: [...qualificationNotes],
      facts: qualificationFacts(told).map(({ label, value, note }) => ({ label, value: cellText(value), note })),
      sections: qualificationSections(told, kreisNames).map(({ id, title, sentences, tables }) => ({
        id,
        title,
        paragraphs: [...sentences],
        charts: [],
        tables: tables.map((table) => ({ label: table.label, table: figureTable(table) })),
      })),
      state: registry === null ? 'Es ist noch keine Datei eingelesen.' : `Verzeichnis nach Datei Nummer ${registry}.`,
      files: formats.map(({ name }) => ({
        href: `${qualificationFileHref}?${new URLSearchParams({ tag: day, format: name })}`,
        label: name,
      })),
    },
  }
}

export const unreadDayPage = (typed: string): QualificationPage => ({
  day: typed,
  errors: [{ field: 'tag', message: 'Bitte geben Sie einen Tag an, zum Beispiel 15.03.2018.' }],
  result: null,
})

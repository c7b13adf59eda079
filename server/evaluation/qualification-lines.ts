import { cellText } from '../../analysis/report/print/cell-text.ts'
import { qualificationFacts, qualificationNotes, qualificationSections } from '../../analysis/report/qualifications.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { QualificationsOn } from './qualifications.ts'

/** How persons are qualified, as lines of text. */
export function qualificationLines(
  { day, told, synthetic }: QualificationsOn,
  kreisNames: ReadonlyMap<string, string>,
): string[] {
  return [
    `Am ${formatDate(day)}${synthetic ? ' (synthetische Daten)' : ''}`,
    ...qualificationFacts(told).map(({ label, value, note }) => `${label}: ${cellText(value)}${note && `, ${note}`}`),
    ...qualificationSections(told, kreisNames).flatMap(({ title, sentences, tables }) => [
      '',
      title,
      ...sentences,
      ...tables.flatMap(({ head, rows }) =>
        rows.map(([name, ...cells]) => {
          const told = cells.map((cell, place) => `${head[place + 1]} ${cellText(cell)}`)
          return `  ${name === undefined ? '' : cellText(name)}: ${told.join(', ')}`
        }),
      ),
    ]),
    '',
    ...qualificationNotes,
  ]
}

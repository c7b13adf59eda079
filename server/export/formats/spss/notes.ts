import { missingPlan } from '../../../../surveys/answer/missing.ts'
import { originLines } from '../../origin-lines.ts'
import type { Table } from '../../table.ts'
import { questionNote } from '../question-note.ts'
import { longestLabel, longestValueLabel } from './dictionary.ts'
import type { Measured } from './measure.ts'
import type { Variable } from './variable.ts'

/** Where a file comes from, and what one has to know of it. */
export const notes = (table: Table, variables: readonly Variable[], measured: readonly Measured[]): string[] => [
  ...originLines(table),
  ...(variables.some(({ missing }) => missing !== undefined) ? [plan] : []),
  ...columnNotes(table),
  ...variables.flatMap((variable, place) => variableNotes(variable, measured[place]?.replaced ?? 0)),
]

const plan = `Fehlende Werte: ${Object.values(missingPlan)
  .map(({ number, label }) => `${number} ${label}`)
  .join('; ')}.`

/** What columns were asked as and what has to be known of them: once, with all of which it holds. */
function columnNotes({ columns }: Pick<Table, 'columns'>): string[] {
  const names = new Map<string, string[]>()
  for (const column of columns)
    for (const note of [...questionNote(column), ...(column.notes ?? [])])
      names.set(note, [...(names.get(note) ?? []), column.name])
  return [...names].map(([note, of]) => `Zu ${of.map((name) => `„${name}“`).join(', ')}: ${note}`)
}

function variableNotes({ name, label, labels, missing }: Variable, replaced: number): string[] {
  const isCut = (text: string, bytes: number) => Buffer.byteLength(text) > bytes
  return [
    ...(isCut(label, longestLabel) ? [`Bezeichnung von „${name}“: ${label}`] : []),
    ...labels
      .filter((one) => isCut(one.label, longestValueLabel))
      .map((one) => `Ausprägung ${one.value} von „${name}“: ${one.label}`),
    ...(missing === undefined || missing.below === 0
      ? []
      : [`In „${name}“ gibt es so kleine Werte: Die Zahlen für fehlende Werte sind dort um ${missing.below} kleiner.`]),
    ...(replaced === 0 ? [] : [`In „${name}“ steht für ${replaced} halbe Zeichen (einzelne Surrogate) U+FFFD.`]),
  ]
}

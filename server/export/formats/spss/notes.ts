import { missingPlan } from '../../../../surveys/answer/missing.ts'
import { valuesUsed } from '../../../../surveys/codebook/values-used.ts'
import { exportFiles } from '../../files.ts'
import type { Table } from '../../table.ts'
import { longestLabel, longestValueLabel } from './dictionary.ts'
import type { Measured } from './measure.ts'
import type { Variable } from './variable.ts'

/** Where a file comes from, and what one has to know of it. */
export const notes = (table: Table, variables: readonly Variable[], measured: readonly Measured[]): string[] => [
  ...originNotes(table),
  ...(variables.some(({ missing }) => missing !== undefined) ? [plan] : []),
  ...variables.flatMap((variable, place) => variableNotes(variable, measured[place]?.replaced ?? 0)),
]

function originNotes({ file, name, origin }: Table): string[] {
  const { label, filter } = exportFiles[file]
  const { state, at, program, values, waves } = origin
  return [
    `Datei: ${name} (${label}). Auswahl: ${filter}.`,
    `Programm: Stichtag ${program}.`,
    `Datenstand: ${state}${at === null ? '' : ` vom ${at}`}.`,
    ...(values === undefined ? [] : [`Werte: ${valuesUsed[values].label}.`]),
    ...waves.map(({ wave, survey, version, hash, stichtag, synthetic }) => {
      const day = stichtag === null ? 'ohne Stichtag' : `Stichtag ${stichtag}`
      const kind = synthetic ? 'erfundene Angaben (synthetisch)' : 'echte Angaben'
      return `Welle ${wave}: Fragebogen ${survey}, Fassung ${version}, SHA-256 ${hash}, ${day}, ${kind}.`
    }),
  ]
}

const plan = `Fehlende Werte: ${Object.values(missingPlan)
  .map(({ number, label }) => `${number} ${label}`)
  .join('; ')}.`

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

import { missingPlan } from '../../../../surveys/answer/missing.ts'
import { valuesUsed } from '../../../../surveys/codebook/values-used.ts'
import { exportFiles } from '../../files.ts'
import type { Table } from '../../table.ts'
import { fitting, int32, padded } from './bytes.ts'
import type { Measured } from './measure.ts'
import type { Variable } from './variable.ts'

const documentRecord = 6
const bytesOfLine = 80

/** The notes of the file: where it comes from, and what one has to know of it. */
export function documents(table: Table, variables: readonly Variable[], measured: readonly Measured[]): Buffer {
  const lines = notes(table, variables, measured).flatMap(wrapped)
  return Buffer.concat([int32(documentRecord, lines.length), ...lines.map((line) => padded(line, bytesOfLine))])
}

function notes({ file, name, origin }: Table, variables: readonly Variable[], measured: readonly Measured[]): string[] {
  const { label, filter } = exportFiles[file]
  const { state, at, program, values, waves } = origin
  return [
    `Datei: ${name} (${label}). Auswahl: ${filter}.`,
    `Programm: Stichtag ${program}.`,
    `Datenstand: ${state}${at === null ? '' : ` vom ${at}`}.`,
    ...(values === undefined ? [] : [`Werte: ${valuesUsed[values].label}.`]),
    ...waves.map(
      ({ wave, survey, version, hash, stichtag, synthetic }) =>
        `Welle ${wave}: Fragebogen ${survey}, Fassung ${version}, SHA-256 ${hash}, ${
          stichtag === null ? 'ohne Stichtag' : `Stichtag ${stichtag}`
        }, ${synthetic ? 'erfundene Angaben (synthetisch)' : 'echte Angaben'}.`,
    ),
    ...(variables.some(({ missing }) => missing !== undefined) ? [plan] : []),
    ...variables.flatMap(({ name, missing }) =>
      missing === undefined || missing.below === 0
        ? []
        : [
            `In „${name}“ gibt es so kleine Werte: Die Zahlen für fehlende Werte sind dort um ${missing.below} kleiner.`,
          ],
    ),
    ...variables.flatMap(({ name }, place) => {
      const replaced = measured[place]?.replaced ?? 0
      return replaced === 0 ? [] : [`In „${name}“ steht für ${replaced} halbe Zeichen (einzelne Surrogate) U+FFFD.`]
    }),
  ]
}

const plan = `Fehlende Werte: ${Object.values(missingPlan)
  .map(({ number, label }) => `${number} ${label}`)
  .join('; ')}.`

/** In lines that end between two words, where they are short enough. */
function wrapped(note: string): string[] {
  const lines: string[] = []
  let rest = note
  while (Buffer.byteLength(rest) > bytesOfLine) {
    const head = fitting(rest, bytesOfLine)
    const blank = head.lastIndexOf(' ')
    const line = blank > 0 ? head.slice(0, blank) : head
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return [...lines, rest]
}

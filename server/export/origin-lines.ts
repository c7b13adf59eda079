import { valuesUsed, valuesWords } from '../../surveys/codebook/values-used.ts'
import { exportFiles } from './files.ts'
import type { Table } from './table.ts'

/** What made a file and of what, as sentences that go into it. */
export function originLines({ file, origin }: Pick<Table, 'file' | 'origin'>): string[] {
  const { program, waves, state, at, values } = origin
  const { filter } = exportFiles[file]
  return [
    `Erzeugt mit Stichtag ${program}.`,
    ...waves.map(
      ({ wave, survey, version, hash, stichtag, synthetic }) =>
        `Welle ${wave}: Fragebogen ${survey}, Fassung ${version}, SHA-256 ${hash}, ` +
        `${stichtag === null ? 'ohne Stichtag' : `Stichtag ${stichtag}`}, ${synthetic ? 'erfundene' : 'echte'} Angaben.`,
    ),
    `Datenstand ${state}${at === null ? '' : ` vom ${at}`}.`,
    ...(filter === 'keiner' ? [] : [`Enthalten: ${filter}.`]),
    ...(values === undefined ? [] : [`Werte: ${valuesWords(values)}.`]),
  ]
}

/** The same in the fewest words, for the title of a file. */
export function originTitle({ name, file, origin: { waves, state, values } }: Omit<Table, 'columns' | 'rows'>): string {
  return [
    `${name}: ${exportFiles[file].label}`,
    `Datenstand ${state}`,
    ...(values === undefined ? [] : [valuesUsed[values].code]),
    ...(waves.some(({ synthetic }) => synthetic) ? ['erfunden'] : []),
  ].join(', ')
}

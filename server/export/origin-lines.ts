import { valuesUsed, valuesWords } from '../../surveys/codebook/values-used.ts'
import { exportFiles } from './files.ts'
import type { Origin } from './origin.ts'
import type { Table } from './table.ts'

/** What made a file and of what, as sentences that go into it. */
export function originLines({ file, origin }: Pick<Table, 'file' | 'origin'>): string[] {
  const { program, waves, state, at, values, since, madeAgain, anonymous } = origin
  const { filter } = exportFiles[file]
  return [
    `Erzeugt mit Stichtag ${program}.`,
    ...waves.map(
      ({ wave, survey, version, hash, stichtag, synthetic }) =>
        `Welle ${wave}: Fragebogen ${survey}, Fassung ${version}, SHA-256 ${hash}, ` +
        `${stichtag === null ? 'ohne Stichtag' : `Stichtag ${stichtag}`}, ${synthetic ? 'erfundene' : 'echte'} Angaben.`,
    ),
    `Datenstand ${state}${at === null ? '' : ` vom ${at}`}.`,
    ...(since === undefined ? [] : [`Verglichen mit Datenstand ${since}.`]),
    ...(madeAgain === undefined ? [] : [madeAgainWords(madeAgain)]),
    ...(filter === 'keiner' ? [] : [`Enthalten: ${filter}.`]),
    ...(values === undefined ? [] : [`Werte: ${valuesWords(values)}.`]),
    ...(anonymous === undefined
      ? []
      : [
          `Anonymisiert: Region, Größe und Zahlen haben mindestens ${anonymous.k} gemeinsam; der Bericht sagt, was getan wurde.`,
        ]),
  ]
}

/** Why a file of a state is not the one that was made of it before. */
export const madeAgainWords = ({ after, at }: NonNullable<Origin['madeAgain']>): string =>
  `Noch einmal hergestellt, nachdem etwas gelöscht oder eingeschränkt wurde (Datenstand ${after} vom ${at}): Es fehlt auch hier.`

/** The same in the fewest words, for the title of a file. */
export function originTitle({ name, file, origin: { waves, state, values } }: Omit<Table, 'columns' | 'rows'>): string {
  return [
    `${name}: ${exportFiles[file].label}`,
    `Datenstand ${state}`,
    ...(values === undefined ? [] : [valuesUsed[values].code]),
    ...(waves.some(({ synthetic }) => synthetic) ? ['erfunden'] : []),
  ].join(', ')
}

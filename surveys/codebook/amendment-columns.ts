import type { Instrument } from '../compile/instrument.ts'
import { leadingColumns } from './columns.ts'
import { type DescribedColumn, dataState, synthetic } from './described-column.ts'

interface Code {
  code: string
  label: string
}

/** What the office says of a correction: its codes are known to whoever makes them. */
export interface AmendmentCodes {
  reasons: readonly Code[]
  sources: readonly Code[]
}

const whetherUsed = [
  { code: 1, label: 'gilt' },
  { code: 0, label: 'ruht: die Angabe ist eine andere als die, für die sie gemacht wurde' },
]

/** The columns of the file with what the office amended: which value, from what, why, by which source, and whether it is used. */
export function amendmentColumns(
  { unit }: Pick<Instrument, 'unit'>,
  { reasons, sources }: AmendmentCodes,
): DescribedColumn[] {
  const [wave, key] = leadingColumns({ unit })
  return [
    wave,
    key,
    { name: 'variable', label: 'Name der Spalte in der Datei der Antworten', type: 'code' },
    { name: 'frage', label: 'Gedruckte Nummer der Frage', type: 'code' },
    { name: 'erhoben', label: 'Was angegeben war; leer: keine Angabe', type: 'text' },
    { name: 'vorher', label: 'Was vor der Korrektur galt', type: 'text' },
    { name: 'nachher', label: 'Was nach ihr gilt', type: 'text' },
    { name: 'folgt', label: 'Was sich dadurch mit ändert, als Name=Wert', type: 'code' },
    { name: 'grund', label: 'Warum', type: 'code', values: reasons },
    { name: 'quelle', label: 'Woher das Feldbüro es weiß', type: 'code', values: sources },
    { name: 'gilt', label: 'Ob die Korrektur gilt', type: 'integer', values: whetherUsed },
    { name: 'korrigiert_am', label: 'Zeitpunkt der Korrektur (UTC)', type: 'time' },
    { name: 'seit_stand', label: 'Datenstand, von dem an es sie gibt', type: 'integer' },
    synthetic,
    dataState,
  ]
}

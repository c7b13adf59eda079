import type { HandOver } from '../../analysis/rollup/hand-over.ts'
import { type DescribedColumn, synthetic } from '../../surveys/codebook/described-column.ts'
import { exportFiles } from '../export/files.ts'
import type { Origin } from '../export/origin.ts'
import { rowsOfList } from '../export/rows-of-list.ts'
import type { Row, Table } from '../export/table.ts'

const columns: readonly DescribedColumn[] = [
  { name: 'jahr', label: 'Jahr der Zahlen', type: 'integer' },
  { name: 'kennung', label: 'Kennung der Stelle, die übergibt', type: 'code' },
  { name: 'stelle', label: 'Name der Stelle, die übergibt', type: 'text' },
  { name: 'nr', label: 'Laufende Nummer der Kennzahl', type: 'integer' },
  { name: 'kennzahl', label: 'Kennung der Kennzahl', type: 'code' },
  { name: 'bezeichnung', label: 'Bezeichnung der Kennzahl', type: 'text' },
  { name: 'einheit', label: 'Was gezählt ist', type: 'text' },
  {
    name: 'wert',
    label: 'Summe der Angaben; leer, wo es keine gibt',
    type: 'decimal',
    decimals: 2,
    notes: ['Wo „aus“ kleiner ist als „von“, ist der Wert ein Mindestwert: Fehlendes ist nicht als 0 gezählt.'],
  },
  { name: 'aus', label: 'Von so vielen liegt eine Angabe vor', type: 'integer' },
  { name: 'von', label: 'Von so vielen wird eine Angabe erwartet', type: 'integer' },
  { name: 'freigegeben_am', label: 'Zeitpunkt der Freigabe (UTC)', type: 'time' },
  { name: 'freigegeben_von', label: 'Wer freigegeben hat', type: 'text' },
  { name: 'freigabe', label: 'Laufende Nummer der Freigabe; ab 2 nach einer Änderung', type: 'integer' },
  synthetic,
  {
    name: 'verzeichnis_am',
    label: 'Zeitpunkt, zu dem das Verzeichnis sagt, von wem Angaben erwartet werden (UTC)',
    type: 'time',
  },
]

/** What is handed over, as a file: a row for each figure in the order of the way. */
export function handOverTable(handed: HandOver, way: string, isInvented: boolean, program: string): Table {
  const { year, key, name, signed, rows, registerAt } = handed
  const timeOf = (at: string) => `${at.slice(0, 19)}Z`
  const made = rows.map(
    ({ number, figure, label, unit, sum }): Row => [
      ...[year, key, name, number, figure, label, unit],
      ...[sum.from === 0 ? null : sum.value, sum.from, sum.of],
      ...[timeOf(signed.at), signed.by, signed.number, isInvented ? 1 : 0],
      registerAt === undefined ? null : timeOf(registerAt),
    ],
  )
  const origin: Origin = { waves: [], state: signed.number, at: signed.at, program }
  return {
    file: 'uebergabe',
    name: `${way}-${year}-${key}${exportFiles.uebergabe.ending}`,
    columns,
    rows: rowsOfList(columns, () => made),
    origin,
  }
}

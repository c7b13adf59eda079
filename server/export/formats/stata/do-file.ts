import { originLines } from '../../origin-lines.ts'
import type { Table } from '../../table.ts'
import { stataNames } from './names.ts'

/** A script that opens the first of some tables, looks whether it is the right one, and says what its rows are. */
export function doFile(tables: readonly Table[]): string {
  const [table, ...others] = tables
  if (table === undefined) throw new Error('an export has a table')
  const names = stataNames(table.columns.map(({ name }) => name))
  const [wave = '', unit = ''] = names
  return [
    ...originLines(table).map((line) => `* ${line}`),
    '* Bitte in dem Ordner ausführen, in dem die Dateien liegen.',
    '',
    'version 14',
    'set more off',
    `use "${table.name}.dta", clear`,
    ...(names.includes('datenstand') ? [`assert datenstand == ${table.origin.state}`] : []),
    '',
    ...(isPanel(table) ? panelLines(table, { names, wave, unit }) : [`isid ${wave} ${unit}`]),
    '',
    '* Was die Datei und ihre Spalten sind: notes',
    '* Daneben liegen:',
    ...others.map(({ name }) => `*   use "${name}.dta", clear`),
    '',
  ].join('\n')
}

const isPanel = ({ file, origin }: Table) => file === 'panel' || (file === 'suf' && origin.waves.length > 1)

/** A panel needs numbers for units and waves. */
function panelLines(
  { origin: { waves } }: Table,
  { names, wave, unit }: { names: readonly string[]; wave: string; unit: string },
): string[] {
  const free = (wanted: string): string => (names.includes(wanted) ? free(`${wanted}_`) : wanted)
  const [order, panel] = [free('welle_nr'), free('einheit_nr')]
  return [
    '* Jede Zeile ist eine Einheit in einer Welle.',
    `generate byte ${order} = .`,
    ...waves.map((one, place) => `replace ${order} = ${place + 1} if ${wave} == "${one.wave}"`),
    ...waves.map((one, place) => `label define ${order} ${place + 1} "${one.wave}", add`),
    `label values ${order} ${order}`,
    `label variable ${order} "Welle, in der Reihenfolge der Datei"`,
    `egen long ${panel} = group(${unit})`,
    `label variable ${panel} "Laufende Nummer der Einheit"`,
    `xtset ${panel} ${order}`,
  ]
}

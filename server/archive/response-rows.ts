import { groupByRegister, registerGroupingsOf } from '../../analysis/groups/by-register.ts'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { type DescribedColumn, dataState, synthetic } from '../../surveys/codebook/described-column.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Row } from '../export/table.ts'

interface Response {
  wave: string
  unit: Instrument['unit']
  units: readonly PanelUnit[]
  answered: ReadonlySet<string>
  invented: boolean
  state: number
}

export const responseColumns: readonly DescribedColumn[] = [
  { name: 'welle', label: 'Kennung der Welle', type: 'code' },
  { name: 'gliederung', label: 'Wonach gegliedert', type: 'code' },
  { name: 'gruppe', label: 'Schlüssel der Gruppe', type: 'code' },
  { name: 'bezeichnung', label: 'Gruppe', type: 'code' },
  { name: 'gefragt', label: 'Gefragte', type: 'integer' },
  { name: 'geantwortet', label: 'Davon haben abgesendet', type: 'integer' },
  { name: 'anteil', label: 'Anteil in Prozent', type: 'decimal' },
  synthetic,
  dataState,
]

/** How many of those asked have answered: of all, and of each group of the register. */
export function responseRows({ wave, unit, units, answered, invented, state }: Response): Row[] {
  const row = (grouping: string, code: string, label: string, some: readonly PanelUnit[]): Row => {
    const count = some.filter((one) => answered.has(one.unit)).length
    const share = some.length === 0 ? null : (100 * count) / some.length
    return [wave, grouping, code, label, some.length, count, share, invented ? 1 : 0, state]
  }
  return [
    row('alle', '', 'alle', units),
    ...registerGroupingsOf(unit).flatMap((grouping) => {
      const { groups, of } = groupByRegister(grouping, units)
      return groups.map(({ code, label }) =>
        row(
          grouping.name,
          code,
          label,
          units.filter((_, index) => of[index] === code),
        ),
      )
    }),
  ]
}

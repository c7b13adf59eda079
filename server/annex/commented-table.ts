import { groupByRegister, regierungsbezirk, registerGroupingsOf } from '../../analysis/groups/by-register.ts'
import type { DocumentTable } from '../../analysis/texts/annex/document.ts'
import { whoCommentedTable } from '../../analysis/texts/annex/figure-tables.ts'
import { whoCommented, withoutClass } from '../../analysis/texts/annex/who-commented.ts'
import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { readUnits } from '../store/panel-units.ts'

interface Commented {
  wave: string
  kind: UnitKind
  state: number
  /** Units. */
  answered: readonly string[]
  commented: ReadonlySet<string>
  behind: (unit: string) => string
}

/** Who commented: Kommunen by size, others by Regierungsbezirk. */
export async function commentedTable(
  pool: Database['pool'],
  { wave, kind, state, ...told }: Commented,
): Promise<DocumentTable> {
  const units = await readUnits(pool, [wave], { state })
  const known = registerGroupingsOf(kind).find(({ name }) => name === 'groesse') ?? regierungsbezirk
  const { label, groups, of } = groupByRegister(known, units)
  const labels = new Map(groups.map((one) => [one.code, one.label]))
  const classes = new Map(units.map(({ unit }, at) => [unit, labels.get(of[at] ?? '') ?? withoutClass]))
  const shares = whoCommented({
    ...told,
    classes: groups.map((one) => one.label),
    classOf: (unit) => classes.get(unit),
  })
  return whoCommentedTable(shares, { by: label, many: unitKinds[kind].many })
}

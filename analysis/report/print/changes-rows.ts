import type { ToldChange, ToldChanges, ToldVariable } from '../../changes/told-changes.ts'
import type { Division } from '../../changes/wave-changes.ts'
import { isTold, type Told } from '../../disclosure/hidden.ts'

/** A row for programs. A figure that must not be told is blank, with 1 in `verdeckt`. */
export interface ChangesRow {
  teil: string
  code: string | null
  variable: string | null
  mass: string | null
  werte: number | null
  einheiten: number | null
  vorher: number | null
  nachher: number | null
  veraenderung: number | null
  verdeckt: 0 | 1
}

const parts: Record<Division, string> = { reason: 'grund', source: 'quelle', account: 'konto' }
const measures: Record<ToldVariable['measure'], string | null> = { sum: 'summe', mean: 'mittelwert', none: null }

/** What corrections made, as one table: all of it, by variable, and by why, from where and by whom. */
export function changesRows(told: ToldChanges): ChangesRow[] {
  return [
    rowOf(told.change, { teil: 'gesamt' }),
    ...told.variables.map(({ name: variable, measure, before, after, change }) => {
      const [vorher, nachher] = [shown(before), shown(after)]
      const veraenderung = vorher === null || nachher === null ? null : nachher - vorher
      return rowOf(change, { teil: 'angabe', variable, mass: measures[measure], vorher, nachher, veraenderung })
    }),
    ...(Object.keys(parts) as Division[]).flatMap((division) =>
      (told.parts[division] ?? []).flatMap(({ code, change, variables }) => [
        rowOf(change, { teil: parts[division], code }),
        ...variables.map(({ name: variable, change: one }) => rowOf(one, { teil: parts[division], code, variable })),
      ]),
    ),
  ]
}

const rowOf = (
  { values, units, sum }: ToldChange,
  rest: Pick<ChangesRow, 'teil'> & Partial<ChangesRow>,
): ChangesRow => ({
  code: null,
  variable: null,
  mass: null,
  werte: shown(values),
  einheiten: shown(units),
  vorher: null,
  nachher: null,
  veraenderung: shown(sum),
  verdeckt: isTold(values) ? 0 : 1,
  ...rest,
})

const shown = (value: Told<number | undefined>): number | null => (isTold(value) ? (value ?? null) : null)

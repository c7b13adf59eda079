import { dividesKreise } from '../../analysis/compare/official-figures.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { InputError } from '../errors/input-error.ts'
import type { LoadedPanel } from './open-panel.ts'

/** Refuses to divide what is known of whole Kreise only: a figure of a Kreis is none of some of its Kommunen. */
export function requireWholeKreise(
  { panel }: LoadedPanel,
  variables: readonly PanelVariable[],
  { grouping, indices }: { grouping: Grouping | undefined; indices: readonly number[] },
): void {
  const ofKreise = variables.find(({ name }) => panel.waves.some(({ columns }) => columns.get(name)?.ofKreis))
  if (ofKreise === undefined) return
  const known = `„${ofKreise.label}“ ist nur für ganze Kreise bekannt`
  const meant = new Set(indices)
  if (dividesKreise(panel.units, (index) => String(meant.has(index))))
    throw new InputError(
      `${known}, der Filter trifft aber nur Teile davon. Möglich sind die Filter kreis und regierungsbezirk.`,
    )
  if (grouping !== undefined && dividesKreise(panel.units, (index) => grouping.of[index] ?? ''))
    throw new InputError(
      `${known} und lässt sich deshalb nicht nach „${grouping.label}“ teilen. Möglich sind kreis und regierungsbezirk.`,
    )
}

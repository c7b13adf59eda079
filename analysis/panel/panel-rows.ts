import { reasonColumn } from '../../surveys/codebook/reason-column.ts'
import type { Panel } from './build-panel.ts'
import { hasValue, type WaveValues } from './column.ts'
import type { ListedVariable } from './list-variables.ts'
import { panelReasons, reasonOf } from './reasons.ts'
import type { PanelUnit } from './unit.ts'
import type { PanelVariable } from './variable.ts'
import { waveValues } from './wave-values.ts'

type Cell = string | number

/** The names of the columns of `panelRows`: every value has beside it why there is none. */
export const panelHeader = (variables: readonly PanelVariable[], key: string): string[] => [
  'welle',
  key,
  'name',
  'kreis',
  ...variables.flatMap(({ name }) => [name, reasonColumn(name).name]),
]

/** A panel in long form, wave by wave: a row for each unit, also for those who have not answered. */
export function* panelRows(
  panel: Panel,
  units: readonly PanelUnit[],
  variables: readonly PanelVariable[],
): Generator<Cell[]> {
  for (const { wave } of panel.waves) {
    const measured = variables.map((variable) => [variable, waveValues(variable, panel, wave)] as const)
    for (const [index, { unit, name, kreis }] of units.entries())
      yield [wave, unit, name, kreis, ...measured.flatMap(([variable, own]) => cellsOf(variable, own, index))]
  }
}

function cellsOf({ kind, categories }: PanelVariable, { result }: WaveValues, index: number): [Cell, string] {
  if (!hasValue(result, index)) return ['', reasonOf(result.reasons[index] ?? 0) ?? '']
  const value = result.values[index] as number
  return [kind === 'category' ? (categories[value]?.code ?? '') : value, '']
}

/** A row of the codebook for each column of a variable. */
export function panelCodebook(variables: readonly ListedVariable[]): Record<string, string>[] {
  const reasons = panelReasons.map(({ code, label }) => `${code} = ${label}`).join('; ')
  return variables.flatMap(({ name, label, kind, unit, categories, formula, base, note, asked, steps }) => {
    const words = asked.map(({ wave, numbers }) => `${wave} ${numbers.join(', ')}`.trim())
    const row = {
      spalte: name,
      bezeichnung: label,
      einheit: unit,
      werte:
        kind === 'flag'
          ? '1 = ja; 0 = nein'
          : categories.map((category) => `${category.code} = ${category.label}`).join('; '),
      formel: formula === name ? '' : formula,
      bezugsgroesse: base,
      hinweis: note,
      gefragt: words.join('; '),
      vergleichbarkeit: steps
        .map(({ from, to, comparability }) => `${from} → ${to}: ${comparability.label}. ${comparability.why}`)
        .join(' '),
      vorher: '',
    }
    const empty = Object.fromEntries(Object.keys(row).map((key) => [key, '']))
    const { name: spalte, before: vorher = '' } = reasonColumn(name)
    return [row, { ...empty, spalte, bezeichnung: `Warum ${name} fehlt`, werte: reasons, vorher }]
  })
}

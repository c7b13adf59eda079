import type { Concepts } from '../../surveys/codebook/describe-columns.ts'
import { type DescribedColumn, dataState, describedReason, synthetic } from '../../surveys/codebook/described-column.ts'
import { reasonColumn } from '../../surveys/codebook/reason-column.ts'
import { type ValuesUsed, valuesColumn, valuesUsed } from '../../surveys/codebook/values-used.ts'
import { printedNumbers } from '../../surveys/compile/printed-numbers.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Panel } from './build-panel.ts'
import { hasValue, type WaveValues } from './column.ts'
import { panelReasons, reasonOf } from './reasons.ts'
import type { PanelUnit } from './unit.ts'
import { type PanelVariable, yesNo } from './variable.ts'
import { waveValues } from './wave-values.ts'

/** Null where there is no value; the column beside it says why. */
type Cell = string | number | null

/** The columns of `panelRows`: every value has beside it why there is none. */
export const panelColumns = (
  variables: readonly PanelVariable[],
  key: string,
  concepts?: Concepts,
): DescribedColumn[] => [
  { name: 'welle', label: 'Kennung der Welle', type: 'code' },
  { name: key, label: 'Schlüssel oder Nummer', type: 'code' },
  { name: 'name', label: 'Name der Kommune oder des Antragsverbunds', type: 'text' },
  { name: 'kreis', label: 'Schlüssel des Kreises, 3 Stellen', type: 'code' },
  ...variables.flatMap((variable) => columnsOf(variable, concepts?.get(variable.name))),
  synthetic,
  dataState,
  valuesColumn,
]

function columnsOf(variable: PanelVariable, concept: string | undefined): DescribedColumn[] {
  const { name, label, kind, categories, asked, derived, indicator } = variable
  const counted = [...asked.values()].flatMap(({ variables }) => [...variables.values()])
  const isWhole =
    derived === undefined &&
    indicator === undefined &&
    counted.every(({ type }) => typeOf(type).column.type === 'integer')
  const missing = { column: reasonColumn(name).name, reasons: panelReasons }
  const type = kind === 'category' ? 'code' : kind === 'flag' || isWhole ? 'integer' : 'decimal'
  const values = kind === 'flag' ? yesNo.map(({ code, label }) => ({ code: Number(code), label })) : categories
  const described = { name, label, type, ...(values.length === 0 ? {} : { values }), missing } as const
  return [{ ...described, ...askedOver(variable), ...(concept && { concept }) }, describedReason(name, missing)]
}

/** How the waves ask for it; the words are those of the last one. */
function askedOver({ label, printed, unit, derived, asked }: PanelVariable): Partial<DescribedColumn> {
  const questions = [...asked].map(([wave, { questions }]) => `${wave} ${printedNumbers(questions).join(', ')}`.trim())
  const last = [...asked.values()].at(-1)?.questions.map(({ title }) => title) ?? []
  return {
    ...(printed !== label && { printed }),
    ...(questions.length > 0 && { number: questions.join('; ') }),
    ...(derived === undefined && last.length > 0 && { question: last.join(' ') }),
    ...(unit && { unit }),
    ...(derived?.baseLabel && { base: derived.baseLabel }),
  }
}

/** A panel in long form, wave by wave: a row for each unit, also for those who have not answered. */
export function* panelRows(
  panel: Panel,
  units: readonly PanelUnit[],
  variables: readonly PanelVariable[],
  { isSynthetic, state, values }: { isSynthetic: (wave: string) => boolean; state: number; values: ValuesUsed },
): Generator<Cell[]> {
  for (const { wave } of panel.waves) {
    const measured = variables.map((variable) => [variable, waveValues(variable, panel, wave)] as const)
    const invented = isSynthetic(wave) ? 1 : 0
    for (const [index, { unit, name, kreis }] of units.entries())
      yield [
        wave,
        unit,
        name,
        kreis,
        ...measured.flatMap(([variable, own]) => cellsOf(variable, own, index)),
        invented,
        state,
        valuesUsed[values].code,
      ]
  }
}

function cellsOf({ kind, categories }: PanelVariable, { result }: WaveValues, index: number): [Cell, string | null] {
  if (!hasValue(result, index)) return [null, reasonOf(result.reasons[index] ?? 0) ?? null]
  const value = result.values[index] as number
  return [kind === 'category' ? (categories[value]?.code ?? null) : value, null]
}

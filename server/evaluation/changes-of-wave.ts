import { discloseChanges, type ToldChanges, tellAllChanges } from '../../analysis/changes/told-changes.ts'
import { type AppliedAmendment, type MeasuredVariable, waveChanges } from '../../analysis/changes/wave-changes.ts'
import { hasValue } from '../../analysis/panel/column.ts'
import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import { findVariable, type PanelVariable } from '../../analysis/panel/variable.ts'
import { waveValues } from '../../analysis/panel/wave-values.ts'
import { exportedVariables } from '../../surveys/codebook/columns.ts'
import type { ValuesUsed } from '../../surveys/codebook/values-used.ts'
import type { Database } from '../database/database.ts'
import { type AmendedScalar, type AmendmentInState, readAmendments } from '../store/applied-amendments.ts'
import { readSnapshot, type WantedData } from '../store/panel-answers.ts'
import { participantIds } from '../store/scopes.ts'
import { continuesOf } from './continues.ts'
import { loadPanel } from './open-panel.ts'
import { loadRules, type WaveSurvey } from './surveys.ts'

interface ChangesRequest extends Pick<WantedData, 'state'> {
  /** Who asks: of single answers it sees those of the units that it works for. */
  account?: number | undefined
  /** Whether it may look at single answers; else nothing is told that betrays one. */
  seesAnswers: boolean
}

export interface ChangesOfWave {
  survey: WaveSurvey
  state: number
  told: ToldChanges
  /** Corrections that are not used, since something else was sent since; nothing where they are not to be told. */
  resting?: number
}

/** What the corrections of a wave made of its totals. */
export async function changesOfWave(
  context: Database,
  survey: WaveSurvey,
  { account, seesAnswers, state: wanted }: ChangesRequest,
): Promise<ChangesOfWave> {
  const { wave, instrument } = survey
  const { state } = await readSnapshot(context.pool, wanted)
  const scope = seesAnswers ? account : undefined
  const all = await readAmendments(context.pool, wave, { state, account: scope })
  const used = all.filter(({ isUsed }) => isUsed)
  const names = new Set(used.flatMap(({ changed }) => Object.keys(changed)))
  const changed = exportedVariables(instrument).filter(({ name }) => names.has(name))
  const continues = continuesOf(await loadRules())
  const variables = changed.flatMap(({ name }): PanelVariable[] => {
    const found = findVariable(name, [survey], [], continues)
    return 'problem' in found ? [] : [found]
  })
  const read = async (values: ValuesUsed) => loadPanel(context, [survey], [survey], variables, { state, values })
  const [before, after] = [await read('collected'), await read('amended')]
  const { units } = before.panel
  const mine = await participantIds(context.db, wave, scope)
  const indices = [...units.keys()].filter((index) => mine.has(units[index] as string))
  const valuesIn = ({ panel }: typeof before, variable: PanelVariable | undefined) => {
    if (variable === undefined) return new Map<number, number>()
    const { result } = waveValues(variable, panel, wave)
    return new Map(
      indices.filter((index) => hasValue(result, index)).map((index) => [index, result.values[index] as number]),
    )
  }
  const measured = changed.map(({ name, number }): MeasuredVariable => {
    const variable = variables.find((one) => one.name === name)
    const { label } = instrument.labels.get(name) ?? { label: name }
    const [own, used] = [valuesIn(before, variable), valuesIn(after, variable)]
    return { name, label, number, measure: measureOf(variable), before: own, after: used }
  })
  const place = new Map(units.map((unit, index) => [unit, index]))
  const changes = waveChanges(
    used.map((one) => applied(one, place.get(one.unit) as number)),
    measured,
  )
  return seesAnswers
    ? { survey, state, told: tellAllChanges(changes), resting: all.length - used.length }
    : { survey, state, told: discloseChanges(changes, standsBehind(instrument.unit, units)) }
}

/** Percentages add up to nothing; of choices and texts nothing adds up. */
function measureOf(variable: PanelVariable | undefined): MeasuredVariable['measure'] {
  if (variable === undefined || variable.kind === 'category') return 'none'
  return variable.unit === 'Prozent' ? 'mean' : 'sum'
}

const applied = ({ reason, source, account, changed }: AmendmentInState, index: number): AppliedAmendment => ({
  index,
  ground: { reason, source, account: account ?? '' },
  changed: new Map(Object.entries(changed).map(([name, values]) => [name, differenceOf(...values)])),
})

/** What is ticked counts as one, and what is blank adds nothing to a sum; a text is no number. */
const differenceOf = (before: AmendedScalar, after: AmendedScalar): number | undefined =>
  typeof before === 'string' || typeof after === 'string' ? undefined : Number(after) - Number(before)

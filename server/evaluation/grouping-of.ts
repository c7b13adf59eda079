import { groupByAnswer } from '../../analysis/groups/by-answer.ts'
import { groupByIndicator } from '../../analysis/groups/by-indicator.ts'
import { groupByRegister } from '../../analysis/groups/by-register.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import type { Panel } from '../../analysis/panel/build-panel.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { waveValues } from '../../analysis/panel/wave-values.ts'
import type { IndicatorProvenance } from '../../analysis/report/provenance.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { ChosenGrouping } from './choose.ts'
import type { LoadedPanel } from './open-panel.ts'
import { groupByPersonWave } from './person-grouping.ts'
import { indicatorColumn } from './read-indicators.ts'

/** How units are divided, and the administrative figures that they are divided by. */
interface Divided {
  grouping: Grouping
  indicators: readonly IndicatorProvenance[]
}

/** Divides the units of a panel. */
export async function groupingOf(
  chosen: ChosenGrouping,
  context: Database,
  loaded: Pick<LoadedPanel, 'units' | 'panel' | 'snapshot'>,
): Promise<Divided> {
  const { units, panel, snapshot } = loaded
  if (chosen.kind === 'indicator') {
    const { indicator, wave } = chosen
    const { column, origin } = await indicatorColumn(context.db, panel.units, indicator, wave, snapshot.state)
    return { grouping: groupByIndicator(indicator, column), indicators: [origin] }
  }
  const grouping =
    chosen.kind === 'register'
      ? groupByRegister(chosen.grouping, units)
      : chosen.kind === 'persons'
        ? await groupByPersonWave(context, chosen.wave, chosen.variable, loaded)
        : groupByAnswerIn(chosen.wave.wave, chosen.variable, panel)
  return { grouping, indicators: [] }
}

/** With the wave, which need not be one of those compared, and which nobody may have named. */
const groupByAnswerIn = (wave: string, variable: PanelVariable, panel: Panel): Grouping => ({
  ...groupByAnswer(variable, waveValues(variable, panel, wave).result),
  note: `Geantwortet in ${wave}`,
})

/** Only units of a group: `kreis=117`. */
export interface Filter {
  text: string
  chosen: ChosenGrouping
  code: string
}

export function readFilter(text: string, choose: (by: string) => ChosenGrouping): Filter {
  // The last one: a part of an administrative figure has one in its name.
  const at = text.lastIndexOf('=')
  const [by, code] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)]
  if (by === '' || code === '')
    throw new InputError(`Der Filter „${text}“ braucht die Form MERKMAL=WERT, zum Beispiel kreis=117.`)
  return { text, chosen: choose(by), code }
}

/**
 * The places of the units that meet all filters; of those that meet the filters of which it is known of all units whether they do; and the
 * administrative figures that the filters look at.
 */
export async function filteredUnits(
  filters: readonly Filter[],
  context: Database,
  loaded: LoadedPanel,
): Promise<{ indices: number[]; frame: number[]; indicators: IndicatorProvenance[] }> {
  const groupings: (Pick<Grouping, 'of' | 'isOfKnownSize'> & { code: string })[] = []
  const used: IndicatorProvenance[] = []
  for (const { text, chosen, code } of filters) {
    const { grouping, indicators } = await groupingOf(chosen, context, loaded)
    const { groups, of, isOfKnownSize = false } = grouping
    groupings.push({ of, isOfKnownSize, code })
    used.push(...indicators)
    if (groups.some((group) => group.code === code)) continue
    const known = groups.map((group) => `${group.code} (${group.label})`).join(', ')
    throw new InputError(`Den Filter „${text}“ erfüllt niemand. Möglich sind: ${known}.`)
  }
  const meeting = (all: typeof groupings) =>
    [...loaded.units.keys()].filter((index) => all.every(({ of, code }) => of[index] === code))
  return {
    indices: meeting(groupings),
    frame: meeting(groupings.filter(({ isOfKnownSize }) => isOfKnownSize)),
    indicators: used,
  }
}

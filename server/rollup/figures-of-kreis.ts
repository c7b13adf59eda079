import type { UnitState } from '../../analysis/rollup/roll-up.ts'
import { placeOf } from '../../analysis/rollup/structure.ts'
import type { RouteContext } from '../boot/context.ts'
import { askedWave } from '../field/asked-wave.ts'
import { type ReadRollUp, readRollUp } from './read-roll-up.ts'

/** The figures of a wave, as they stand at a Kreis; without a state where the Kreis does not sign in that year. */
export interface FiguresOfKreis {
  read: ReadRollUp
  state: UnitState | undefined
}

/** How the figures of some waves stand at a Kreis, the newest first; waves whose figures stay where they are are left out. */
export async function figuresOfKreis(
  context: Pick<RouteContext, 'db' | 'register' | 'forms'>,
  kreis: string,
  waves: readonly string[],
): Promise<FiguresOfKreis[]> {
  const found: FiguresOfKreis[] = []
  for (const wave of waves) {
    const asked = await askedWave(context, wave)
    const read = asked && (await readRollUp(context, asked))
    if (read === undefined) continue
    const level = read.levels.find(({ unit }) => unit === 'kreis')
    found.push({ read, state: level && read.rolled.states.get(placeOf(level.id, kreis)) })
  }
  return found.sort((one, other) => other.read.year - one.read.year)
}

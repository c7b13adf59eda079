import { warningBefore } from '../../../../analysis/rollup/hand-over.ts'
import type { UnitState } from '../../../../analysis/rollup/roll-up.ts'
import { type Sum, sumWords } from '../../../../analysis/rollup/sums.ts'
import type { WayUp } from '../../../../schemas/way-up.ts'
import type { RollUpPage } from '../../../../views/page-data/roll-up-pages.ts'
import type { ReadRollUp } from '../../../rollup/read-roll-up.ts'
import { rolledUpHref, waveHref } from './addresses.ts'

/** The figures that a list of units shows: those whose change is watched, of all levels. */
export const shownIn = ({ figures }: WayUp): string[] =>
  figures.filter(({ up, change }) => up !== 'stays' && change !== undefined).map(({ variable }) => variable)

export const labelOf = ({ labels }: ReadRollUp, figure: string): string => labels.get(figure)?.label ?? figure

const wordsOf = (sums: ReadonlyMap<string, Sum>, figure: string): string => {
  const sum = sums.get(figure)
  return sum === undefined ? '' : sumWords(sum)
}

export const keyOf = ({ place, level }: Pick<UnitState, 'place' | 'level'>): string => place.slice(level.length + 1)

export function statusWords({ status, changedBelow, signed }: UnitState): string {
  if (signed === undefined) return 'noch nicht freigegeben'
  if (status === 'changed') return 'geändert seit der Freigabe'
  return changedBelow.length > 0 ? 'freigegeben, darunter geändert' : 'freigegeben'
}

/** Whether all that hand over have signed. */
export const isHandedOver = ({ rolled: { states, top } }: ReadRollUp): boolean =>
  top.units.length > 0 && top.units.every((place) => states.get(place)?.signed !== undefined)

export function rollUpPage(read: ReadRollUp, title: string, today: string): RollUpPage {
  const { way, year, wave, levels, rolled, synthetic } = read
  const shown = shownIn(way)
  const row = (state: UnitState) => [
    { text: state.name, href: rolledUpHref(wave, state.level, keyOf(state)) },
    { text: statusWords(state) },
    ...shown.map((figure) => ({ text: wordsOf(state.sums, figure) })),
  ]
  return {
    id: wave,
    title,
    waveHref: waveHref(wave),
    synthetic,
    year: String(year),
    warning: warningBefore(way, year, today, isHandedOver(read)),
    top: {
      heads: ['Kennzahl', 'freigegeben'],
      rows: way.handOver.map((figure) => [{ text: labelOf(read, figure) }, { text: wordsOf(rolled.top.sums, figure) }]),
    },
    levels: levels
      .slice(1)
      .toReversed()
      .map(({ id, one, many }) => ({
        id,
        many,
        table: {
          heads: [one, 'Stand', ...shown.map((figure) => labelOf(read, figure))],
          rows: [...rolled.states.values()].filter(({ level }) => level === id).map(row),
        },
      })),
    notes: [...new Set(way.figures.flatMap(({ up, why }) => (up === 'stays' || why === undefined ? [] : [why])))],
  }
}

import { warningBefore } from '../../../../analysis/rollup/hand-over.ts'
import type { UnitState } from '../../../../analysis/rollup/roll-up.ts'
import { type Sum, sumWords } from '../../../../analysis/rollup/sums.ts'
import type { Level, WayUp } from '../../../../schemas/way-up.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { RollUpPage } from '../../../../views/page-data/roll-up-pages.ts'
import type { ReadRollUp } from '../../../rollup/read-roll-up.ts'
import { worksForUnit } from '../../../rollup/sight.ts'
import type { ScopePart } from '../../../store/scopes.ts'
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

/** Whether all have signed that hand over and for which an account works. */
function isHandedOver({ rolled, levels }: ReadRollUp, parts: readonly ScopePart[]): boolean {
  const highest = levels.at(-1)
  const states = rolled.top.units.flatMap((place) => rolled.states.get(place) ?? [])
  const own = states.filter((state) => highest !== undefined && worksForUnit(parts, highest, keyOf(state)))
  return own.length > 0 && own.every(({ signed }) => signed !== undefined)
}

interface Shown {
  title: string
  today: string
  /** For whom the account works; nothing where for all. */
  parts: readonly ScopePart[]
}

/** How the figures of a wave stand at all units for which an account works; the sum of all for whoever works for all. */
export function rollUpPage(read: ReadRollUp, { title, today, parts }: Shown): RollUpPage {
  const { way, year, wave, levels, rolled, synthetic } = read
  const statesOf = (level: Level) =>
    [...rolled.states.values()].filter((state) => state.level === level.id && worksForUnit(parts, level, keyOf(state)))
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
    warning: warningBefore(way, year, today, isHandedOver(read, parts)),
    top: {
      heads: ['Kennzahl', 'freigegeben'],
      rows: (parts.length === 0 ? way.handOver : []).map((figure) => [
        { text: labelOf(read, figure) },
        { text: wordsOf(rolled.top.sums, figure) },
      ]),
    },
    levels: levels
      .slice(1)
      .toReversed()
      .map((level) => ({
        id: level.id,
        many: level.many,
        table: {
          heads: [level.one, 'Stand', ...shown.map((figure) => labelOf(read, figure))],
          rows: statesOf(level).map(row),
        },
      })),
    notes: [
      `Wer wohin gehört, sagt das Verzeichnis vom ${formatDate(today)}; für das Freigegebene das vom Tag der Freigabe.`,
      ...(parts.length === 0 ? placingNotes(read) : []),
      ...new Set(way.figures.flatMap(({ up, why }) => (up === 'stays' || why === undefined ? [] : [why]))),
    ],
  }
}

/** Who stands somewhere though the register does not say so, and who stands nowhere. */
function placingNotes({ byNumber, nowhere }: ReadRollUp): string[] {
  const count = byNumber.size
  const known = count === 1 ? 'Für eine Person' : `Für ${formatNumber(count)} Personen`
  const lost = nowhere === 1 ? 'Eine Person lässt' : `${formatNumber(nowhere)} Personen lassen`
  return [
    ...(count === 0
      ? []
      : [
          `${known} nennt das Verzeichnis in diesem Jahr keinen Einsatz: Gezählt wird, was sie angegeben haben, beim ` +
            'Antragsverbund, mit dem die Nummer beginnt.',
        ]),
    ...(nowhere === 0 ? [] : [`${lost} sich nicht mehr zuordnen: Ihre Angaben fehlen in allen Summen.`]),
  ]
}

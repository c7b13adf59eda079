import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { KreisPage } from '../../../../views/page-data/unit-pages.ts'
import type { FiguresOfKreis } from '../../../rollup/figures-of-kreis.ts'
import { rolledUpHref, rollUpHref } from './addresses.ts'
import { statusWords } from './roll-up-page.ts'

const mostNamed = 5

/** How the Kennzahlen of a Kreis stand, who is missing, and the way to them. */
export function kreisFigures(found: readonly FiguresOfKreis[], kreis: string, isWhole: boolean): KreisPage['figures'] {
  return found.map(({ read: { way, year, wave, rolled }, state }) => {
    const title = `${way.title} ${year}`
    if (state === undefined || !isWhole) return { title, lines: [], href: rollUpHref(wave) }
    const { sources, missing } = state
    const names = missing.map((place) => rolled.states.get(place)?.name ?? place)
    const more = names.length - mostNamed
    return {
      title,
      lines: [
        statusWords(state),
        `${formatNumber(sources.size - missing.length)} von ${formatNumber(sources.size)} Angaben eingegangen`,
        ...(names.length === 0
          ? []
          : [
              `Es fehlen: ${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` und ${formatNumber(more)} weitere` : ''}`,
            ]),
      ],
      href: rolledUpHref(wave, state.level, kreis),
    }
  })
}

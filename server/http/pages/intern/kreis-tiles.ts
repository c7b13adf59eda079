import kreise from '../../../../views/charts/kreise.json' with { type: 'json' }
import type { KreisTile, TileStep } from '../../../../views/page-data/field-pages.ts'
import type { GroupResponse } from '../../../field/response-by.ts'
import { formatShare } from './shown-counts.ts'

/** As wide and high as a tile with the gap behind it. */
const tile = { width: 64, height: 44 }

/** From … per cent up, the lightest first. */
export const tileSteps: readonly { step: TileStep; from: number; label: string }[] = [
  { step: 'first', from: 0, label: 'unter 20 %' },
  { step: 'second', from: 0.2, label: 'ab 20 %' },
  { step: 'third', from: 0.4, label: 'ab 40 %' },
  { step: 'fourth', from: 0.6, label: 'ab 60 %' },
  { step: 'fifth', from: 0.8, label: 'ab 80 %' },
]

/** The Stadt- und Landkreise as equal tiles about where they lie, each with the share that has sent something. */
export function kreisTiles(groups: readonly GroupResponse[], hrefOf: (kreis: string) => string): KreisTile[] {
  const found = new Map(groups.map((one) => [one.key, one]))
  return kreise.map(({ kreis, sign, column, row }) => {
    const one = found.get(kreis)
    const place = { sign, x: column * tile.width, y: row * tile.height }
    if (one === undefined) return { ...place, text: '–', title: '', href: '', step: 'none' }
    const share = one.sent / one.asked
    return {
      ...place,
      text: `${Math.round(100 * share)} %`,
      title: `${one.label}: ${one.sent} von ${one.asked}, ${formatShare(one.sent, one.asked)}`,
      href: hrefOf(kreis),
      step: tileSteps.findLast(({ from }) => share >= from)?.step ?? 'first',
    }
  })
}

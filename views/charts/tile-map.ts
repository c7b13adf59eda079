import type { TopLevelSpec } from 'vega-lite'
import kreise from './kreise.json' with { type: 'json' }
import { color, fontSize } from './theme.ts'

export interface Tile {
  kreis: string
  value: number
  /** As it is written in the table. */
  text: string
}

const tile = { width: 64, height: 44 }
const range = [
  'var(--chart-fallen-2)',
  'var(--chart-fallen-1)',
  'var(--chart-middle)',
  'var(--chart-risen-1)',
  'var(--chart-risen-2)',
]
const written = [
  'var(--chart-on-2)',
  'var(--chart-on-1)',
  'var(--chart-on-1)',
  'var(--chart-on-1)',
  'var(--chart-on-2)',
]

/**
 * The Stadt- und Landkreise as equal tiles about where they lie, since on a map the eye weighs areas. Each tile is known by its
 * sign on number plates; one without a figure stays empty.
 */
export function tileMap(
  tiles: readonly Tile[],
  legend: { limits: readonly [number, number]; labels: readonly string[]; title: string },
): TopLevelSpec {
  const found = new Map(tiles.map((one) => [one.kreis, one]))
  const values = kreise.map(({ kreis, sign, column, row }) => {
    const one = found.get(kreis)
    const step = one === undefined ? undefined : stepOf(one.value, legend.limits)
    return {
      sign,
      text: one?.text ?? '–',
      step: step === undefined ? 'none' : legend.labels[step],
      on: step === undefined ? color.soft : written[step],
      x: column * tile.width,
      x2: column * tile.width + tile.width - 3,
      y: row * tile.height,
      y2: row * tile.height + tile.height - 3,
      center: column * tile.width + (tile.width - 3) / 2,
      top: row * tile.height + 15,
      bottom: row * tile.height + 31,
    }
  })
  const at = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null }) as const
  const ink = { field: 'on', type: 'nominal', scale: null } as const
  return {
    data: { values },
    width: 7 * tile.width,
    height: 9 * tile.height,
    layer: [
      {
        mark: { type: 'rect', stroke: color.soft, strokeWidth: 0.5 },
        encoding: {
          x: at('x'),
          x2: { field: 'x2' },
          y: at('y'),
          y2: { field: 'y2' },
          fill: {
            field: 'step',
            type: 'nominal',
            scale: { domain: [...legend.labels, 'none'], range: [...range, color.sheet] },
            legend: {
              title: legend.title,
              values: [...legend.labels],
              orient: 'none',
              legendX: 4 * tile.width - 92,
              legendY: 7 * tile.height + 12 + tile.height,
              direction: 'horizontal',
              columns: 3,
              symbolType: 'square',
              symbolSize: 200,
              symbolStrokeColor: color.soft,
              symbolStrokeWidth: 0.5,
            },
          },
        },
      },
      {
        mark: { type: 'text', fontWeight: 600, fontSize },
        encoding: { x: at('center'), y: at('top'), text: { field: 'sign', type: 'nominal' }, color: ink },
      },
      {
        mark: { type: 'text', fontSize: 12 },
        encoding: { x: at('center'), y: at('bottom'), text: { field: 'text', type: 'nominal' }, color: ink },
      },
    ],
  }
}

/** Two steps down, one for what hardly moved, two steps up. */
function stepOf(value: number, [little, much]: readonly [number, number]): number {
  const size = Math.abs(value) < little ? 0 : Math.abs(value) < much ? 1 : 2
  return 2 + Math.sign(value) * size
}

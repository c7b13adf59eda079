import type { TopLevelSpec } from 'vega-lite'
import type { ValueClass } from '../../analysis/groups/value-classes.ts'
import kreise from './kreise.json' with { type: 'json' }
import { color, fontSize, noteSize } from './theme.ts'

export interface Tile {
  kreis: string
  value: number
  /** As it is written in the table. */
  text: string
}

export interface TileClass extends ValueClass {
  label: string
}

const tile = { width: 64, height: 44 }
const gap = 3
const [wide, high] = [tile.width - gap, tile.height - gap]

/**
 * The Stadt- und Landkreise as equal tiles about where they lie, since on a map the eye weighs areas. Each tile is known by its
 * sign on number plates; one without a figure is crossed out.
 */
export function tileMap(tiles: readonly Tile[], classes: readonly TileClass[], title: string): TopLevelSpec {
  const found = new Map(tiles.map((one) => [one.kreis, one]))
  const shades = shadesOf(classes)
  const values = kreise.map(({ kreis, sign, column, row }) => {
    const one = found.get(kreis)
    const place = one === undefined ? -1 : classes.findIndex((own) => isIn(own, one.value))
    const [x, y] = [column * tile.width, row * tile.height]
    return {
      sign,
      text: one?.text ?? '–',
      class: classes[place]?.label ?? missing,
      on: place < 0 ? color.soft : onShade(shades[place]),
      ...{ x, x2: x + wide, y, y2: y + high },
      ...{ center: x + wide / 2, top: y + 15, bottom: y + 31 },
    }
  })
  const crossed = values.filter((one) => one.class === missing)
  const names = Object.fromEntries([
    ...classes.map(({ label, count }) => [label, `${label} (${count})`]),
    [missing, `${missing} (${crossed.length})`],
  ])
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
            field: 'class',
            type: 'nominal',
            scale: {
              domain: [...classes.map(({ label }) => label), ...(crossed.length === 0 ? [] : [missing])],
              range: [...shades.map(colorOf), color.sheet],
            },
            legend: {
              title: `${title}; in Klammern die Zahl der Kreise`,
              labelExpr: `${JSON.stringify(names)}[datum.label]`,
              orient: 'bottom',
              direction: 'horizontal',
              columns: 2,
              symbolType: 'square',
              symbolSize: 200,
              symbolStrokeColor: color.soft,
              symbolStrokeWidth: 0.5,
            },
          },
        },
      },
      {
        data: { values: crossed },
        mark: { type: 'rule', color: color.line, strokeWidth: 1 },
        encoding: { x: at('x'), x2: { field: 'x2' }, y: at('y2'), y2: { field: 'y' } },
      },
      {
        mark: { type: 'text', fontWeight: 600, fontSize },
        encoding: { x: at('center'), y: at('top'), text: { field: 'sign', type: 'nominal' }, color: ink },
      },
      {
        mark: { type: 'text', fontSize: noteSize },
        encoding: { x: at('center'), y: at('bottom'), text: { field: 'text', type: 'nominal' }, color: ink },
      },
    ],
  }
}

const missing = '– nicht gezeigt'

const isIn = ({ from = -Infinity, to = Infinity }: ValueClass, value: number) => value >= from && value < to

interface Shade {
  side: 'fallen' | 'risen'
  /** From 1, little, to 5, much. */
  depth: number
}

/** The farther a class lies from 0, the darker; those nearest to it and farthest from it have the ends of the scale. */
function shadesOf(classes: readonly ValueClass[]): Shade[] {
  const isRisen = ({ from, to }: ValueClass) => (from ?? -Infinity) >= 0 || (to ?? -Infinity) > 0
  const away = classes.map((one) => (isRisen(one) ? (one.from ?? 0) : -(one.to ?? 0)))
  const [least, most] = [Math.min(...away), Math.max(...away)]
  return classes.map((one, place) => ({
    side: isRisen(one) ? 'risen' : 'fallen',
    depth: most === least ? 3 : 1 + Math.round((4 * ((away[place] ?? 0) - least)) / (most - least)),
  }))
}

const colorOf = ({ side, depth }: Shade) => `var(--chart-${side}-${depth})`
const onShade = (shade: Shade | undefined) =>
  (shade?.depth ?? 0) > 3 ? 'var(--chart-on-much)' : 'var(--chart-on-little)'

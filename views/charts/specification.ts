import type { Drawing } from '../../analysis/report/chart.ts'
import { number, signed } from '../../analysis/words.ts'
import { bars } from './bars.ts'
import { boxes } from './boxes.ts'
import { curve } from './curve.ts'
import { dumbbell } from './dumbbell.ts'
import { histogram } from './histogram.ts'
import { intervals } from './intervals.ts'
import { slope } from './slope.ts'
import { stacked } from './stacked.ts'
import { tileMap } from './tile-map.ts'

/** How a chart of a report looks: the figures as they are, their words as everywhere. */
export function specificationOf(drawing: Drawing): ReturnType<typeof bars> {
  switch (drawing.kind) {
    case 'slope':
      return slope(
        drawing.lines.map((line) => ({ ...line, beforeText: number(line.before), afterText: number(line.after) })),
        drawing.waves,
      )
    case 'dumbbell':
      return dumbbell(
        drawing.rows.map((row) => ({ ...row, change: signed(row.change) })),
        drawing.axis,
      )
    case 'histogram': {
      const { classes, axis, countAxis, ofChanges, mark, markLabel = '' } = drawing
      return histogram(classes, {
        axisTitle: axis,
        countTitle: countAxis,
        changes: ofChanges,
        format: ofChanges ? signed : number,
        ...(mark === undefined ? {} : { mark: { at: mark, label: markLabel } }),
      })
    }
    case 'kreise': {
      const [little, much] = drawing.limits
      const labels = [
        `unter ${signed(-much)}`,
        `bis ${signed(-little)}`,
        `${signed(-little)} bis ${signed(little)}`,
        `ab ${signed(little)}`,
        `ab ${signed(much)}`,
      ]
      return tileMap(
        drawing.tiles.map((tile) => ({ ...tile, text: signed(tile.value) })),
        { limits: drawing.limits, labels, title: drawing.axis },
      )
    }
    case 'bars':
      return bars(
        drawing.bars.map((bar) => ({
          ...bar,
          text: `${number(bar.value)}${drawing.unit === '' ? '' : ` ${drawing.unit}`}`,
        })),
        drawing.axis,
      )
    case 'boxes':
      return boxes(
        drawing.boxes.map((box) => ({ ...box, text: number(box.middle) })),
        drawing.axis,
      )
    case 'stacked':
      return stacked(drawing.rows, drawing.scale)
    case 'curve':
      return curve(drawing)
    case 'intervals':
      return intervals(
        drawing.rows.map((row) => ({ ...row, text: `${number(row.value)} %` })),
        drawing.axis,
      )
  }
}

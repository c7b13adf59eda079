import { decimalsOfLimits, signedWithDecimals, withDecimals } from '../../analysis/decimals.ts'
import type { Drawing } from '../../analysis/report/chart.ts'
import { changeClassWords } from '../../analysis/report/class-words.ts'
import { tenths } from '../../analysis/words.ts'
import { bars } from './bars.ts'
import { boxes } from './boxes.ts'
import { course } from './course.ts'
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
        drawing.lines.map((line) => ({
          ...line,
          beforeText: withDecimals(line.before, drawing.decimals),
          afterText: withDecimals(line.after, drawing.decimals),
        })),
        drawing.waves,
      )
    case 'course': {
      const { lines, waves, isContinued, decimals } = drawing
      return course(lines, { waves, isContinued, format: (value) => withDecimals(value, decimals) })
    }
    case 'dumbbell':
      return dumbbell(
        drawing.rows.map((row) => ({ ...row, change: signedWithDecimals(row.change, drawing.decimals) })),
        drawing.axis,
      )
    case 'histogram': {
      const { classes, axis, countAxis, ofChanges, mark, markLabel = '' } = drawing
      const digits = decimalsOfLimits(classes.flatMap(({ from = 0, to = 0 }) => [from, to]))
      return histogram(classes, {
        axisTitle: axis,
        countTitle: countAxis,
        changes: ofChanges,
        format: (value) => (ofChanges ? signedWithDecimals(value, digits) : withDecimals(value, digits)),
        ...(mark === undefined ? {} : { mark: { at: mark, label: markLabel } }),
      })
    }
    case 'kreise': {
      const { tiles, classes, axis, decimals } = drawing
      const words = changeClassWords(classes)
      return tileMap(
        tiles.map((tile) => ({ ...tile, text: signedWithDecimals(tile.value, decimals) })),
        classes.map((one) => ({ ...one, label: words(one) })),
        axis,
      )
    }
    case 'bars':
      return bars(
        drawing.bars.map((bar) => ({
          ...bar,
          text: `${withDecimals(bar.value, drawing.decimals)}${drawing.unit === '' ? '' : ` ${drawing.unit}`}`,
        })),
        drawing.axis,
      )
    case 'boxes':
      return boxes(
        drawing.boxes.map((box) => ({ ...box, text: withDecimals(box.middle, drawing.decimals) })),
        drawing.axis,
      )
    case 'stacked':
      return stacked(drawing.rows, drawing.scale)
    case 'curve':
      return curve(drawing)
    case 'intervals':
      return intervals(
        drawing.rows.map((row) => ({ ...row, text: `${tenths(row.value)} %` })),
        drawing.axis,
      )
  }
}

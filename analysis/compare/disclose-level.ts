import { fewestForQuartiles, fewestForSpread } from '../disclosure/enough.ts'
import { isHidden } from './hidden-spread.ts'
import type { Level } from './level.ts'

/** Where a variable stands, without what says how a few lie; `behind` is how many stand behind it. */
export function tellLevel(level: Level, behind: number): Level {
  if (behind === 0) return level
  return {
    ...level,
    ...(behind < fewestForSpread && { sd: isHidden, median: isHidden }),
    ...(behind < fewestForQuartiles && { quartiles: isHidden }),
  }
}

import type { Telling } from '../disclosure/enough.ts'
import { isHidden } from './hidden-spread.ts'
import type { Level } from './level.ts'

/** Where a variable stands, without what says how a few lie. */
export const tellLevel = (level: Level, { spread, quartiles }: Telling): Level => ({
  ...level,
  ...(!spread && { sd: isHidden, median: isHidden }),
  ...(!quartiles && { quartiles: isHidden }),
})

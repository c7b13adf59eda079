import type { WayUp } from '../../schemas/way-up.ts'
import type { WatchedFigure } from './differences.ts'
import type { Figure } from './sums.ts'

/** The figures of a way, as they are added up. */
export const figuresOf = ({ figures }: WayUp): Figure[] =>
  figures.map(({ variable, level, up }) => ({ name: variable, level, up }))

/** Those of which a change is shown. */
export const watchedIn = ({ figures }: WayUp): WatchedFigure[] =>
  figures.flatMap(({ variable, level, up, change }) =>
    change === undefined ? [] : [{ name: variable, level, up, change }],
  )

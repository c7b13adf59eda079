import type { Level, WayUp } from '../../schemas/way-up.ts'

/** The levels over which the figures of a year go, from the bottom up; the last one only receives. */
export const levelsIn = ({ levels }: Pick<WayUp, 'levels'>, year: number): readonly Level[] =>
  levels.filter(({ since }) => since === undefined || since <= year)

/** Who hands over the figures of a year, and on which day at the latest; undefined before the first that is known. */
export function deadlineOf(
  { deadlines }: Pick<WayUp, 'deadlines'>,
  year: number,
): { level: string; day: string } | undefined {
  const last = deadlines.findLast(({ since }) => since <= year)
  return last && { level: last.level, day: `${year + 1}-${last.day}` }
}

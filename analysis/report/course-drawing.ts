import type { CoursePoint } from '../compare/course.ts'
import { decimalsFor, withDecimals } from '../decimals.ts'
import type { Chart, CourseLine } from './chart.ts'

/** Few enough to tell their lines apart. */
export const mostLines = 6

/** Lines through all waves, and what they show in words. */
export function courseDrawing(
  points: readonly CoursePoint[],
  lines: readonly CourseLine[],
  unit: string,
): Pick<Chart, 'drawing' | 'values'> {
  const waves = points.map(({ wave }) => wave)
  const decimals = decimalsFor(
    lines.flatMap(({ values }) => values.filter((value) => value !== null)),
    unit,
  )
  const valueIn = (value: number | null, at: number) =>
    `${waves[at]} ${value === null ? 'keine Zahl' : withDecimals(value, decimals)}`
  const isContinued = points.map(({ since }) => since?.isContinued === true)
  return {
    values: `${lines.map(({ label, values }) => `${label}: ${values.map(valueIn).join(', ')}`).join('; ')}.`,
    drawing: { kind: 'course', waves, lines, isContinued, decimals },
  }
}

/** Why a line may end before the next wave; nothing where none does. */
export const brokenWords = (points: readonly CoursePoint[]): string[] =>
  points.slice(1).some(({ since }) => since?.isContinued !== true)
    ? ['Wo die Linie unterbrochen ist, wurde nicht dasselbe gefragt.']
    : []

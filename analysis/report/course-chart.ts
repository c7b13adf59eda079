import type { CoursePoint, ToldLevel } from '../compare/course.ts'
import type { VariableComparison } from '../compare/results.ts'
import { isTold } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import { whole } from '../words.ts'
import type { Chart, CourseLine } from './chart.ts'
import { brokenWords, courseDrawing, mostLines } from './course-drawing.ts'

/** A line through all waves for everybody, and one for those who were there every time; of a choice, one for each answer. */
export function courseChart(
  { variable, course }: VariableComparison,
  { many, unit }: { many: string; unit: string },
): Chart | undefined {
  if (course === undefined) return undefined
  const { points, balanced, weighted } = course
  const kind = weighted === undefined ? 'plain' : 'weighted'
  const line = (label: string, of: 'all' | 'balanced', place: number, faint: boolean): CourseLine[] => {
    const values = points.map((point) => figureIn(point[of], kind, place))
    return values.some((value) => value !== null) ? [{ label, values, faint }] : []
  }
  const both = (place: number) => [
    ...line('alle mit Angabe', 'all', place, false),
    ...line('in jeder Welle dabei', 'balanced', place, true),
  ]
  const lines =
    variable.kind === 'number'
      ? both(0)
      : variable.kind === 'flag'
        ? both(1)
        : variable.categories.slice(0, mostLines).flatMap(({ label }, place) => line(label, 'all', place, place > 0))
  if (lines.length === 0) return undefined
  return {
    id: 'verlauf',
    title: `Verlauf: ${variable.kind === 'number' ? 'Mittelwerte' : 'Anteile in Prozent'}${weighted === undefined ? '' : ', gewichtet'}`,
    text: textOf(points, lines, { isOfMean: variable.kind !== 'category', many }),
    basis: `n = ${points.map(({ all }) => (all === undefined ? '–' : whole(all.n))).join(', ')} (${many} mit Angabe je Welle)${isTold(balanced) ? `; in jeder Welle ${whole(balanced)}` : ''}`,
    ...courseDrawing(points, lines, unit),
  }
}

function textOf(
  points: readonly CoursePoint[],
  lines: readonly CourseLine[],
  { isOfMean, many }: { isOfMean: boolean; many: string },
): string {
  return [
    isOfMean
      ? `Durchgezogen alle ${many} mit Angabe in der jeweiligen Welle${lines.some(({ faint }) => faint) ? ', gestrichelt die, die in jeder Welle eine Angabe haben' : ''}.`
      : `Wie oft welche Antwort gegeben wurde, unter allen ${many} mit Angabe.`,
    ...brokenWords(points),
  ].join(' ')
}

function figureIn(level: ToldLevel | undefined, kind: 'plain' | 'weighted', place: number): number | null {
  if (level === undefined) return null
  const estimate = level.estimates?.[kind]?.[place]
  if (estimate === undefined)
    return level.kind === 'number' && isDefined(level.level.mean) && kind === 'plain' ? level.level.mean : null
  return isTold(estimate) && isDefined(estimate) ? estimate.value : null
}

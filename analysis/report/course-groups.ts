import type { Course } from '../compare/course.ts'
import { fewest } from '../disclosure/fewest.ts'
import { isDefined } from '../stats/not-defined.ts'
import { type Cell, count, number, text } from './cell.ts'
import type { Chart, CourseLine } from './chart.ts'
import { brokenWords, courseDrawing, mostLines } from './course-drawing.ts'
import type { Section } from './report.ts'
import { mergedSentence } from './sentences.ts'

interface GroupWords {
  many: string
  unit: string
  /** What was grouped by. */
  grouping: string
}

/** Where each group of a number stands in every wave. */
export function courseGroupSection(course: Course, { many, unit, grouping }: GroupWords): Section {
  const section = { id: 'verlauf-gruppen', title: `Verlauf nach Gruppen: ${grouping}`, charts: [], tables: [] }
  const { groups = [], points } = course
  if (groups.length === 0)
    return {
      ...section,
      sentences: [`Verdeckt: Aus ihm und dem übrigen folgte eine Angabe von weniger als ${fewest} ${many}.`],
    }
  const merged = groups.flatMap((one) => one.merged)
  const chart = groupChart(course, { many, unit })
  return {
    ...section,
    sentences: [
      `Jede Zahl gilt allen ${many} der Gruppe mit Angabe in der jeweiligen Welle${course.weighted === undefined ? '' : ', ohne Gewichte'}.`,
      ...(merged.length === 0 ? [] : [mergedSentence(merged, many)]),
    ],
    charts: chart === undefined ? [] : [chart],
    tables: [
      {
        id: 'verlauf-gruppen-werte',
        label: `Mittelwert je Welle nach Gruppen: ${grouping}`,
        head: [grouping, ...points.flatMap(({ wave }) => [`${wave}: n`, `${wave}: Mittelwert`])],
        rows: groups.map(({ label, levels }) => [
          text(label),
          ...levels.flatMap((level): Cell[] =>
            level === undefined ? [text(''), text('')] : [count(level.n), number(level.mean)],
          ),
        ]),
        alike: 'columns',
        unit,
      },
    ],
  }
}

function groupChart({ groups = [], points }: Course, { many, unit }: Omit<GroupWords, 'grouping'>): Chart | undefined {
  const all = groups.map(
    ({ label, levels }, place): CourseLine => ({
      label,
      values: levels.map((level) => (level === undefined || !isDefined(level.mean) ? null : level.mean)),
      faint: place > 0,
    }),
  )
  const lines = all.filter(({ values }) => values.some((value) => value !== null)).slice(0, mostLines)
  if (lines.length === 0) return undefined
  return {
    id: 'verlauf-gruppen',
    title: 'Verlauf nach Gruppen: Mittelwerte',
    text: [
      `Je Gruppe alle ${many} mit Angabe in der jeweiligen Welle.`,
      ...(all.length > lines.length ? [`Gezeichnet sind die ersten ${lines.length}; die Tabelle hat alle.`] : []),
      ...brokenWords(points),
    ].join(' '),
    basis: `Wie viele hinter jeder Zahl stehen, sagt die Tabelle (${many} mit Angabe je Welle)`,
    ...courseDrawing(points, lines, unit),
  }
}

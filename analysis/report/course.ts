import type { Course, CoursePoint, ToldLevel } from '../compare/course.ts'
import { isContinued } from '../compare/course.ts'
import type { ToldEstimate } from '../compare/disclose-estimates.ts'
import type { Step, VariableComparison } from '../compare/results.ts'
import { toldChange } from '../compare/shown-change.ts'
import { fewest } from '../disclosure/fewest.ts'
import { isTold } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import { levelWords, whole } from '../words.ts'
import { type Cell, change, changeInterval, count, interval, number, percent, probability, text } from './cell.ts'
import { courseChart } from './course-chart.ts'
import { courseGroupSection } from './course-groups.ts'
import type { Section } from './report.ts'
import type { Table } from './table.ts'
import { weightSetTable } from './weight-sets.ts'

export interface CourseWords {
  many: string
  /** Of the values, or ''. */
  unit: string
  level: number
  /** What was grouped by; not there without groups. */
  grouping?: string | undefined
}

/** Where a variable stands in each of several waves, and what changed between each two of them. */
export function courseSections(one: VariableComparison, words: CourseWords): Section[] {
  const { course, steps, variable } = one
  if (course === undefined) return []
  const chart = courseChart(one, words)
  const isNumber = variable.kind === 'number'
  return [
    {
      id: 'verlauf',
      title: 'Verlauf über alle Wellen',
      sentences: [...courseSentences(course, words), ...course.points.flatMap(breakSentence)],
      charts: chart === undefined ? [] : [chart],
      tables: isNumber ? [numberTable(course, words)] : categoryTables(one, course),
    },
    {
      id: 'paare',
      title: 'Veränderung zwischen je zwei Wellen',
      sentences: [
        'Jede Zeile steht für die Einheiten, die in diesen beiden Wellen eine Angabe haben; ob sie in den anderen geantwortet haben, spielt keine Rolle.',
        ...(steps.every(({ comparability }) => isContinued(comparability))
          ? []
          : ['Wo zwei Wellen nicht dasselbe fragen, steht kein Test: Ein Unterschied kann allein daran liegen.']),
      ],
      charts: [],
      tables: [pairTable(steps, words)],
    },
    ...(words.grouping === undefined || !isNumber || variable.isOfficial
      ? []
      : [courseGroupSection(course, { ...words, grouping: words.grouping })]),
    ...(course.weighted === undefined ? [] : [weightSetTable(course.weighted)]),
  ]
}

function courseSentences({ balanced, points }: Course, { many }: CourseWords): string[] {
  const asked = points.filter(({ isAsked }) => isAsked).length
  if (asked < 3) return ['Danach fragen nur zwei dieser Wellen: In jeder dabei zu sein, heißt hier, ein Paar zu sein.']
  const told = isTold(balanced) ? whole(balanced) : `weniger als ${fewest}`
  return [
    `„Alle“ sind die ${many} mit Angabe in der jeweiligen Welle; „in jeder Welle“ sind die ${told}, die in allen ${asked} eine Angabe haben.`,
    ...(points.some(({ isAsked, all, balanced: own }) => isAsked && (all === undefined || own === undefined))
      ? [`Was fehlt, ist verdeckt: Aus ihm und dem übrigen folgte eine Angabe von weniger als ${fewest} ${many}.`]
      : []),
  ]
}

/** Why no line leads to a wave from the one before it. */
function breakSentence({ wave, isAsked, since }: CoursePoint): string[] {
  if (!isAsked) return [`${wave}: danach wurde nicht gefragt.`]
  if (since === undefined || since.isContinued) return []
  const { comparability } = since
  return [
    isContinued(comparability)
      ? `${since.wave} → ${wave}: Dazwischen wurde nicht gefragt; die Linie ist unterbrochen.`
      : `${since.wave} → ${wave}: ${comparability.label}; die Linie ist unterbrochen. ${comparability.why}`,
  ]
}

const estimateOf = (level: ToldLevel | undefined, kind: 'plain' | 'weighted', place: number) =>
  level?.estimates?.[kind]?.[place]

const figureIn = (estimate: ToldEstimate | undefined) =>
  estimate === undefined || !isTold(estimate) || !isDefined(estimate) ? estimate : estimate.value
const limitsOf = (estimate: ToldEstimate | undefined) =>
  estimate === undefined || !isTold(estimate) || !isDefined(estimate) ? estimate : estimate.interval

/** What stands where a level is not told; nothing where nothing was asked. */
const cellsOf = (isAsked: boolean, level: ToldLevel | undefined, cells: (level: ToldLevel) => Cell[], many: number) =>
  level === undefined ? Array.from({ length: many }, () => (isAsked ? number('verdeckt') : text(''))) : cells(level)

function numberTable({ points, weighted }: Course, words: CourseWords): Table {
  const isWeighted = weighted !== undefined
  const limits = `${levelWords(words.level)}-Intervall`
  const head = ['n', 'Mittelwert', limits, ...(isWeighted ? ['gewichtet'] : []), 'Median']
  const cells = (level: ToldLevel): Cell[] =>
    level.kind === 'category'
      ? []
      : [
          count(level.n),
          number(level.level.mean),
          interval(limitsOf(estimateOf(level, 'plain', 0))),
          ...(isWeighted ? [number(figureIn(estimateOf(level, 'weighted', 0)))] : []),
          number(level.level.median),
        ]
  return {
    id: 'verlauf-werte',
    label: 'Niveau je Welle: alle, und wer in jeder Welle dabei ist',
    head: ['Welle', ...head.map((one) => `alle: ${one}`), ...head.map((one) => `in jeder Welle: ${one}`)],
    rows: points.map(({ wave, isAsked, all, balanced }) => [
      text(wave),
      ...cellsOf(isAsked, all, cells, head.length),
      ...cellsOf(isAsked, balanced, cells, head.length),
    ]),
    alike: 'columns',
    unit: words.unit,
  }
}

function categoryTables({ variable }: VariableComparison, { points, weighted }: Course): Table[] {
  const kinds = weighted === undefined ? (['plain'] as const) : (['plain', 'weighted'] as const)
  const sets = [
    ['all', 'alle'],
    ['balanced', 'in jeder Welle dabei'],
  ] as const
  const shown = variable.categories
    .map((one, place) => ({ ...one, place }))
    .filter(({ place }) => variable.kind === 'category' || place === 1)
  return sets.flatMap(([of, who]) =>
    kinds.map((kind) => ({
      id: `verlauf-${of}-${kind}`,
      label: `Anteile in Prozent, ${who}${kind === 'plain' ? '' : ', gewichtet'}`,
      head: ['', ...points.map(({ wave }) => wave)],
      rows: [
        [
          text('Anzahl'),
          ...points.flatMap((point) => cellsOf(point.isAsked, point[of], (level) => [count(level.n)], 1)),
        ],
        ...shown.map(({ label, place }) => [
          text(label),
          ...points.flatMap((point) =>
            cellsOf(point.isAsked, point[of], (level) => [percent(figureIn(estimateOf(level, kind, place)))], 1),
          ),
        ]),
      ],
    })),
  )
}

function pairTable(steps: readonly Step[], { level, unit }: CourseWords): Table {
  const isOfNumbers = steps.some(({ total: { result } }) => toldChange(result) !== undefined)
  const limits = `${levelWords(level)}-Intervall`
  return {
    id: 'paare-werte',
    label: 'Veränderung zwischen je zwei Wellen',
    head: [
      'Wellen',
      'Paare',
      ...(isOfNumbers ? ['vorher', 'nachher', 'Veränderung', limits] : []),
      'p (Holm)',
      'Vergleichbarkeit',
    ],
    rows: steps.map(({ from, to, comparability, total: { size, result, adjusted } }) => {
      const shown = toldChange(result)
      const isTested = isContinued(comparability) || comparability.mapping !== undefined
      const moved = shown === undefined ? (result === undefined ? number('verdeckt') : number(undefined)) : undefined
      return [
        text(`${from} → ${to}`),
        count(size.pairs),
        ...(isOfNumbers
          ? shown === undefined
            ? Array.from({ length: 4 }, () => moved as Cell)
            : [number(shown.before), number(shown.after), change(shown.change), changeInterval(shown.interval)]
          : []),
        isTested ? probability(adjusted?.main?.holm) : text('kein Test'),
        text(comparability.label),
      ]
    }),
    alike: 'columns',
    unit,
  }
}

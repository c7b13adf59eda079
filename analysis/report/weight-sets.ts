import type { WeightedSet } from '../compare/course.ts'
import { isTold } from '../disclosure/hidden.ts'
import { type Cell, count, number, text } from './cell.ts'
import type { Section } from './report.ts'

/** Which weights figures of which waves have: those who answered just these stand for all who were asked in them. */
export function weightSetTable(weighted: readonly WeightedSet[]): Section {
  const cellsOf = ({ weights }: WeightedSet): Cell[] => {
    const report = weights?.report
    if (report === undefined)
      return [
        text(weights === undefined ? 'keine Gewichte' : ''),
        ...Array.from({ length: 4 }, () => number(undefined)),
      ]
    const { effect } = report
    const of = (read: (one: Exclude<typeof effect, 'verdeckt'>) => number) =>
      number(isTold(effect) ? read(effect) : effect)
    return [
      count(report.sample),
      count(report.population),
      of(({ designEffect }) => designEffect),
      of(({ smallest }) => smallest),
      of(({ largest }) => largest),
    ]
  }
  return {
    id: 'gewichte-je-menge',
    title: 'Gewichte je Menge von Wellen',
    sentences: [
      'Jede Zahl hat die Gewichte der Wellen, auf denen sie beruht: Wer gerade diese beantwortet hat, steht für alle, die in ihnen befragt wurden.',
    ],
    charts: [],
    tables: [
      {
        id: 'gewichte-je-menge-werte',
        label: 'Gewichte je Menge von Wellen',
        head: ['Zahlen über', 'geantwortet', 'befragt', 'Designeffekt', 'kleinstes', 'größtes'],
        rows: weighted.map((set) => [text(set.waves.join(' + ')), ...cellsOf(set)]),
      },
    ],
  }
}

import type { Pooled } from '../compare/pooled.ts'
import type { ToldNumbers, ToldPopulation } from '../compare/results.ts'
import type { Change } from '../compare/shown-change.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { type Cell, change, changeInterval, number, probability, text } from './cell.ts'
import { inShort } from './population-words.ts'
import type { Table } from './table.ts'

interface Waves {
  from: string
  to: string
}

/** The change over all pairs together beside the mean of pairs; undefined where values add up to nothing. */
export function pooledTable({ from, to }: Waves, result: ToldNumbers, population: ToldPopulation): Table | undefined {
  const { pooled, weightedPooled, change: mean, weighted, pairs } = result
  if (pooled === undefined) return undefined
  const [before, after] = [pairs.before.total, pairs.after.total]
  const over = pooled.of === 'sum' ? 'Summe, Veränderung in Prozent' : 'Anteil über alle, in Prozentpunkten'
  const levels =
    'sum' in before && 'sum' in after
      ? [number(before.sum), number(after.sum)]
      : 'share' in before && 'share' in after
        ? [number(before.share), number(after.share)]
        : none
  return {
    id: 'zusammen',
    label: 'Mittel und Summe',
    head: ['', from, to, 'Veränderung', `95-%-Intervall (${inShort(population)})`, 'p'],
    rows: [
      meanRow('Mittel der Paare', mean),
      ...(weighted === undefined ? [] : [meanRow('Mittel der Paare, gewichtet', weighted)]),
      [text(over), ...levels, ...cellsOf(pooled)],
      ...(weightedPooled === undefined ? [] : [[text(`${over}, gewichtet`), ...none, ...cellsOf(weightedPooled)]]),
    ],
  }
}

const none = [text(''), text('')]

const meanRow = (label: string, one: Change | NotDefined): Cell[] => [
  text(label),
  ...(isDefined(one) ? [number(one.before), number(one.after)] : [number(one), number(one)]),
  ...cellsOf(one),
]

function cellsOf(one: Change | Pooled | NotDefined): Cell[] {
  if (!('change' in one)) return [change(one), changeInterval(one), probability(one)]
  const { test } = one
  return [change(one.change), changeInterval(one.interval), probability(isDefined(test) ? test.p : test)]
}

/** How the two differ. */
export const pooledSentence = ({ of }: Pooled, many: string): string =>
  of === 'sum'
    ? `Das Mittel zählt alle ${many} gleich, ein Dorf wie Stuttgart; die Summe zählt alle Personen gleich. Eine bloße Summe derer, die geantwortet haben, schätzt nichts und hat kein Intervall.`
    : `Das Mittel zählt alle ${many} gleich, ein Dorf wie Stuttgart; der Anteil über alle zählt sie nach ihrer Bezugsgröße.`

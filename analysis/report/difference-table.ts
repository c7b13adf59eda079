import type { ComparedGroup, Differences, Step } from '../compare/results.ts'
import { isDefined } from '../stats/not-defined.ts'
import { number, pWords, whole, whyNot } from '../words.ts'
import { change, changeInterval, probability, text } from './cell.ts'
import type { Table } from './table.ts'

/** So many pairs of groups are listed: those that differ most surely. */
const mostPairs = 10

/** Whether the groups differ, in a sentence. */
export function differenceSentence({ differences, groups }: Step): string {
  if (differences === undefined)
    return 'Unter den Gruppen sind keine zwei, deren Veränderungen sich gegeneinander halten lassen.'
  const { joint, adjusted } = differences
  const held = differences.groups.length
  const which =
    held === groups.length ? `die ${whole(held)} Gruppen` : `${whole(held)} der ${whole(groups.length)} Gruppen`
  if (!isDefined(joint)) return `Ob sich ${which} unterscheiden, lässt sich nicht prüfen: ${whyNot(joint)}.`
  const { f, df, p } = joint
  const holm = adjusted === undefined || adjusted.holm === p ? '' : `, nach Holm ${pWords(adjusted.holm)}`
  const words = `F(${whole(df[0])}; ${number(df[1])}) = ${number(f)}, ${pWords(p)}${holm}`
  return `Ob sich ${which} voneinander unterscheiden: ${words}.`
}

/** The pairs of groups that differ most surely. */
export function differenceTable({ groups }: Pick<Step, 'groups'>, { pairs }: Differences, words: string): Table {
  const labels = new Map(groups.map(({ code, label }: ComparedGroup) => [code, label]))
  const first = [...pairs].sort((a, b) => a.test.p - b.test.p).slice(0, mostPairs)
  return {
    id: 'unterschiede',
    label:
      pairs.length > mostPairs
        ? `Welche Gruppen sich unterscheiden: die ${mostPairs} deutlichsten von ${whole(pairs.length)} Paaren`
        : 'Welche Gruppen sich unterscheiden',
    head: ['Gruppe', 'gegen', 'Unterschied', `95-%-Intervall (${words})`, 'p', 'p (Holm)', 'p (B.-H.)'],
    rows: first.map(({ first: one, second, difference, interval, test, adjusted }) => [
      text(labels.get(second) ?? second),
      text(labels.get(one) ?? one),
      change(difference),
      changeInterval(interval),
      probability(test.p),
      probability(adjusted?.holm),
      probability(adjusted?.benjaminiHochberg),
    ]),
  }
}

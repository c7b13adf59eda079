import type { Concordance } from '../../schemas/concordance.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { continuedQuestions, predecessorOf } from '../../surveys/concordance/concordance.ts'
import type { Caveats } from './method-notes.ts'

/** How far some surveys can be compared with each other, or a single one with what it continues. */
export function caveatsOf(concordances: readonly Concordance[], instruments: readonly Instrument[]): Caveats[] {
  const ids = [...new Set(instruments.map(({ id }) => id))]
  const before = ids.flatMap((id) => predecessorOf(concordances, id) ?? [])
  const known = ids.length === 1 ? [...before, ...ids] : ids
  return known.flatMap((from) => known.flatMap((to) => (from === to ? [] : caveatsBetween(concordances, from, to))))
}

function caveatsBetween(concordances: readonly Concordance[], from: string, to: string): Caveats[] {
  const continued = continuedQuestions(concordances, from, to)
  if (continued.length === 0) return []
  const sentences = continued
    .filter(({ status }) => status !== 'same')
    .map(({ before, after, why, beside = [] }) => [`${after ?? before}: ${why}`, ...beside].join(' '))
  return [{ from, to, sentences }]
}

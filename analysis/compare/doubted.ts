import type { WaveValues } from '../panel/column.ts'
import { reasonOf } from '../panel/reasons.ts'

/** What speaks against an answer: it contradicts others, a check is violated without a word, or somebody has said why. */
export type Doubt = 'contradictory' | 'open' | 'justified'

/** What checks say of an answer. */
export interface Doubted {
  doubt: Doubt
  /** The checks that are violated; none where a part is larger than what it is a part of. */
  checks: readonly string[]
}

/** By the place of the unit. */
export type DoubtsOfWave = ReadonlyMap<number, Doubted>

/** An answer with what speaks against it. */
export interface DoubtedAnswer extends Doubted {
  /** Its key. */
  unit: string
  wave: 'before' | 'after'
  /** Not there where it contradicts others so far that it cannot be computed. */
  value?: number
}

const worstFirst: readonly Doubt[] = ['contradictory', 'open', 'justified']

/** The answers of some units that something speaks against, the worst first. */
export function doubtedAnswers(
  indices: readonly number[],
  units: readonly string[],
  waves: Record<'before' | 'after', { values: WaveValues; doubts: DoubtsOfWave }>,
): DoubtedAnswer[] {
  return (['before', 'after'] as const)
    .flatMap((wave) => {
      const { values, doubts } = waves[wave]
      return indices.flatMap((index): DoubtedAnswer[] => {
        const reason = reasonOf(values.result.reasons[index] ?? 0)
        const found = reason === 'widerspruch' ? contradicted(doubts.get(index)) : doubts.get(index)
        if (found === undefined) return []
        const value = reason === undefined && { value: values.result.values[index] as number }
        return [{ ...found, unit: units[index] ?? '', wave, ...value }]
      })
    })
    .sort((a, b) => worstFirst.indexOf(a.doubt) - worstFirst.indexOf(b.doubt))
}

const contradicted = (found: Doubted | undefined): Doubted => ({ doubt: 'contradictory', checks: found?.checks ?? [] })

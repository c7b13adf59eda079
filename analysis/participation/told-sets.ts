import { hidden, isTold } from '../disclosure/hidden.ts'
import type { PanelWeights } from './panel-weights.ts'
import type { Patterns } from './patterns.ts'

interface SetOfWaves {
  waves: readonly string[]
  weights?: PanelWeights
}

/**
 * Weights of sets of waves as they may stand beside the patterns: how many answered a set, and what it costs that they stand for the
 * others, only where the patterns tell how many that are. Else a pattern followed from two sets that lie in each other.
 */
export const besidePatterns = <Own extends SetOfWaves>(sets: readonly Own[], patterns: Patterns): Own[] =>
  sets.map((set) => {
    const { weights } = set
    if (weights?.report === undefined || isSetTold(set.waves, patterns)) return set
    return { ...set, weights: { ...weights, report: { ...weights.report, sample: hidden, effect: hidden } } }
  })

/** How many answered one wave is known; of two it is told as who stayed, of all as the last stage. */
function isSetTold(waves: readonly string[], { stayed, stages }: Patterns): boolean {
  const [first, second] = waves
  if (waves.length < 2) return true
  const rate = waves.length === 2 ? stayed.find(({ from, to }) => from === first && to === second) : stages.at(-1)
  return rate !== undefined && isTold(rate.yes)
}

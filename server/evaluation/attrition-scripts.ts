import { attritionScriptInput } from '../../analysis/scripts/attrition-input.ts'
import type { MadeWeights } from '../../analysis/scripts/made-weights.ts'
import { patternsScriptInput } from '../../analysis/scripts/patterns-input.ts'
import { attritionInR } from '../../analysis/scripts/r/attrition-in-r.ts'
import { patternsInR } from '../../analysis/scripts/r/patterns-in-r.ts'
import { attritionInStata } from '../../analysis/scripts/stata/attrition-in-stata.ts'
import { patternsInStata } from '../../analysis/scripts/stata/patterns-in-stata.ts'
import type { PatternsAnswer } from './patterns-of-panel.ts'
import type { Script } from './scripts.ts'
import type { ClassedWeights } from './weight-reports.ts'
import type { Missing } from './who-is-missing.ts'

/** Scripts in R and Stata that yield these figures again. */
export function attritionScripts({ attrition, provenance, asked, weights }: Missing): Script[] {
  const input = attritionScriptInput({ attrition, provenance, ...asked, weights: madeWeights(weights) })
  const name = `ausfall-${attrition.waves.join('-')}`
  return [
    { name: `${name}.R`, text: attritionInR(input) },
    { name: `${name}.do`, text: attritionInStata(input) },
  ]
}

/** The weights that there are. */
export const madeWeights = (weights: readonly ClassedWeights[]): MadeWeights[] =>
  weights.flatMap(({ made, groupings }) => (typeof made === 'string' ? [] : [{ report: made, groupings }]))

/** The same of more than two waves. */
export function patternScripts({
  patterns,
  provenance,
  asked,
  loaded,
}: Pick<PatternsAnswer, 'patterns' | 'provenance' | 'asked' | 'loaded'>): Script[] {
  const input = patternsScriptInput({ patterns, provenance, units: loaded.units, ...asked })
  const name = `ausfall-${patterns.waves.join('-')}`
  return [
    { name: `${name}.R`, text: patternsInR(input) },
    { name: `${name}.do`, text: patternsInStata(input) },
  ]
}

import { attritionScriptInput } from '../../analysis/scripts/attrition-input.ts'
import type { MadeWeights } from '../../analysis/scripts/made-weights.ts'
import { attritionInR } from '../../analysis/scripts/r/attrition-in-r.ts'
import { attritionInStata } from '../../analysis/scripts/stata/attrition-in-stata.ts'
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

import type { Division } from '../disclosure/known-units.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { WeightReport } from './participation-weights.ts'
import type { Refit } from './weigh-again.ts'

/** How much each unit counts. */
export interface PanelWeights {
  name: string
  label: string
  /** By unit; NaN or 0 for a unit without a weight. */
  values: Float64Array
  /** The places of those who were weighted, whether they say something to the figure or not; else all who have a pair. */
  sample?: readonly number[]
  /** The classes that the weights were fitted to, by unit, so that the error counts only what they leave unexplained. */
  margins?: readonly (readonly string[])[]
  /** What they were made from, where they make up for those who are missing, and the classes of that. */
  report?: WeightReport
  groupings?: readonly Grouping[]
  /** Of what was estimated: how to estimate it again. */
  again?: Refit
  shown?: readonly Division[]
}

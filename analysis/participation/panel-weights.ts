import type { Division } from '../disclosure/known-units.ts'
import type { Grouping } from '../groups/grouping.ts'
import { classSums } from '../stats/class-sums.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { rake } from '../stats/rake.ts'
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

/** The weights where some units had not answered: those that meet cells or margins meet them again, others stay as they are. */
export function weightsWithout(weights: PanelWeights, left: ReadonlySet<number>): PanelWeights | NotDefined {
  const { margins = [], sample } = weights
  const values = weights.values.map((value, index) => (left.has(index) ? Number.NaN : value))
  const kept = sample?.filter((index) => !left.has(index))
  if (kept === undefined || margins.length === 0) return { ...weights, values, ...(kept && { sample: kept }) }
  const all = sample ?? []
  const made = rake(
    margins.map((of, place) => ({
      name: String(place),
      classes: kept.map((index) => of[index] as string),
      totals: Object.fromEntries(
        classSums(
          all.map((index) => of[index] as string),
          all.map((index) => weights.values[index] as number),
        ),
      ),
    })),
  )
  if (!isDefined(made)) return made
  for (const [place, index] of kept.entries()) values[index] = made.weights[place] as number
  return { ...weights, values, sample: kept }
}

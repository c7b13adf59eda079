import { assertGiven, assertPaired } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { quantile } from './quantile.ts'

export interface HidiroglouBerthelot {
  /** The usual change, as a factor: the median of now / then. */
  ratio: number
  /** How far each change lies from the usual one, weighed by size. */
  effects: number[]
  /** The same in distances of the quartile on its side: below 0 it fell further than usual, above it rose. */
  distances: number[] | NotDefined
}

/**
 * Changes that stand out among many, weighed by size: a village may go from 1 to 3, a city not from 900 to 2,700.
 *
 *   r = now / then,  s = r / r̃ − 1 where r ≥ r̃, else 1 − r̃ / r    with r̃ = median(r)
 *   E = s · max(then, now)^U
 *   distance = (E − Ẽ) / max(Q₃ − Ẽ, |A·Ẽ|) above the median Ẽ of the effects, (E − Ẽ) / max(Ẽ − Q₁, |A·Ẽ|) below it
 *
 * A change stands out where its distance is more than C. U from 0 to 1 says how much size counts, A (0.05) keeps changes that all
 * lie close together from standing out. Assumes numbers above 0 and that most are right; quartiles are of type 7. Undefined for n = 0,
 * the distances where a quarter of all beside the median changed alike. M. A. Hidiroglou, J.-M. Berthelot (1986), Survey Methodology 12, 73–83. R:
 * univOutl::HBmethod.
 * @example hidiroglouBerthelot([10, 10, 10, 10, 10], [8, 9, 10, 11, 30], { U: 0, A: 0.05 }).distances[4] // 20
 */
export function hidiroglouBerthelot(
  then: readonly number[],
  now: readonly number[],
  { U, A }: { U: number; A: number },
): HidiroglouBerthelot | NotDefined {
  assertPaired(then, now, 'then and now')
  assertAbove0(then, 'then')
  assertAbove0(now, 'now')
  if (then.length === 0) return notDefined('no-values')
  const ratios = now.map((value, place) => value / (then[place] as number))
  const ratio = quantileOf(ratios, 0.5)
  const effects = ratios.map((own, place) => {
    const moved = own >= ratio ? own / ratio - 1 : 1 - ratio / own
    return moved * Math.max(now[place] as number, then[place] as number) ** U
  })
  const middle = quantileOf(effects, 0.5)
  const least = Math.abs(A * middle)
  const below = Math.max(middle - quantileOf(effects, 0.25), least)
  const above = Math.max(quantileOf(effects, 0.75) - middle, least)
  if (below === 0 || above === 0) return { ratio, effects, distances: notDefined('no-variation') }
  const distances = effects.map((effect) => (effect - middle) / (effect < middle ? below : above))
  return { ratio, effects, distances }
}

const quantileOf = (values: readonly number[], p: number) => quantile(values, p) as number

function assertAbove0(values: readonly number[], name: string): void {
  assertGiven(values, name)
  const place = values.findIndex((value) => value <= 0)
  if (place >= 0) throw new RangeError(`${name}[${place}] is ${values[place]}: what has a ratio is above 0`)
}

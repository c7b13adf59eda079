import { assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { normalQuantile } from './normal-quantile.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * Wilson score interval of a share: where the share of all cases may lie, given `hits` of `n`.
 *
 *   (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)      with p = hits/n
 *
 * Stays within 0…1 and has a width at 0 and at n, which p ± z·√(p(1−p)/n) has not. Assumes independent cases. Undefined
 * for n = 0. E. B. Wilson (1927), JASA 22, 209–212; R: prop.test(3, 20, correct = FALSE).
 * @example wilsonInterval(3, 20) // [0.0523687, 0.3604189], rounded
 */
export function wilsonInterval(hits: number, n: number, level = 0.95): Interval | NotDefined {
  assertShare(level)
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} of ${n} is no share`)
  if (n === 0) return notDefined('no-values')
  const z = normalQuantile((1 + level) / 2)
  const share = hits / n
  const middle = share + z ** 2 / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  const scale = 1 + z ** 2 / n
  return [hits === 0 ? 0 : (middle - reach) / scale, hits === n ? 1 : (middle + reach) / scale]
}

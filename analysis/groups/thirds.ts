import { isDefined } from '../stats/not-defined.ts'
import { quantile } from '../stats/quantile.ts'
import { number } from '../words.ts'
import type { Grouping } from './grouping.ts'

/** So that rounding parts no equal values. */
const nearly = 1e-9

/** Thirds of the units at the quantiles (type 7) of their values, NaN without; one on a cut belongs to the lower third. */
export function thirdsOf(values: Float64Array): Pick<Grouping, 'groups' | 'of'> {
  const given = [...values].filter((value) => !Number.isNaN(value))
  const [low, high] = [quantile(given, 1 / 3), quantile(given, 2 / 3)]
  if (!isDefined(low) || !isDefined(high)) return { groups: [], of: [...values].map(() => '') }
  return {
    groups: [
      { code: '1', label: `unteres Drittel (bis ${number(low)})` },
      { code: '2', label: `mittleres Drittel (bis ${number(high)})` },
      { code: '3', label: `oberes Drittel (über ${number(high)})` },
    ],
    of: [...values].map((value) => {
      if (Number.isNaN(value)) return ''
      return value <= low + nearly ? '1' : value <= high + nearly ? '2' : '3'
    }),
  }
}

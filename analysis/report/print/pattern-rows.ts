import { isTold } from '../../disclosure/hidden.ts'
import { patternRates } from '../../participation/pattern-rates.ts'
import type { Patterns } from '../../participation/patterns.ts'
import { isDefined } from '../../stats/not-defined.ts'
import type { FlatRow } from './comparison-rows.ts'

/** Who answered which waves as a table for programs: patterns of all and of classes, and rates. */
export function patternRows(patterns: Patterns): FlatRow[] {
  const blank = { anzahl: null, von: null, unten: null, oben: null }
  return [
    ...patterns.patterns.map(({ pattern, count }) => ({
      ...{ zeile: 'muster', merkmal: '', klasse: '', name: pattern },
      ...{ ...blank, anzahl: count, von: patterns.units },
    })),
    ...patterns.characteristics.flatMap(({ name, classes }) =>
      classes.flatMap(({ code, units, counts }) =>
        counts.map((count, at) => ({
          ...{ zeile: 'muster', merkmal: name, klasse: code, name: patterns.patterns[at]?.pattern ?? '' },
          ...{ ...blank, anzahl: count, von: units },
        })),
      ),
    ),
    ...patternRates(patterns).map(([name, { yes, of, interval }]) => ({
      ...{ zeile: 'quote', merkmal: '', klasse: '', name, anzahl: yes, von: of },
      unten: isTold(interval) ? (isDefined(interval) ? interval[0] : null) : interval,
      oben: isTold(interval) ? (isDefined(interval) ? interval[1] : null) : interval,
    })),
  ]
}

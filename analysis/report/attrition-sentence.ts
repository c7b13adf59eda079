import { isTold } from '../disclosure/hidden.ts'
import type { Attrition } from '../participation/attrition.ts'
import { isDefined } from '../stats/not-defined.ts'
import { tenths, whole } from '../words.ts'

/** From here on a difference of rates is told as one, after Holm's correction. */
const level = 0.05

/** What came out, in a plain sentence or two: how many answered both times, and by what those who did not differ. */
export function attritionSentence(
  { units, rates: { both }, characteristics }: Pick<Attrition, 'units' | 'rates' | 'characteristics'>,
  many: string,
): string {
  const { yes, of } = both
  const share = isTold(yes) && isTold(of) && of > 0 ? ` (${tenths((100 * yes) / of)} %)` : ''
  const count = isTold(yes) ? whole(yes) : 'Einige'
  const asked = isTold(of) ? whole(of) : whole(units)
  const tested = characteristics.filter(({ tests }) => isDefined(tests.both))
  const differing = tested.filter(({ tests }) => isDefined(tests.both) && tests.both.pHolm < level)
  return `${count} von ${asked} ${many}, die in beiden Wellen befragt wurden, haben beide Male geantwortet${share}. ${differenceWords(
    tested.map(({ label }) => label),
    differing.map(({ label }) => label),
  )}`
}

function differenceWords(tested: readonly string[], differing: readonly string[]): string {
  if (tested.length === 0) return 'Ob sich die Fehlenden unterscheiden, lässt sich nicht prüfen.'
  if (differing.length === 0)
    return 'Kein Merkmal aus dem Register zeigt, dass sich die Fehlenden von den anderen unterscheiden.'
  const others = tested.length === differing.length ? '' : '; nach den übrigen Merkmalen ist kein Unterschied zu sehen'
  return `Die Fehlenden unterscheiden sich von den anderen nach: ${differing.join(', ')}${others}.`
}

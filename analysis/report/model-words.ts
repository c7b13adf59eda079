import type { NotDefined } from '../stats/not-defined.ts'
import { whyNot } from '../words.ts'

/** Why there is no logit. */
export function noModel({ notDefined, where = [] }: NotDefined): string {
  const named = where.length === 0 ? '' : ` (${where.join(', ')})`
  if (notDefined === 'separated')
    return `nicht schätzbar, weil ein Merkmal die Teilnahme fehlerfrei vorhersagt und der Koeffizient damit unbegrenzt wächst${named}.`
  if (notDefined === 'collinear') return `nicht schätzbar, weil ein Merkmal aus den anderen folgt${named}.`
  return `nicht schätzbar: ${whyNot({ notDefined })}${named}.`
}

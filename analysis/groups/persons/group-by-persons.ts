import { type Column, hasValue } from '../../panel/column.ts'
import type { PanelVariable } from '../../panel/variable.ts'
import type { Grouping } from '../grouping.ts'
import { thirdsOf } from '../thirds.ts'
import { aggregatePersons, shareOfEach } from './aggregate-persons.ts'
import type { PersonLink } from './link-persons.ts'

/**
 * Divides Kommunen by what their Integrationsmanager/-innen answered: numbers into thirds of the Kommunen, boxes to tick by
 * whether none, some or all ticked, choices by what most chose.
 */
export function groupByPersons(
  { name, label, kind, categories }: PanelVariable,
  answers: Column,
  links: readonly PersonLink[],
  kommunen: readonly string[],
): Grouping {
  const named = { name, label: `${label} (Integrationsmanager/-innen)` }
  if (kind === 'category') {
    const codes = categories.map(({ code }) => code)
    const shares = shareOfEach(links, answers, kommunen, codes).map(({ result }) => result)
    return {
      ...named,
      groups: [...categories, mixed],
      of: kommunen.map((_gkz, index) => mostChosen(shares, codes, index)),
    }
  }
  const { result } = aggregatePersons(links, answers, kommunen)
  if (kind === 'flag') return { ...named, groups: ticked, of: kommunen.map((_gkz, index) => tickedBy(result, index)) }
  return { ...named, ...thirdsOf(result.values) }
}

const mixed = { code: 'gemischt', label: 'nichts überwiegt' }
const ticked = [
  { code: 'niemand', label: 'niemand' },
  { code: 'teils', label: 'ein Teil' },
  { code: 'alle', label: 'alle' },
]
const nearly = 1e-9

function mostChosen(shares: readonly Column[], codes: readonly string[], index: number): string {
  const own = shares.map((share) => share.values[index] as number)
  if (shares.length === 0 || !hasValue(shares[0] as Column, index)) return ''
  const most = Math.max(...own)
  const chosen = codes.filter((_code, place) => (own[place] as number) > most - nearly)
  return chosen.length === 1 ? (chosen[0] as string) : mixed.code
}

function tickedBy(result: Column, index: number): string {
  if (!hasValue(result, index)) return ''
  const share = result.values[index] as number
  return share < nearly ? 'niemand' : share > 1 - nearly ? 'alle' : 'teils'
}

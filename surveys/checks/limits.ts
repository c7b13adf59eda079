import { numberOf } from '../answer/cells.ts'
import type { Check, Limit, Limits } from './check.ts'
import type { Asked } from './kind.ts'

/** The limits that the checks of a questionnaire set, by each of the numbers that they limit. */
export function limitsOf(checks: readonly Check[]): Limits {
  const limits = new Map<string, Limit[]>()
  for (const check of checks) {
    if (check.kind !== 'sum' && check.kind !== 'compare') continue
    const total =
      'variables' in check.right && check.right.variables.length === 1 ? check.right.variables[0] : undefined
    if (total === undefined || check.relation === 'atLeast') continue
    const limit = { members: check.left, total }
    for (const name of check.left) limits.set(name, [...(limits.get(name) ?? []), limit])
  }
  return limits
}

/** What some numbers can be together at most, and the fields from which that follows. */
export interface Most {
  high: number
  from: string[]
}

type Looked = Pick<Asked, 'cells' | 'instrument'>

/**
 * What is left over for some numbers of which not all are known: the total that limits them, less what stands in the fields
 * beside them. A total that is not known itself may have a limit of its own. Of several the narrowest counts.
 */
export function mostOf(names: readonly string[], looked: Looked, seen: readonly string[] = []): Most | undefined {
  const { cells, instrument } = looked
  const open = names.filter((name) => numberOf(cells, name) === undefined)
  const [first = ''] = open
  const covering = (instrument.limits.get(first) ?? []).filter(
    ({ members, total }) => !seen.includes(total) && open.every((name) => members.includes(name)),
  )
  return covering
    .flatMap((limit) => leftOver(names, limit, looked, seen))
    .reduce<Most | undefined>((least, one) => (least === undefined || one.high < least.high ? one : least), undefined)
}

function leftOver(
  names: readonly string[],
  { members, total }: Limit,
  looked: Looked,
  seen: readonly string[],
): Most[] {
  const { cells } = looked
  const value = numberOf(cells, total)
  const most = value === undefined ? mostOf([total], looked, [...seen, total]) : { high: value, from: [total] }
  if (most === undefined) return []
  const known = (some: readonly string[]) => some.reduce((sum, name) => sum + (numberOf(cells, name) ?? 0), 0)
  const others = members.filter((name) => !names.includes(name) && numberOf(cells, name) !== undefined)
  const free = names.filter((name) => !members.includes(name))
  const high = Math.max(known(names), known(free) + most.high - known(others))
  return [{ high, from: [...most.from, ...others] }]
}

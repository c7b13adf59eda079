import { type Behind, countBehind } from '../disclosure/behind.ts'
import { CountTable, type Place } from '../disclosure/count-table.ts'
import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { Change, Division, PartChange, Total, VariableChange, WaveChanges } from './wave-changes.ts'

/** What may be told of a change: how many values of how many units, and by how much their sum changed. */
export interface ToldChange {
  values: Told<number>
  units: Told<number>
  sum: Told<number | undefined>
}

export interface ToldVariable extends Omit<VariableChange, 'change' | 'before' | 'after'> {
  change: ToldChange
  before: Told<number | undefined>
  after: Told<number | undefined>
}

interface ToldPart {
  code: string
  change: ToldChange
  variables: readonly { name: string; change: ToldChange }[]
}

export interface ToldChanges {
  change: ToldChange
  variables: readonly ToldVariable[]
  parts: Readonly<Partial<Record<Division, readonly ToldPart[]>>>
}

/** All of it, for those who may look at single answers. */
export const tellAllChanges = (changes: WaveChanges): ToldChanges =>
  tellBy(changes, ['reason', 'source', 'account'], { isTold: () => true, isTotalTold: () => true })

/**
 * For everybody else: nothing that tells of fewer than three, or from which that follows. The counts of values add up in two ways,
 * over variables and over parts; a sum is told where its count is. Who made a correction is for the office.
 */
export function discloseChanges(changes: WaveChanges, behind: Behind): ToldChanges {
  const table = new CountTable()
  const places = new Map<Change, Place>()
  const add = (change: Change): Place => {
    const place = table.add(change.values, { contributors: countBehind(change.indices, behind) })
    places.set(change, place)
    return place
  }
  const told = ['reason', 'source'] as const
  const total = add(changes.change)
  const ofVariable = new Map(changes.variables.map(({ name, change }) => [name, add(change)]))
  table.sum([...ofVariable.values()], total)
  for (const division of told) {
    const parts = changes.parts[division]
    const cells = new Map<string, Place[]>()
    const whole = parts.map(({ change, variables }) => {
      const place = add(change)
      const own = variables.map(({ name, change: cell }) => {
        const at = add(cell)
        cells.set(name, [...(cells.get(name) ?? []), at])
        return at
      })
      table.sum(own, place)
      return place
    })
    table.sum(whole, total)
    for (const [name, own] of cells) table.sum(own, ofVariable.get(name) as Place)
  }
  return tellBy(changes, told, {
    isTold: (change) => table.isTold(places.get(change) as Place),
    isTotalTold: ({ indices }) => !isFew(countBehind(indices, behind)),
  })
}

interface Sight {
  isTold(change: Change): boolean
  isTotalTold(total: Total): boolean
}

function tellBy({ change, variables, parts }: WaveChanges, told: readonly Division[], sight: Sight): ToldChanges {
  const tell = (one: Change): ToldChange =>
    sight.isTold(one)
      ? { values: one.values, units: one.indices.length, sum: one.sum }
      : { values: hidden, units: hidden, sum: hidden }
  const tellPart = ({ code, change: own, variables: some }: PartChange): ToldPart => ({
    code,
    change: tell(own),
    variables: some.map(({ name, change: cell }) => ({ name, change: tell(cell) })),
  })
  return {
    change: tell(change),
    variables: variables.map(({ change: own, before, after, ...variable }) => {
      const areTold = sight.isTold(own) && sight.isTotalTold(before) && sight.isTotalTold(after)
      return {
        ...variable,
        change: tell(own),
        before: areTold ? before.value : hidden,
        after: areTold ? after.value : hidden,
      }
    }),
    parts: Object.fromEntries(told.map((division) => [division, parts[division].map(tellPart)])),
  }
}

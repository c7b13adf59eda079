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
  /** [] where nothing of a single variable is told. */
  variables: readonly { name: string; change: ToldChange }[]
}

export interface ToldChanges {
  change: ToldChange
  variables: readonly ToldVariable[]
  parts: Readonly<Partial<Record<Division, readonly ToldPart[]>>>
}

/** All of it, for those who may look at single answers. */
export const tellAllChanges = (changes: WaveChanges): ToldChanges =>
  tellBy(changes, { isTold: () => true, isTotalTold: () => true })

/**
 * For everybody else: nothing that tells of fewer than three, or from which that follows. Variables are decided first, since they
 * say most; then the total, and how many there are of each reason and source, over all variables. Who made a correction is for the office.
 */
export function discloseChanges(changes: WaveChanges, behind: Behind): ToldChanges {
  const table = new CountTable()
  const places = new Map<Change, Place>()
  const add = ({ change }: { change: Change }): Place => {
    const place = table.add(change.values, { contributors: countBehind(change.indices, behind) })
    places.set(change, place)
    return place
  }
  const divisions = ['reason', 'source'] as const
  const ofVariables = changes.variables.map(add)
  table.decide()
  const total = add(changes)
  table.sum(ofVariables, total)
  for (const division of divisions) table.sum(changes.parts[division].map(add), total)
  const sight: Sight = {
    isTold: (change) => table.isTold(places.get(change) as Place),
    isTotalTold: ({ indices }) => !isFew(countBehind(indices, behind)),
  }
  const parts = divisions.map((division) => [
    division,
    changes.parts[division].map((part) => ({ ...part, variables: [] })),
  ])
  return tellBy({ ...changes, parts: Object.fromEntries(parts) }, sight)
}

interface Sight {
  isTold(change: Change): boolean
  isTotalTold(total: Total): boolean
}

function tellBy(
  { change, variables, parts }: Omit<WaveChanges, 'parts'> & { parts: Partial<WaveChanges['parts']> },
  sight: Sight,
): ToldChanges {
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
    parts: Object.fromEntries(Object.entries(parts).map(([division, some]) => [division, some.map(tellPart)])),
  }
}

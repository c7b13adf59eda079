import { type Address, addressFieldNames } from './address.ts'

/** What a list would change. */
export interface AddressChanges {
  added: Address[]
  changed: { before: Address; after: Address }[]
  unchanged: number
}

/** Addresses of a list held against those that hold now. */
export function compareAddresses(present: readonly Address[], given: readonly Address[]): AddressChanges {
  const known = new Map(present.map((one) => [one.unit, one]))
  const added = given.filter(({ unit }) => !known.has(unit))
  const changed = given.flatMap((after) => {
    const before = known.get(after.unit)
    return before === undefined || isSame(before, after) ? [] : [{ before, after }]
  })
  return { added, changed, unchanged: given.length - added.length - changed.length }
}

const isSame = (one: Address, other: Address) => addressFieldNames.every((field) => one[field] === other[field])

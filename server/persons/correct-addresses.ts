import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { type AddressField, addressFaults, addressFieldNames } from '../registry/address.ts'
import { type KeptAddress, keepAddresses, presentAddresses } from '../store/addresses.ts'
import type { PersonText } from '../store/person-texts.ts'

/** Of an address that holds now, how one of its parts reads, and how it is to read. */
export interface AddressCorrection {
  id: number
  field: AddressField
  before: string
  after: string
}

/** The part of an address that holds now which a text is, if it is one. */
export function addressPart({
  table,
  column,
  key,
  row,
}: PersonText): Pick<AddressCorrection, 'id' | 'field'> | undefined {
  const field = addressFieldNames.find((name) => name === column)
  if (table !== 'contact.address' || field === undefined || row.until !== null) return undefined
  return { id: Number(key.id), field }
}

/** What the addresses would be; undefined for one that no longer holds, or reads otherwise by now. */
function corrected(present: readonly KeptAddress[], corrections: readonly AddressCorrection[]) {
  return [...new Set(corrections.map(({ id }) => id))].map((id) => {
    const own = corrections.filter((one) => one.id === id)
    const address = present.find((one) => one.id === id)
    if (address === undefined || own.some(({ field, before }) => address[field] !== before)) return undefined
    return { ...address, ...Object.fromEntries(own.map(({ field, after }) => [field, after.trim()])) }
  })
}

/** Why it cannot be corrected so, for each, or ''. */
export async function addressCorrectionFaults(db: Db, corrections: readonly AddressCorrection[]): Promise<string[]> {
  const addresses = corrected(await presentAddresses(db), corrections)
  return corrections.map(({ id, field, before, after }) => {
    if (after.trim() === before.trim()) return 'Das ist derselbe Text.'
    const address = addresses.find((one) => one?.id === id)
    const faults = address === undefined ? [] : addressFaults(address)
    return faults.find(([faulty]) => faulty === field)?.[1] ?? ''
  })
}

/** Lets the corrected addresses hold from now on; what they were before is history. Says how many parts were corrected. */
export async function correctAddresses(
  trx: Db,
  corrections: readonly AddressCorrection[],
  accountId: number,
): Promise<number> {
  if (corrections.length === 0) return 0
  const addresses = corrected(await presentAddresses(trx), corrections)
  if (addresses.includes(undefined))
    throw new InputError(
      'Inzwischen wurde eine der Anschriften geändert. Es ist nichts berichtigt, bitte sehen Sie noch einmal nach.',
    )
  await keepAddresses(
    trx,
    addresses.flatMap((one) => one ?? []),
    { source: 'office', accountId },
  )
  return corrections.length
}

import { addressLine, type Receiver } from './receiver.ts'

/** Where each letter goes, as it is kept of it. */
export function recipientsOf(receivers: readonly Receiver[]): ReadonlyMap<number, string> {
  return new Map(receivers.map(({ id, address }) => [id, address === null ? '' : addressLine(address)]))
}

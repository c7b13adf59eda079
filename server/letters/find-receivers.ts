import { comparableName } from '../../surveys/reading/gkz.ts'
import type { Receiver } from './receiver.ts'

/** How many are shown: who finds more has to say more. */
export const mostFound = 20

const plain = (name: string) => comparableName(name.normalize('NFD').replace(/\p{M}/gu, ''))

/** By key or number, or by a part of the name, with umlauts or as who has none on the keyboard writes them. */
export function findReceivers(receivers: readonly Receiver[], searched: string): Receiver[] {
  const key = searched.trim()
  if (/^\d/.test(key)) return receivers.filter(({ unit }) => unit.startsWith(key))
  const wanted = comparableName(key)
  if (wanted === '') return []
  const named = receivers.map((receiver) => {
    const { name } = receiver
    return { receiver, place: Math.max(comparableName(name).indexOf(wanted), plain(name).indexOf(wanted)) }
  })
  return named
    .filter(({ place }) => place >= 0)
    .sort((a, b) => Math.sign(a.place) - Math.sign(b.place) || a.receiver.name.localeCompare(b.receiver.name, 'de'))
    .map(({ receiver }) => receiver)
}

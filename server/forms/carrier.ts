import type { Db } from '../database/database.ts'
import { hashToken } from '../domain/session-token.ts'
import type { Place } from '../http/pages/addresses.ts'
import { type CarriedUnit, type Carrier, carriedUnits, carriersOf } from '../store/carrier-codes.ts'

/** What a carrier has before it: the Kommunen for which it answers. */
export interface CarrierList extends Carrier {
  units: CarriedUnit[]
}

/** The lists of somebody who is logged in as a carrier. */
export async function carrierLists(db: Db, token: string): Promise<CarrierList[]> {
  if (token === '') return []
  const carriers = await carriersOf(db, hashToken(token))
  return Promise.all(carriers.map(async (one) => ({ ...one, units: await carriedUnits(db, one) })))
}

/** A form that somebody may open as a carrier; undefined for all of which it is none. */
export async function carriedForm(
  db: Db,
  token: string,
  { wave, unit }: Place,
): Promise<(Place & { participantId: number; open: boolean }) | undefined> {
  const lists = (await carrierLists(db, token)).filter((one) => one.wave === wave)
  const own = lists.flatMap(({ units }) => units).find((one) => one.unit === unit)
  return own && { wave, unit, participantId: own.participantId, open: own.open }
}

import type { Db } from '../database/database.ts'
import { addressesOf } from '../store/addresses.ts'
import { personFacts, provisionsOf, recipientPast } from '../store/funding-list.ts'
import { gemeindePast, kreisPast, numbersOf, successionsOf, verbuendeIn, wavesOf } from '../store/register-unit.ts'
import { membershipsOf, membersOf } from '../store/responsibility.ts'
import { verbundName } from '../store/verbuende.ts'

/** All that the register knows under a key: of a Kommune, a Kreis, an Antragsverbund (which may share its key), or a person. */
export async function readUnit(db: Db, key: string) {
  const [
    past,
    successions,
    kreis,
    verbund,
    memberships,
    members,
    numbers,
    waves,
    addresses,
    choices,
    recipient,
    provisions,
    person,
  ] = await Promise.all([
    gemeindePast(db, key),
    successionsOf(db, key),
    kreisPast(db, key),
    verbundName(db, key),
    membershipsOf(db, key),
    membersOf(db, key),
    numbersOf(db, key),
    wavesOf(db, key),
    addressesOf(db, key),
    verbuendeIn(db, key.slice(0, 3)),
    recipientPast(db, key),
    provisionsOf(db, key),
    personFacts(db, key),
  ])
  const now = memberships.find(({ until }) => until === null)
  const companions = now === undefined ? [] : await membersOf(db, now.verbund)
  return {
    key,
    past,
    successions,
    kreis,
    verbund,
    memberships,
    companions: companions.filter(({ until }) => until === null).length,
    members,
    numbers,
    waves,
    addresses,
    funding: { recipient, provisions, person },
    choices,
  }
}

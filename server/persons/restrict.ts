import { randomUUID } from 'node:crypto'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { inErasureTurn } from '../store/erasures.ts'
import { closeActed, holdRequest } from '../store/person-requests.ts'
import { type Lifting, lift, listRestrictions, type Restriction, restrict } from '../store/restrictions.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { reachOf } from './act-proof.ts'
import { noteInList } from './erasure-list.ts'
import { type Extent, type RestrictionGround, restrictionText } from './restriction.ts'
import { liftingLine, restrictionLine, restrictionsOf } from './restriction-list.ts'

interface Sources {
  db: Db
  config: { dataDir: string }
}

/** What is to be restricted. */
export interface Mark {
  participantId: number
  extent: Extent
  /** Of a single text. */
  field: string | null
}

interface Requested {
  request: number
  /** The account that acts. */
  by: number
  ground: RestrictionGround
  marks: readonly Mark[]
}

/**
 * Restricts what a request asks for, and keeps what shows it. The list beside the database says it first, so that no older state
 * that comes back uses it again.
 */
export async function restrictRequested({ db, config }: Sources, { request: id, by, ground, marks }: Requested) {
  return inErasureTurn(db, async (trx) => {
    const asked = await holdRequest(trx, id)
    if (asked === undefined) throw new InputError(`Das Anliegen ${id} gibt es nicht.`)
    if (asked.kind !== 'einschraenkung' || asked.state !== 'open')
      throw new InputError(`Anliegen ${id} ist keines auf Einschränkung, oder es ist beendet.`)
    const at = new Date()
    const all: Restriction[] = marks.map((mark) => ({
      ...mark,
      id: randomUUID(),
      at,
      ground,
      request: id,
      accountId: by,
    }))
    const reach = await reachOf(trx, {
      participants: marks.map(({ participantId }) => participantId),
      isMeant: ({ participantId, field, holds }) =>
        marks.some(
          (mark) =>
            mark.participantId === participantId &&
            (mark.extent === 'form' || mark.field === field || (mark.extent === 'contact' && holds === 'contact')),
        ),
    })
    await noteInList(trx, config.dataDir, all.map(restrictionLine))
    const count = await restrict(trx, all)
    if (count === 0) throw new InputError('Das alles ist schon eingeschränkt.')
    const counted = (extent: Extent) => marks.filter((mark) => mark.extent === extent).length
    const counts = { fields: counted('text'), forms: counted('form'), contacts: counted('contact') }
    await closeActed(trx, id, { by, proof: { act: 'restriction', counts, ...reach } })
    const detail = { request: id, marks: count, ground: restrictionText(ground) }
    await noteStaff(trx, { action: 'person_restricted', accountId: by, detail })
    return count
  })
}

interface Lifted {
  request: number
  by: number
  /** When the person was told. */
  toldOn: string
  /** Which of its restrictions; all where it is left out. */
  ids?: ReadonlySet<string>
}

/** Lifts restrictions of a request. Comes back with how many. */
export async function liftRequested({ db, config }: Sources, { request, by, toldOn, ids }: Lifted): Promise<number> {
  return inErasureTurn(db, async (trx) => {
    const all = await listRestrictions(trx, { request })
    const meant = all.filter(({ id, liftedAt }) => liftedAt === null && (ids?.has(id) ?? true))
    if (meant.length === 0) return 0
    const at = new Date()
    const liftings: Lifting[] = meant.map(({ id }) => ({ id, at, toldOn, accountId: by }))
    await noteInList(trx, config.dataDir, liftings.map(liftingLine))
    const count = await lift(trx, liftings)
    await noteStaff(trx, { action: 'person_lifted', accountId: by, detail: { request, marks: count } })
    return count
  })
}

/**
 * Restricts and lifts once more what the list says, in its order, because an older state of the database has come back. Says how often
 * it was not there.
 */
export async function restrictAgain(trx: Db, list: string): Promise<number> {
  let count = 0
  for (const line of restrictionsOf(list))
    count += await ('restriction' in line ? restrict(trx, [line.restriction]) : lift(trx, [line.lifting]))
  return count
}

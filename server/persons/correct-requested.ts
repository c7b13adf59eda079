import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { Forms } from '../forms/form.ts'
import { closeActed, holdRequest } from '../store/person-requests.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { reachOf } from './act-proof.ts'
import { type Corrected, type Corrections, correctTexts } from './correct.ts'
import { type AddressCorrection, correctAddresses } from './correct-addresses.ts'

interface Requested extends Corrections {
  addresses: readonly AddressCorrection[]
  request: number
  /** The account that acts. */
  by: number
}

/** Corrects what a request asks for, and keeps what shows it. The log holds how much, never what. */
export async function correctRequested(
  { db, forms }: { db: Db; forms: Forms },
  { request: id, by, texts, initials, addresses }: Requested,
): Promise<Corrected & { addresses: number }> {
  return db.transaction().execute(async (trx) => {
    const request = await holdRequest(trx, id)
    if (request === undefined) throw new InputError(`Das Anliegen ${id} gibt es nicht.`)
    const { kind, state } = request
    if (kind !== 'berichtigung' || state !== 'open')
      throw new InputError(`Anliegen ${id} ist keines auf Berichtigung, oder es ist beendet.`)
    const reach = await reachOf(trx, {
      participants: texts.map(({ participantId }) => participantId),
      isMeant: (found) =>
        texts.some(
          ({ participantId, field, before }) =>
            participantId === found.participantId && field === found.field && before.trim() === found.text.trim(),
        ),
    })
    const counts = {
      ...(await correctTexts(trx, forms, { texts, initials }, { accountId: by, request: id })),
      addresses: await correctAddresses(trx, addresses, by),
    }
    await closeActed(trx, id, { by, proof: { act: 'correction', counts: { ...counts }, ...reach } })
    await noteStaff(trx, { action: 'person_corrected', accountId: by, detail: { request: id, ...counts } })
    return counts
  })
}

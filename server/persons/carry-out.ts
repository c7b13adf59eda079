import type { Db } from '../database/database.ts'
import { dropComputations } from '../store/computations.ts'
import { type Erased, type Erasure, eraseTexts } from '../store/erase-texts.ts'
import { knownAccount } from '../store/erasures.ts'
import { closeErased, holdProposed } from '../store/person-requests.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { findByTerms } from './find-person.ts'
import { deleteMails, filesTo, isMailText } from './mail-files.ts'
import { proofOf } from './proof-of.ts'
import { searchTerms } from './search-terms.ts'

/**
 * Erases what a line of the list says, closes the request that it answers where that still waits for it, and notes it: one
 * transaction, now or when it is made up for. Where nothing was there any more, nothing is noted.
 */
export async function carryOut(trx: Db, dataDir: string, erasure: Erasure): Promise<Erased> {
  const searched = { db: trx, config: { dataDir } }
  const request = await holdProposed(trx, erasure)
  const find = async () => (request === undefined ? undefined : findByTerms(searched, searchTerms(request.searched)))
  const before = await find()
  const files = erasure.texts.filter(isMailText).flatMap(({ key }) => key.file ?? [])
  const own = await filesTo(trx, erasure.cut)
  const erased = await eraseTexts(trx, { ...erasure, texts: erasure.texts.filter((text) => !isMailText(text)) })
  erased.texts += await deleteMails(dataDir, erased.cut > 0 ? [...files, ...own] : files)
  await dropComputations(trx)
  const after = await find()
  if (request !== undefined && before !== undefined && after !== undefined)
    await closeErased(trx, request.id, { by: request.consentId, proof: { ...proofOf(request, before, after), erased } })
  else if (erased.texts + erased.initials + erased.cut === 0) return erased
  await note(trx, erasure, erased)
  return erased
}

/** Of a request it is noted who agreed, else who erased; the other of the two stands beside. */
async function note(trx: Db, { request, ground, accountId, consentId }: Erasure, erased: Erased): Promise<void> {
  const [account, consent] = [await knownAccount(trx, accountId), await knownAccount(trx, consentId)]
  await noteStaff(trx, {
    action: 'person_erased',
    ...(request === null
      ? { accountId: account, detail: { ground, consent: consentId, ...erased } }
      : { accountId: consent, detail: { request, ground, proposed: accountId, ...erased } }),
  })
}

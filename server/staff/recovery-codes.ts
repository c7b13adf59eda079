import type { AppContext } from '../boot/context.ts'
import { hashSlowly, newAccessCode } from '../domain/access-code.ts'
import { storeRecoveryCodes } from '../store/second-factor.ts'
import { noteStaff } from '../store/staff-audit.ts'

const howMany = 8

/** New codes for the day the app is lost. They come back this once; their hashes are kept, and former codes end. */
export async function issueRecoveryCodes({ db, keys }: AppContext, accountId: number): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newAccessCode)
  const hashes = await Promise.all(codes.map((code) => hashSlowly(code, keys.recoveryCode)))
  await db.transaction().execute(async (trx) => {
    await storeRecoveryCodes(trx, accountId, hashes)
    await noteStaff(trx, { action: 'recovery_codes_issued', accountId })
  })
  return codes
}

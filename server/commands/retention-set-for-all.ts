import { actingAccount } from './acting.ts'
import type { Io } from './io.ts'
import { readTermFileForAll } from './terms-file.ts'
import { withContext } from './with-context.ts'

/** What stands where else a wave is named. */
export const forAll = 'alle'

/** Says how long the log is kept. */
export async function setForAll(file: string, values: { als?: string | undefined }, io: Io): Promise<void> {
  const { days } = await readTermFileForAll(file)
  const { logRule } = await import('../retention/rules.ts')
  const { logTermWords } = await import('../retention/words.ts')
  const { setLogDays } = await import('../store/log-cuts.ts')
  const { noteStaff } = await import('../store/staff-audit.ts')
  await withContext(io, {}, async (context) => {
    const accountId = await actingAccount(context, values)
    await context.db.transaction().execute(async (trx) => {
      await setLogDays(trx, days)
      await noteStaff(trx, { action: 'retention_set', accountId, detail: { log: { days } } })
    })
    io.print(`${forAll} log: ${logRule.label}: ${logTermWords(days)}`)
  })
}

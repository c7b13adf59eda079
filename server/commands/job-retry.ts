import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'job retry',
  summary: 'Einen Auftrag noch einmal versuchen',
  usage: 'NUMMER [--als KONTO]',
  arguments: { min: 1, max: 1 },
  options: actingOption,
  async run({ values, positionals: [job = ''] }, io) {
    const { retryByHand } = await import('../jobs/by-hand.ts')
    const { wholeNumber } = await import('./whole-number.ts')
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      if (!(await retryByHand(context.db, wholeNumber('NUMMER', job), accountId)))
        throw new InputError(`Dieser Auftrag ist nicht gescheitert: ${job}. „stichtag job list“ zeigt alle.`)
      io.print('Ein laufender Server versucht es noch einmal.')
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'job stop',
  summary: 'Einen Auftrag anhalten',
  usage: 'NUMMER [--als KONTO]',
  arguments: { min: 1, max: 1 },
  options: actingOption,
  async run({ values, positionals: [job = ''] }, io) {
    const { stopByHand } = await import('../jobs/by-hand.ts')
    const { wholeNumber } = await import('./whole-number.ts')
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      if (!(await stopByHand(context.db, wholeNumber('NUMMER', job), accountId)))
        throw new InputError(
          `Diesen Auftrag gibt es nicht, oder er ist schon zu Ende: ${job}. „stichtag job list“ zeigt alle.`,
        )
      io.print('Der Auftrag ist angehalten.')
    })
  },
})

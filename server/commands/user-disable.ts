import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'user disable',
  summary: 'Ein Konto sperren und seine Sitzungen beenden',
  usage: 'NAME [--als KONTO]',
  details: ['Das Konto bleibt im Protokoll stehen. „stichtag user reset“ öffnet es wieder.'],
  arguments: { min: 1, max: 1 },
  options: actingOption,
  async run({ values, positionals: [name = ''] }, io) {
    const { disableAccount } = await import('../store/staff-accounts.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      if (!(await disableAccount(context.db, { name, by })))
        throw new InputError(`Das Konto „${name}“ gibt es nicht. „stichtag user list“ zeigt alle.`)
      io.print(`Konto ${name} ist gesperrt.`)
    })
  },
})

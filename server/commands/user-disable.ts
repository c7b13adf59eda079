import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'user disable',
  summary: 'Ein Konto sperren und seine Sitzungen beenden',
  usage: 'NAME',
  details: ['Das Konto bleibt im Protokoll stehen. „stichtag user reset“ öffnet es wieder.'],
  arguments: { min: 1, max: 1 },
  options: {},
  async run({ positionals: [name = ''] }, io) {
    const { disableAccount } = await import('../store/staff-accounts.ts')
    await withContext(io, {}, async ({ db }) => {
      if (!(await disableAccount(db, { name })))
        throw new InputError(`Das Konto „${name}“ gibt es nicht. „stichtag user list“ zeigt alle.`)
      io.print(`Konto ${name} ist gesperrt.`)
    })
  },
})

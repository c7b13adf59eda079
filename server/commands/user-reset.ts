import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'user reset',
  summary: 'Ein Konto zurücksetzen: neues erstes Kennwort, zweiter Faktor von vorn',
  usage: 'NAME [--als KONTO]',
  details: [
    'Für alle, die Kennwort oder App verloren haben. Alle Sitzungen des Kontos enden; ein gesperrtes Konto ist wieder offen.',
  ],
  arguments: { min: 1, max: 1 },
  options: actingOption,
  async run({ values, positionals: [name = ''] }, io) {
    const { startAnew } = await import('../staff/manage-accounts.ts')
    await withContext(io, {}, async (context) => {
      const password = await startAnew(context, { name, by: await actingAccount(context, values) })
      if (password === undefined)
        throw new InputError(`Das Konto „${name}“ gibt es nicht. „stichtag user list“ zeigt alle.`)
      io.print(`Konto ${name} zurückgesetzt. Erstes Kennwort: ${password}`)
    })
  },
})

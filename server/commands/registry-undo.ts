import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'registry undo',
  summary: 'Zurücknehmen, was ins Verzeichnis oder an Anschriften eingelesen wurde',
  usage: 'NUMMER [--als KONTO]',
  details: ['Danach steht im Verzeichnis, was vorher darin stand. „stichtag registry list“ zeigt die Nummern.'],
  arguments: { min: 1, max: 1 },
  options: { ...actingOption },
  async run({ values, positionals: [number = ''] }, io) {
    if (!/^\d{1,9}$/.test(number)) throw new UsageError(`„${number}“ ist keine Nummer aus „stichtag registry list“.`)
    const { undoRegistryImport } = await import('../registry/undo-import.ts')
    await withContext(io, {}, async (context) => {
      const undone = await undoRegistryImport(context.db, Number(number), await actingAccount(context, values))
      if (undone === undefined)
        throw new InputError(`Die Nummer ${number} gibt es nicht, oder sie ist schon zurückgenommen.`)
      io.print(`${undone.fileName} ist zurückgenommen.`)
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'admindata undo',
  summary: 'Eine eingelesene Datei zurücknehmen',
  usage: 'NUMMER [--grund TEXT] [--als KONTO]',
  details: ['Was die Datei ersetzt hatte, gilt danach wieder. „stichtag admindata list“ zeigt die Nummern.'],
  arguments: { min: 1, max: 1 },
  options: { grund: { type: 'string', value: 'TEXT', help: 'warum; steht danach in der Liste' }, ...actingOption },
  async run({ values, positionals: [number = ''] }, io) {
    if (!/^\d{1,9}$/.test(number)) throw new UsageError(`„${number}“ ist keine Nummer aus „stichtag admindata list“.`)
    const { undoImport } = await import('../admindata/undo-import.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const undone = await undoImport(context.pool, Number(number), values.grund ?? null, by)
      if (undone === undefined) {
        throw new InputError(`Die Nummer ${number} gibt es nicht, oder sie ist schon zurückgenommen.`)
      }
      io.print(`${undone.file} ist zurückgenommen: ${undone.observations.toLocaleString('de-DE')} Angaben.`)
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'texts undo',
  summary: 'Die Texte einer Quelle zurücknehmen, die aus einer Datei eingelesen wurde',
  usage: 'WELLE NUMMER [--als KONTO]',
  details: [
    '„texts list“ nennt eine Quelle mit der Nummer 3 „datei_3“. In früheren Ständen der Daten bleiben ihre Texte.',
  ],
  arguments: { min: 2, max: 2 },
  options: actingOption,
  async run({ values, positionals: [wave = '', number = ''] }, io) {
    if (!/^\d{1,9}$/.test(number)) throw new UsageError(`„${number}“ ist keine Nummer einer Quelle.`)
    const { undoTexts } = await import('../texts/import-texts.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      if (!(await undoTexts(context.db, { wave, source: Number(number), by })))
        throw new InputError(`Die Quelle ${number} gibt es in „${wave}“ nicht, oder sie ist schon zurückgenommen.`)
      io.print('Die Texte der Quelle sind zurückgenommen.')
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'query close',
  summary: 'Rückfragen abschließen; was sie betrafen, lässt sich nach der Frist dann nicht mehr ändern',
  usage: 'WELLE NUMMER … [--als KONTO]',
  arguments: { min: 2, max: 5000 },
  options: { ...actingOption },
  async run({ values, positionals: [id = '', ...numbers] }, io) {
    const { closeQueries, findQueries } = await import('../store/queries.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const by = await actingAccount(context, values)
      const own = new Set((await findQueries(db, { wave: id, account: by })).map((query) => String(query.id)))
      const strange = numbers.filter((number) => !own.has(number))
      if (strange.length > 0)
        throw new InputError(`Zu ${id} gibt es diese Rückfragen nicht: ${strange.join(', ')}. Nichts ist geändert.`)
      const closed = await closeQueries(db, { ids: numbers.map(Number), wave: id, by })
      io.print(`${closed} ${closed === 1 ? 'Rückfrage' : 'Rückfragen'} abgeschlossen.`)
    })
  },
})

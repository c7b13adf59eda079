import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave close',
  summary: 'Eine Welle schließen: angenommen werden nur noch Antworten auf Rückfragen',
  usage: 'WELLE [--am TAG] [--als KONTO]',
  arguments: { min: 1, max: 1 },
  options: {
    am: { type: 'string', value: 'TAG', help: 'nicht jetzt, sondern an diesem Tag von selbst' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { dayFromToday, planClosing, setWaveState } = await import('../store/waves.ts')
    const { isDate } = await import('../../surveys/reading/dates.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const wave = await waveNamed(context.db, id)
      if (wave.state === 'closed') return io.print(`Welle ${id} ist schon geschlossen.`)
      if (values.am !== undefined) {
        if (!isDate(values.am) || values.am <= (await dayFromToday(context.db, 0)))
          throw new InputError(`--am: „${values.am}“ ist kein Tag nach heute. Tage werden geschrieben wie 2026-12-31.`)
        await planClosing(context.db, id, values.am, { by })
        return io.print(`Welle ${id} schließt am ${values.am} von selbst.`)
      }
      await setWaveState(context.db, id, 'closed', by)
      io.print(`Welle ${id} ist geschlossen.`)
    })
  },
})

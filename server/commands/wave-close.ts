import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave close',
  summary: 'Eine Welle schließen: Zugangscodes gelten nicht mehr',
  usage: 'WELLE [--als KONTO]',
  arguments: { min: 1, max: 1 },
  options: actingOption,
  async run({ values, positionals: [id = ''] }, io) {
    const { setWaveState } = await import('../store/waves.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const wave = await waveNamed(context.db, id)
      if (wave.state === 'closed') return io.print(`Welle ${id} ist schon geschlossen.`)
      await setWaveState(context.db, id, 'closed', by)
      io.print(`Welle ${id} ist geschlossen.`)
    })
  },
})

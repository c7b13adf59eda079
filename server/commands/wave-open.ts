import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { tellOutcome } from './tell-outcome.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave open',
  summary: 'Eine Welle öffnen: Zugangscodes gelten, Antworten werden angenommen',
  usage: 'WELLE [--am TAG] [--grund TEXT] [--als KONTO]',
  details: [
    'Eine wirkliche Welle öffnet sich erst, wenn feststeht, wer sie betreibt: „stichtag operator check“ sagt, was fehlt. Vor dem',
    'Stichtag, nach der Frist und ein zweites Mal öffnet sie sich nur mit --grund. Mit --am öffnet sie sich an diesem Tag von selbst.',
    'Dem muss ein zweites Konto im Browser zustimmen, außer mit STICHTAG_TWO_ACCOUNTS=off.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    am: { type: 'string', value: 'TAG', help: 'nicht jetzt, sondern an diesem Tag, zum Beispiel 2026-12-31' },
    grund: { type: 'string', value: 'TEXT', help: 'warum sie sich vor dem Stichtag oder wieder öffnet' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { propose } = await import('../waves/approve.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const wave = await waveNamed(context.db, id)
      if (wave.state === 'open') return io.print(`Welle ${id} ist schon geöffnet.`)
      const asked = values.am === undefined ? {} : { on: values.am }
      tellOutcome(
        io,
        context.config,
        await propose(context, { act: 'open', wave, asked, reason: values.grund ?? '', by }),
      )
    })
  },
})

import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'address take-over',
  summary: 'Ansprechpersonen übernehmen, die in einer Umfrage genannt wurden',
  usage: 'WELLE [--ja] [--json] [--als KONTO]',
  details: [
    'Zeigt, was den Befragten über den Zweck ihrer Kontaktdaten gesagt wurde und was sich änderte; übernommen wird erst mit --ja.',
    'Eine Umfrage, die Einladungen und Rückfragen nicht nennt, wird abgelehnt. Was nach der Abgabe eingetragen wurde, bleibt.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    ja: { type: 'boolean', help: 'der Zweck deckt es: übernehmen' },
    json: { type: 'boolean', help: 'den Bericht als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [wave = ''] }, io) {
    const { takeOverContacts } = await import('../registry/take-over-contacts.ts')
    const { addressLines } = await import('../registry/address-lines.ts')
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      const outcome = await takeOverContacts(context.db, wave, { preview: values.ja !== true, accountId })
      const { names, ...report } = outcome
      if (values.json) return io.json(report)
      for (const sentence of outcome.purpose) io.print(`Zweck: ${sentence}`)
      for (const line of addressLines(outcome)) io.print(line)
    })
  },
})

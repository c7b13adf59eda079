import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'mail list',
  summary: 'Den Postausgang auflisten: an wen, was, wie es ausging',
  usage: '[WELLE] [--stand STAND] [--json]',
  details: ['STAND ist waiting, sending, sent, refused, uncertain, returned oder stopped.'],
  arguments: { min: 0, max: 1 },
  options: {
    stand: { type: 'string', value: 'STAND', help: 'nur E-Mails in diesem Stand' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
  },
  async run({ values, positionals: [wave] }, io) {
    const { listMails } = await import('../store/dispatches.ts')
    const { isMailState, mailStates } = await import('../http/pages/intern/mail/mail-entry.ts')
    const { stand } = values
    if (stand !== undefined && !isMailState(stand)) throw new UsageError(`Den Stand „${stand}“ gibt es nicht.`)
    await withContext(io, {}, async ({ db }) => {
      const mails = await listMails(db, { wave, state: stand, most: 1_000_000 })
      if (values.json) return io.json(mails)
      if (mails.length === 0) return io.print('Keine E-Mail.')
      for (const { id, unit, template, recipient, state, problem } of mails)
        io.print(
          [id, unit, template, recipient, mailStates[state].label, ...(problem === '' ? [] : [problem])].join('  '),
        )
    })
  },
})

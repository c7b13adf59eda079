import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'mail decide',
  summary: 'Über eine ungewisse E-Mail entscheiden',
  usage: 'NUMMER gesendet|neu [--als KONTO]',
  details: [
    '„stichtag mail list --stand uncertain“ nennt die Nummern. Eine Einladung wird durch einen neuen Zugangscode ersetzt.',
  ],
  arguments: { min: 2, max: 2 },
  options: actingOption,
  async run({ values, positionals: [mail = '', said = ''] }, io) {
    const { decideDoubt } = await import('../mail/decide.ts')
    const { wholeNumber } = await import('./whole-number.ts')
    const decision = { gesendet: 'sent', neu: 'again' }[said] as 'sent' | 'again' | undefined
    if (decision === undefined) throw new UsageError('Bitte schreiben Sie „gesendet“ oder „neu“.')
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      if (!(await decideDoubt(context.db, { mail: wholeNumber('NUMMER', mail), decision, accountId })))
        throw new InputError(`Eine ungewisse E-Mail ${mail} gibt es nicht.`)
      io.print(decision === 'sent' ? 'Sie gilt als gesendet.' : 'Sie wird neu gesendet, sobald ein Server läuft.')
    })
  },
})

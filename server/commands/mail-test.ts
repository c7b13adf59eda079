import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'mail test',
  summary: 'Eine Test-E-Mail an die eigene Adresse senden',
  usage: 'ADRESSE [--als KONTO]',
  arguments: { min: 1, max: 1 },
  options: actingOption,
  async run({ values, positionals: [address = ''] }, io) {
    const { isMailAddress } = await import('../mail/mail-address.ts')
    const { sendTestMail, testWords } = await import('../mail/test-mail.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    if (!isMailAddress(address)) throw new InputError(`„${address}“ ist keine E-Mail-Adresse.`)
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      const outcome = await sendTestMail(context.config, address)
      await noteStaff(context.db, { action: 'test_mail_sent', accountId })
      const said = testWords(context.config, address, outcome)
      if (outcome.state !== 'sent') throw new InputError(said)
      io.print(said)
    })
  },
})

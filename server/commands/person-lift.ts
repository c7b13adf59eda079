import { actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'person lift',
  summary: 'Aufheben, was auf ein Anliegen eingeschränkt ist',
  usage: 'ANLIEGEN --unterrichtet TAG --als KONTO',
  details: ['Die Person muss vorher wissen, dass die Einschränkung aufgehoben wird (Art. 18 Absatz 3 DSGVO).'],
  arguments: { min: 1, max: 1 },
  options: {
    unterrichtet: { type: 'string', value: 'TAG', help: 'wann die Person unterrichtet wurde, zum Beispiel 24.11.2026' },
    ...actingOption,
  },
  async run({ values, positionals: [request = ''] }, io) {
    const { readDay } = await import('../../surveys/reading/typed-date.ts')
    const { berlinDay } = await import('../domain/german-time.ts')
    const { managingAccount } = await import('../persons/managing-account.ts')
    const { liftRequested } = await import('../persons/restrict.ts')
    const day = readDay(values.unterrichtet ?? '')
    if (day.state !== 'given' || day.value > berlinDay(new Date()))
      throw new UsageError('Bitte nennen Sie mit --unterrichtet den Tag, an dem die Person unterrichtet wurde.')
    const number = wholeNumber('ANLIEGEN', request)
    await withContext(io, {}, async (context) => {
      const by = await managingAccount(context.db, values.als ?? context.config.actAs)
      const count = await liftRequested(context, { request: number, by, toldOn: day.value })
      io.print(count === 0 ? 'Auf dieses Anliegen ist nichts eingeschränkt.' : `Aufgehoben. Vermerke: ${count}.`)
    })
  },
})

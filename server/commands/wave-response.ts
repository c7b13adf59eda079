import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave response',
  summary: 'Wie der Rücklauf einer Welle steht: Tag für Tag, nach Kreis, und wo es stockt',
  usage: 'WELLE [--tage N] [--json] [--als KONTO]',
  details: ['Antworten stehen nicht darin. Mit --als nur die, für die das Konto zuständig ist.'],
  arguments: { min: 1, max: 1 },
  options: {
    tage: { type: 'string', value: 'N', default: '7', help: 'nach so vielen Tagen steht ein Entwurf still, sonst 7' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const days = wholeNumber('--tage', values.tage)
    if (days < 1 || days > 365) throw new UsageError('--tage braucht eine Zahl von 1 bis 365.')
    const { askedWave } = await import('../field/asked-wave.ts')
    const { readResponse } = await import('../field/read-response.ts')
    const { Forms } = await import('../forms/form.ts')
    const { registerReader } = await import('../store/register.ts')
    await withContext(io, {}, async (context) => {
      const account = await actingAccount(context, values)
      const needed = { ...context, forms: new Forms(), register: registerReader(context.db) }
      const asked = await askedWave(needed, id)
      if (asked === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const { picture, stillSince } = await readResponse(needed, asked, { account, days })
      if (values.json) {
        const { responseJson } = await import('../field/response-json.ts')
        return io.json(responseJson(id, picture, stillSince))
      }
      const { responseLines } = await import('../field/response-lines.ts')
      for (const line of responseLines(picture, days)) io.print(line)
    })
  },
})

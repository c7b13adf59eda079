import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const acts = ['notiz', 'lehnt-ab', 'befreit', 'offen']

export const command = defineCommand({
  name: 'participant note',
  summary: 'Eine Notiz zu Teilnehmenden, oder dass sie ablehnen, befreit sind oder wieder erwartet werden',
  usage: 'WELLE GKZ|NUMMER … --text TEXT [--stand notiz|lehnt-ab|befreit|offen] [--als KONTO]',
  details: [
    'Der Text steht bei den Teilnehmenden, nie im Protokoll. Wer abgesendet hat, lehnt nicht mehr ab und wird nicht befreit.',
  ],
  arguments: { min: 2, max: 5000 },
  options: {
    text: { type: 'string', value: 'TEXT', help: 'die Notiz oder der Grund' },
    stand: { type: 'string', value: 'STAND', default: 'notiz', help: `${acts.join(', ')}; sonst notiz` },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', ...units] }, io) {
    const { actOnMany, doneWords, textFault } = await import('../field/act-on-many.ts')
    const { isOwnAct } = await import('../field/list-acts.ts')
    const { participantsOf } = await import('../field/participants-of.ts')
    const { stand: act, text = '' } = values
    if (!isOwnAct(act)) throw new UsageError(`--stand ${act} gibt es nicht. Möglich sind: ${acts.join(', ')}.`)
    const fault = textFault(act, text.trim())
    if (fault !== '') throw new UsageError(`${fault} (--text)`)
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const found = await participantsOf(context, id, by)
      if (found === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const byUnit = new Map(found.participants.map((one) => [one.unit, one.id]))
      const strangers = units.filter((unit) => !byUnit.has(unit))
      if (strangers.length > 0)
        throw new InputError(`An ${id} nimmt nicht teil: ${strangers.join(', ')}. Nichts ist geändert.`)
      const ids = [...new Set(units.flatMap((unit) => byUnit.get(unit) ?? []))]
      const changed = await actOnMany(context.db, { wave: id, ids, act, text: text.trim(), by })
      io.print(doneWords(act, changed, ids.length))
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const outcomes = ['erreicht', 'nicht-erreicht', 'wieder', 'lehnt-ab']

export const command = defineCommand({
  name: 'participant call',
  summary: 'Vermerken, was ein Anruf ergeben hat',
  usage: 'WELLE GKZ|NUMMER --ergebnis ERGEBNIS [--am TAG] [--text TEXT] [--als KONTO]',
  details: ['Wer „wieder“ angerufen werden soll, steht bis zu dem Tag unten in der Liste („stichtag wave calls“).'],
  arguments: { min: 2, max: 2 },
  options: {
    ergebnis: { type: 'string', value: 'ERGEBNIS', help: outcomes.join(', ') },
    am: { type: 'string', value: 'TAG', default: '', help: 'wann wieder, zum Beispiel 31.12.2026' },
    text: { type: 'string', value: 'TEXT', default: '', help: 'was besprochen ist' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', unit = ''] }, io) {
    const { berlinDay } = await import('../domain/german-time.ts')
    const { callResults, isCallOutcome, noteCall } = await import('../field/call-result.ts')
    const { participantIds } = await import('../store/scopes.ts')
    const { waveNamed } = await import('./known-wave.ts')
    const { ergebnis: outcome = '', am: day, text } = values
    if (!isCallOutcome(outcome)) throw new UsageError(`--ergebnis ist eines von: ${outcomes.join(', ')}.`)
    await withContext(io, {}, async (context) => {
      const { db } = context
      const by = await actingAccount(context, values)
      const wave = (await waveNamed(db, id)).id
      const participant = (await participantIds(db, wave, by)).get(unit)
      if (participant === undefined) throw new InputError(`An ${id} nimmt nicht teil: ${unit}. Nichts ist geändert.`)
      const today = berlinDay(new Date())
      const fault = await noteCall(db, { id: participant, wave, outcome, text: text.trim(), day, today, by })
      if (fault !== '') throw new InputError(fault)
      io.print(`${unit}: ${callResults[outcome]}, vermerkt.`)
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const names = ['stimmt', 'korrigieren', 'rueckfrage', 'offen', 'zurueck']

export const command = defineCommand({
  name: 'screen decide',
  summary: 'Festhalten, was über eine Zahl entschieden ist, die „stichtag screen“ nennt',
  usage: 'WELLE GKZ|NUMMER FELD --entscheidung ENTSCHEIDUNG [--text TEXT] [--als KONTO]',
  details: [
    'Eine Entscheidung gilt, solange dort dieselbe Zahl steht. „offen“ braucht einen Text: was es entscheiden würde.',
  ],
  arguments: { min: 3, max: 3 },
  options: {
    entscheidung: { type: 'string', value: 'ENTSCHEIDUNG', help: names.join(', ') },
    text: { type: 'string', value: 'TEXT', default: '', help: 'was es entscheiden würde' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', unit = '', field = ''] }, io) {
    const { askedWave } = await import('../field/asked-wave.ts')
    const { Forms } = await import('../forms/form.ts')
    const { decide } = await import('../screening/decide.ts')
    const { decisions, isDecision } = await import('../screening/decisions.ts')
    const { participantIds } = await import('../store/scopes.ts')
    const { entscheidung: decision = '', text } = values
    if (!isDecision(decision)) throw new UsageError(`--entscheidung ist eines von: ${names.join(', ')}.`)
    await withContext(io, {}, async (context) => {
      const { db } = context
      const by = await actingAccount(context, values)
      const asked = await askedWave({ db, forms: new Forms() }, id)
      if (asked === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const participantId = (await participantIds(db, id, by)).get(unit)
      if (participantId === undefined) throw new InputError(`An ${id} nimmt nicht teil: ${unit}. Nichts ist geändert.`)
      const { instrument } = asked.form
      const fault = await decide(db, {
        instrument,
        wave: id,
        participantId,
        field,
        seen: undefined,
        decision,
        text,
        by,
      })
      if (fault !== '') throw new InputError(fault)
      io.print(`${unit}, ${field}: ${decisions[decision].label}, vermerkt.`)
    })
  },
})

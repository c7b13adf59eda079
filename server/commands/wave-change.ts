import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave change',
  summary: 'Termine oder Teilnehmende einer Welle ändern',
  usage:
    'WELLE [--stichtag TAG] [--frist TAG] [--dazu GKZ|NUMMER …] [--weg GKZ|NUMMER …] [--dank an|aus] [--grund TEXT] [--als KONTO]',
  details: [
    'Termine ändern sich vor dem Öffnen, mit Grund; danach gilt „wave extend“. Wer einmal gefragt wurde, lässt sich nicht entfernen.',
    'Wer per E-Mail eingeladen wurde, bekommt nach dem Absenden von selbst den Dank mit Eingangsnummer, außer mit --dank aus.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    stichtag: { type: 'string', value: 'TAG', help: 'Stichtag' },
    frist: { type: 'string', value: 'TAG', help: 'letzter Tag für Antworten' },
    dazu: { type: 'string', multiple: true, value: 'GKZ|NUMMER', help: 'nimmt auch teil (mehrfach möglich)' },
    weg: { type: 'string', multiple: true, value: 'GKZ|NUMMER', help: 'nimmt nicht mehr teil (mehrfach möglich)' },
    dank: { type: 'string', value: 'an|aus', help: 'ob nach dem Absenden von selbst gedankt wird' },
    grund: { type: 'string', value: 'TEXT', help: 'warum sich Termine ändern' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { dazu = [], weg = [], grund = '' } = values
    const moves = values.stichtag !== undefined || values.frist !== undefined
    const { dank } = values
    if (dank !== undefined && dank !== 'an' && dank !== 'aus') throw new UsageError('--dank ist an oder aus.')
    if (!moves && dank === undefined && dazu.length + weg.length === 0)
      throw new UsageError('Bitte nennen Sie, was sich ändert.')
    const { setThanks } = await import('../store/thanks-due.ts')
    const { moveDates } = await import('../waves/move-dates.ts')
    const { changeParticipants } = await import('../waves/change-participants.ts')
    const { readRegister } = await import('../store/register.ts')
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    const { ownField } = await import('../../surveys/compile/unit-kinds.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const by = await actingAccount(context, values)
      const wave = await waveNamed(db, id)
      const instrument = await loadInstrument(wave.survey, wave.survey_version)
      if (instrument === undefined)
        throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
      if (dazu.length + weg.length > 0) {
        const lists = { add: dazu.join('\n'), remove: weg.join('\n') }
        const asked = { wave, unit: instrument.unit, ownField: ownField(instrument), ...lists }
        const faults = await changeParticipants(db, asked, await readRegister(db), by)
        if (faults.length > 0) throw new InputError(faults.map(({ message }) => message))
      }
      if (moves) {
        const days = { stichtag: values.stichtag ?? wave.stichtag ?? '', frist: values.frist ?? wave.frist }
        const faults = await moveDates(db, wave, { ...days, reason: grund }, { unit: instrument.unit, by })
        if (faults.length > 0) throw new InputError(faults.map(({ message }) => message))
      }
      if (dank !== undefined) await db.transaction().execute((trx) => setThanks(trx, id, dank === 'an', by))
      io.print(`Welle ${id} ist geändert.`)
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave trial',
  summary: 'Einen Probelauf einer Welle anlegen oder beenden: seine Antworten zählen nicht',
  usage: 'WELLE [--nur GKZ|NUMMER …] [--ende] [--als KONTO]',
  details: [
    'Ein Probelauf ist eine Kopie mit eigenem Namen und eigenen Codes. Mit --ende wird alles darin gelöscht; WELLE ist dann der Probelauf.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    nur: {
      type: 'string',
      multiple: true,
      value: 'GKZ|NUMMER',
      help: 'nur für diese (mehrfach möglich), sonst für alle',
    },
    ende: { type: 'boolean', help: 'den Probelauf beenden und alles darin löschen' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { startTrialFor } = await import('../waves/start-trial.ts')
    const { endTrial } = await import('../store/wave-office.ts')
    const { readRegister } = await import('../store/register.ts')
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const by = await actingAccount(context, values)
      const wave = await waveNamed(db, id)
      if (values.ende === true) {
        if (!wave.test) throw new InputError(`${id} ist kein Probelauf, und nichts davon wird gelöscht.`)
        const rows = await db.transaction().execute((trx) => endTrial(trx, id, by))
        return io.print(`Probelauf ${id} beendet, ${rows} Einträge gelöscht.`)
      }
      const instrument = await loadInstrument(wave.survey, wave.survey_version)
      if (instrument === undefined)
        throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
      const list = (values.nur ?? []).join('\n')
      const started = await startTrialFor(db, { wave, instrument, list }, await readRegister(db), by)
      if ('problems' in started) throw new InputError(started.problems)
      io.print(`Probelauf ${started.id} angelegt.`)
      io.tell(`Weiter mit: stichtag invite ${started.id} --out codes.csv, dann: stichtag wave open ${started.id}`)
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'invite',
  summary: 'Zugangscodes erzeugen, einen je Kommune oder Integrationsmanager/-in',
  usage: 'WELLE --out DATEI [--neu GKZ|NUMMER …] [--als KONTO]',
  details: [
    'Schreibt eine CSV-Datei (UTF-8) mit gkz, kommune und zugangscode, bei Integrationsmanager/-innen mit im_nummer, verbund',
    'und zugangscode. Die Codes stehen nur dieses eine Mal da; gespeichert werden sie als Prüfwert. Wer schon einen Code hat,',
    'bekommt keinen weiteren, außer mit --neu.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    out: {
      type: 'string',
      value: 'DATEI',
      help: 'wohin die Codes geschrieben werden; die Datei darf es noch nicht geben',
    },
    neu: {
      type: 'string',
      multiple: true,
      value: 'GKZ|NUMMER',
      help: 'den Code dieser Kommune oder Person ersetzen (mehrfach möglich)',
    },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { UsageError } = await import('./command.ts')
    const { out, neu: renewed = [] } = values
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out die Datei für die Codes.')
    const { findWave, listParticipants } = await import('../store/waves.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    const { issueCodes } = await import('../waves/issue-codes.ts')
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    const { unitKinds } = await import('../../surveys/compile/unit-kinds.ts')
    await withContext(io, {}, async (context) => {
      const { db, keys } = context
      const accountId = await actingAccount(context, values)
      const wave = await findWave(db, id)
      if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const instrument = await loadInstrument(wave.survey, wave.survey_version)
      if (instrument === undefined)
        throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
      const { one, many } = unitKinds[instrument.unit]
      const participants = await listParticipants(db, id)
      const strangers = renewed.filter((unit) => !participants.some((known) => known.unit === unit))
      if (strangers.length > 0)
        throw new InputError(
          strangers.map((unit) => `--neu ${unit}: Keine ${one} mit dieser Kennung nimmt an ${id} teil.`),
        )
      const wanted = participants.filter(({ unit, hasCode }) =>
        renewed.length > 0 ? renewed.includes(unit) : !hasCode,
      )
      if (wanted.length === 0) return io.print(`Alle ${many} der Welle haben schon einen Zugangscode.`)
      await issueCodes(db, keys.accessCode, instrument.unit, wanted, out)
      await noteStaff(db, { action: 'codes_issued', accountId, wave: id, detail: { count: wanted.length } })
      io.print(
        `${wanted.length} Zugangscodes stehen in ${out}. Bitte bewahren Sie die Datei sicher auf und löschen Sie sie nach dem Versand.`,
      )
    })
  },
})

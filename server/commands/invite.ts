import { InputError } from '../input-error.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'invite',
  summary: 'Zugangscodes erzeugen, einen je Kommune',
  usage: 'WELLE --out DATEI [--neu GKZ …]',
  details: [
    'Schreibt eine CSV-Datei (UTF-8) mit gkz, kommune und zugangscode. Die Codes stehen nur dieses eine Mal da; gespeichert',
    'werden sie als Prüfwert. Kommunen, die schon einen Code haben, bekommen keinen weiteren, außer mit --neu.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    out: {
      type: 'string',
      value: 'DATEI',
      help: 'wohin die Codes geschrieben werden; die Datei darf es noch nicht geben',
    },
    neu: { type: 'string', multiple: true, value: 'GKZ', help: 'den Code dieser Kommune ersetzen (mehrfach möglich)' },
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { UsageError } = await import('./command.ts')
    const { out, neu: renewed = [] } = values
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out die Datei für die Codes.')
    const { findWave, listParticipants, noteWave } = await import('../store/waves.ts')
    const { issueCodes } = await import('../issue-codes.ts')
    await withContext(io, {}, async ({ db, keys }) => {
      if ((await findWave(db, id)) === undefined)
        throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const participants = await listParticipants(db, id)
      const strangers = renewed.filter((gkz) => !participants.some((one) => one.gkz === gkz))
      if (strangers.length > 0)
        throw new InputError(strangers.map((gkz) => `--neu ${gkz}: Diese Kommune nimmt an ${id} nicht teil.`))
      const wanted = participants.filter(({ gkz, hasCode }) => (renewed.length > 0 ? renewed.includes(gkz) : !hasCode))
      if (wanted.length === 0) return io.print('Alle Kommunen der Welle haben schon einen Zugangscode.')
      const progress = io.progress('Zugangscodes')
      await issueCodes(db, keys.accessCode, wanted, out, progress.update)
      progress.end()
      await noteWave(db, id, 'codes_issued', { count: wanted.length })
      io.print(
        `${wanted.length} Zugangscodes stehen in ${out}. Bitte bewahren Sie die Datei sicher auf und löschen Sie sie nach dem Versand.`,
      )
    })
  },
})

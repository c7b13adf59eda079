import { basename, dirname, join } from 'node:path'
import { isLogKind, logKinds } from '../audit/log-kinds.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'log export',
  summary: 'Das Protokoll in eine Datei ausgeben',
  usage: '--out DATEI [--format csv|json] [--art ART] [--konto NAME] [--erhebung WELLE] [--tag TAG] [--als KONTO]',
  details: [
    'Das Neueste zuerst, jeder Eintrag mit seiner Nummer und seinem Hashwert in der Kette. Die Ausgabe steht selbst im Protokoll.',
    `ART ist: ${Object.keys(logKinds).join(', ')}. Ohne --art ist es alles außer befragte. Tage werden geschrieben wie 2026-12-31.`,
  ],
  options: {
    out: { type: 'string', value: 'DATEI', help: 'wohin geschrieben wird; die Datei darf es noch nicht geben' },
    format: { type: 'string', value: 'FORMAT', default: 'csv', help: 'csv oder json (JSON Lines)' },
    art: { type: 'string', value: 'ART', help: 'nur diese Art von Vorgängen' },
    konto: { type: 'string', value: 'NAME', help: 'nur was dieses Konto getan hat' },
    erhebung: { type: 'string', value: 'WELLE', help: 'nur was diese Erhebung betrifft' },
    tag: { type: 'string', value: 'TAG', help: 'nur dieser Tag' },
    ...actingOption,
  },
  async run({ values }, io) {
    const { out, format, art, konto: account, erhebung: wave, tag: day } = values
    const { assertFree } = await import('../backup/assert-free.ts')
    const { isLogFormat } = await import('../audit/log-lines.ts')
    const { writeLog } = await import('../audit/write-log.ts')
    const { inWorkplace } = await import('../export/workplace.ts')
    const { isDate } = await import('../../surveys/reading/dates.ts')
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out die Datei für das Protokoll.')
    if (!isLogFormat(format)) throw new UsageError(`Das Format „${format}“ gibt es nicht. Möglich sind: csv, json.`)
    if (art !== undefined && !isLogKind(art))
      throw new UsageError(`Die Art „${art}“ gibt es nicht. Möglich sind: ${Object.keys(logKinds).join(', ')}.`)
    if (day !== undefined && !isDate(day)) throw new UsageError(`„${day}“ ist kein Tag, wie 2026-12-31 einer ist.`)
    await assertFree(out)
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      await inWorkplace(dirname(out), [basename(out)], async (workplace) => {
        const filter = { kind: art, account, wave, day }
        const { rows } = await writeLog(context.db, join(workplace, basename(out)), { filter, format, accountId })
        io.print(rows === 1 ? `1 Eintrag steht in ${out}.` : `${rows} Einträge stehen in ${out}.`)
      })
    })
  },
})

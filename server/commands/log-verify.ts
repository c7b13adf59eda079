import { InputError } from '../errors/input-error.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'log verify',
  summary: 'Prüfen, ob das Protokoll noch ist, was es war',
  usage: '[--anker NUMMER:HASHWERT] [--json]',
  details: [
    'Rechnet die Kette der Hashwerte ganz nach und nennt den ersten Eintrag, der geändert, entfernt oder dazwischengestellt wurde.',
    'Dass am Ende etwas fehlt oder alles neu geschrieben wurde, zeigt nur ein Anker von früher: Er steht unter /intern/protokoll, in',
    'jeder Sicherung (head.json) und in der letzten Zeile dieses Befehls. Was nach Ablauf der Frist gelöscht ist, wird genannt; ein Anker',
    'aus dieser Zeit sagt nichts mehr, und der Befehl endet mit 1.',
  ],
  options: {
    anker: { type: 'string', value: 'NUMMER:HASHWERT', help: 'bis wohin das Protokoll früher reichte' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
  },
  async run({ values }, io) {
    const { anchorText, readAnchor } = await import('../domain/log-chain.ts')
    const anchor = values.anker === undefined ? undefined : readAnchor(values.anker)
    if (values.anker !== undefined && anchor === undefined)
      throw new UsageError('--anker ist eine Nummer und ein Hashwert (SHA-256), mit Doppelpunkt dazwischen.')
    const { checkLog } = await import('../audit/check-log.ts')
    const { anchorTooOld, sinceWords } = await import('../audit/since-words.ts')
    await withContext(io, {}, async ({ db }) => {
      const { fault, isAnchorTooOld = false, ...found } = await checkLog(db, anchor)
      if (values.json) io.json({ ...found, ...(fault === undefined ? {} : { fault }) })
      if (fault !== undefined) throw new InputError(fault)
      const { cut } = found
      if (isAnchorTooOld && anchor !== undefined && cut !== undefined)
        throw new InputError(anchorTooOld(anchor.number, cut))
      if (values.json) return
      io.print(`Das Protokoll ist unverändert. Versiegelt: ${found.sealed}, noch nicht: ${found.unsealed}.`)
      if (cut !== undefined) io.print(`Aufbewahrt sind Einträge ${sinceWords(cut)}.`)
      if (found.newest !== null) io.print(`Anker: ${anchorText(found.newest)}`)
    })
  },
})

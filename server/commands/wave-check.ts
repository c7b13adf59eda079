import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { withContext } from './with-context.ts'

const sights: Record<string, string> = { papier: 'paper', texte: 'templates' }

export const command = defineCommand({
  name: 'wave check',
  summary: 'Prüfen, was vor dem Öffnen einer Welle noch offen ist',
  usage: 'WELLE [--gesehen papier|texte …] [--json] [--als KONTO]',
  details: [
    'Betreiber, Ansprechstelle, Test-E-Mail, Texte der Schreiben, Aufbewahrung, Papierfassung, Anschriften und Zugangscodes, wie in',
    '/intern/erhebungen/WELLE/ablauf. Ist etwas offen, endet der Befehl mit 1. --gesehen hält fest, dass Papierfassung (wave paper)',
    'oder Texte (mail templates) angesehen sind.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    gesehen: { type: 'string', multiple: true, value: 'papier|texte', help: 'was angesehen ist (mehrfach möglich)' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const seen = (values.gesehen ?? []).map((typed) => {
      const what = sights[typed]
      if (what === undefined) throw new UsageError('--gesehen ist papier oder texte.')
      return what
    })
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    const { checkList } = await import('../waves/check-list.ts')
    await withContext(io, {}, async (context) => {
      const { db, config } = context
      const wave = await waveNamed(db, id)
      const instrument = await loadInstrument(wave.survey, wave.survey_version)
      if (instrument === undefined)
        throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
      const accountId = await actingAccount(context, values)
      for (const what of seen) await noteStaff(db, { action: 'wave_seen', accountId, wave: wave.id, detail: { what } })
      const points = await checkList(db, config, wave, instrument.unit)
      if (values.json) io.json(points)
      else
        for (const { label, state, found, isLaw } of points)
          io.print(`${state}: ${label}: ${found}${isLaw && state !== 'erledigt' ? ' (gesetzlich nötig)' : ''}`)
      const open = points.filter(({ state }) => state !== 'erledigt').length
      if (open > 0) throw new InputError(values.json ? [] : `${open} von ${points.length} Punkten sind offen.`)
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { unwritable } from '../errors/unwritable.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave paper',
  summary: 'Den Fragebogen einer Welle als PDF zum Ausdrucken schreiben',
  usage: 'WELLE --out DATEI',
  details: ['Das PDF ist leer und nennt Stichtag und Frist der Welle, in der Fassung, die sie benutzt.'],
  arguments: { min: 1, max: 1 },
  options: { out: { type: 'string', value: 'DATEI', help: 'wohin das PDF geschrieben wird' } },
  async run({ values: { out }, positionals: [id = ''] }, io) {
    if (!out) throw new UsageError('Bitte nennen Sie mit --out die Datei für das PDF.')
    const { writeFile } = await import('node:fs/promises')
    const { findWave } = await import('../store/waves.ts')
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    const { blankPaper, forAnybody } = await import('../http/pages/questionnaire-paper.ts')
    const { typeset } = await import('../paper/typeset.ts')
    const { trialTitle } = await import('../waves/trial-title.ts')
    await withContext(io, {}, async ({ db }) => {
      const wave = await findWave(db, id)
      if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const { survey, survey_version: version, stichtag, frist, synthetic, test } = wave
      const instrument = await loadInstrument(survey, version, { ...(stichtag === null ? {} : { stichtag }), frist })
      if (instrument === undefined)
        throw new InputError(`Der Fragebogen ${survey} ${version} fehlt in surveys/definitions.`)
      const named = test ? { ...instrument, title: trialTitle(instrument.title) } : instrument
      const pdf = typeset('questionnaire', blankPaper(named, { ...forAnybody(instrument), synthetic }))
      await writeFile(out, pdf).catch((error) => {
        throw unwritable(out, error)
      })
      io.print(out)
    })
  },
})

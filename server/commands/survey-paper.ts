import { InputError } from '../errors/input-error.ts'
import { unwritable } from '../errors/unwritable.ts'
import { defineCommand, UsageError } from './command.ts'

export const command = defineCommand({
  name: 'survey paper',
  summary: 'Einen Fragebogen als PDF zum Ausdrucken schreiben',
  usage: 'FRAGEBOGEN --out DATEI [--fassung NUMMER]',
  details: [
    'Das PDF ist leer, barrierefrei (PDF/UA-1) und für dieselbe Fassung immer dasselbe, Byte für Byte.',
    'Es nennt Stichtag und Frist des Fragebogens; die einer Welle nennt „stichtag wave paper WELLE“.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    out: { type: 'string', value: 'DATEI', help: 'wohin das PDF geschrieben wird' },
    fassung: { type: 'string', value: 'NUMMER', help: 'eine bestimmte Fassung, sonst die neueste' },
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { out, fassung } = values
    if (!out) throw new UsageError('Bitte nennen Sie mit --out die Datei für das PDF.')
    const { writeFile } = await import('node:fs/promises')
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    const { blankPaper, forAnybody } = await import('../http/pages/questionnaire-paper.ts')
    const instrument = await loadInstrument(id, fassung)
    if (instrument === undefined) {
      throw new InputError(
        `Den Fragebogen „${id}“ gibt es${fassung ? ` in der Fassung ${fassung}` : ''} nicht. „stichtag survey list“ zeigt alle.`,
      )
    }
    const { typeset } = await import('../paper/typeset.ts')
    const pdf = typeset('questionnaire', blankPaper(instrument, forAnybody(instrument)))
    await writeFile(out, pdf).catch((error) => {
      throw unwritable(out, error)
    })
    io.print(out)
  },
})

import { InputError } from '../errors/input-error.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'export',
  summary: 'Die eingegangenen Antworten einer Welle ausgeben',
  usage: 'WELLE --format csv|csv-de --out ORDNER',
  details: [
    'Schreibt drei Dateien: Antworten (eine Zeile je Kommune oder Person, neueste Abgabe), Anmerkungen und Begründungen, Codebuch.',
    'csv: Komma, UTF-8. csv-de: Semikolon, mit BOM, für Tabellenprogramme in deutscher Einstellung.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    format: { type: 'string', value: 'FORMAT', default: 'csv', help: 'csv oder csv-de' },
    stand: { type: 'string', value: 'NUMMER', help: 'Datenstand: nur Abgaben bis zu dieser Nummer' },
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Dateien geschrieben werden' },
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { dialects } = await import('../export/answers-query.ts')
    const { format, out } = values
    if (!(format in dialects))
      throw new UsageError(`Das Format „${format}“ gibt es nicht. Möglich sind: ${Object.keys(dialects).join(', ')}.`)
    const upTo = values.stand === undefined ? undefined : wholeNumber('--stand', values.stand)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Dateien.')
    const { findWave } = await import('../store/waves.ts')
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    const { writeExport } = await import('../export/write-export.ts')
    await withContext(io, {}, async ({ db, pool }) => {
      const wave = await findWave(db, id)
      if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const instrument = await loadInstrument(wave.survey, wave.survey_version)
      if (instrument === undefined)
        throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
      const files = await writeExport(pool, id, instrument, dialects[format as keyof typeof dialects], out, upTo)
      for (const file of files) io.print(file)
      if (wave.synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

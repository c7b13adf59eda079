import { InputError } from '../errors/input-error.ts'
import { actingHolder, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenFormat, formatLines, formatOption } from './format-option.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'texts export',
  summary: 'Ausgeben, welchen Kategorien die Texte einer Welle zugeordnet sind',
  usage: 'WELLE --format FORMAT --out ORDNER [--als KONTO]',
  details: [
    'Schreibt je Kategoriensystem zwei Dateien: WELLE-kodierungen mit einer Zeile je Text und Kategorie, und',
    'WELLE-kodierungen-breit mit den Antworten und daneben 1, wo zu einer Kategorie etwas geschrieben wurde. Gibt es mehrere',
    'Kategoriensysteme, steht ihre Nummer am Ende. Wer zugeordnet hat, steht als Buchstabe da; Texte aus Dateien fehlen.',
    'Die Texte sind so, wie sie geschrieben wurden: Bitte geben Sie die Dateien nicht weiter.',
    ...formatLines,
  ],
  arguments: { min: 1, max: 1 },
  options: {
    format: formatOption,
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Dateien geschrieben werden' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { out } = values
    const format = chosenFormat(values.format)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Dateien.')
    const { mayUse } = await import('../domain/rights.ts')
    const { exportedWave } = await import('../export/exported-wave.ts')
    const { writeExport } = await import('../export/write-export.ts')
    const { codingsTables } = await import('../texts/codings-tables.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingHolder(context, values)
      if (by !== undefined && !(mayUse(by, 'texts.code') && mayUse(by, 'answers.export')))
        throw new InputError('Kodierungen bekommt nur, wer Texte zuordnen und Antworten herunterladen darf.')
      const exported = await exportedWave(context.db, id)
      const all = await codingsTables(context, exported, by?.id)
      const tables = all.flatMap((one) => [one.kodierungen, one['kodierungen-breit']])
      if (tables.length === 0) throw new InputError(`Zu „${id}“ gibt es noch keine Kategorien, also nichts auszugeben.`)
      for (const file of await writeExport(context.db, format, tables, out, by?.id)) io.print(file)
      if (exported.synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'panel export',
  summary: 'Wellen als Panel ausgeben, mit den abgeleiteten Variablen',
  usage: 'WELLE … --out ORDNER [--variable NAME …]',
  details: [
    'Schreibt eine Zeile je Kommune und Welle, auch für Kommunen ohne Antwort, und ein Codebuch mit Formeln und Vergleichbarkeit.',
    'Neben jedem Wert steht in NAME_fehlt, warum er fehlt. Ohne --variable sind es alle Angaben, die sich vergleichen lassen.',
  ],
  arguments: { min: 1, max: 10 },
  options: {
    variable: { type: 'string', multiple: true, value: 'NAME', help: 'nur diese Variablen' },
    format: { type: 'string', value: 'FORMAT', default: 'csv', help: 'csv oder csv-de' },
    stand: { type: 'string', value: 'NUMMER', help: 'Datenstand: nur Abgaben bis zu dieser Nummer' },
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Dateien geschrieben werden' },
  },
  async run({ values, positionals }, io) {
    const { dialects } = await import('../export/answers-query.ts')
    const { format, out, variable } = values
    if (!(format in dialects))
      throw new UsageError(`Das Format „${format}“ gibt es nicht. Möglich sind: ${Object.keys(dialects).join(', ')}.`)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Dateien.')
    const submission = values.stand === undefined ? undefined : wholeNumber('--stand', values.stand)
    const { exportPanel } = await import('../evaluation/export-panel.ts')
    const { Forms } = await import('../forms/form.ts')
    await withContext(io, {}, async (context) => {
      const { files, snapshot, synthetic } = await exportPanel(context, new Forms(), {
        waves: positionals,
        dialect: dialects[format as keyof typeof dialects],
        folder: out,
        ...(variable === undefined ? {} : { variables: variable }),
        ...(submission === undefined ? {} : { submission }),
      })
      for (const file of files) io.print(file)
      io.tell(`Datenstand: Abgaben bis Nummer ${snapshot.submission}.`)
      if (synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

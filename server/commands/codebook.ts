import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenData, dataOptions } from './data-options.ts'
import { withContext } from './with-context.ts'

const formats = ['csv', 'json', 'ddi', 'croissant', 'pdf', 'html'] as const

export const command = defineCommand({
  name: 'codebook',
  summary: 'Das Codebuch einer Welle oder eines Panels schreiben',
  usage: 'WELLE … --format FORMAT --out DATEI [--als KONTO]',
  details: [
    'Fragen im Wortlaut, wer gefragt ist, Werte und Gründe fehlender Werte, Häufigkeiten und Kennzahlen, Konzepte über die Wellen.',
    'Mehrere Wellen ergeben das Codebuch des Panels. Zahlen, die von einzelnen erzählten, sind verdeckt.',
    'csv: eine Zeile je Spalte, ohne Zahlen. json: alles, für Programme. ddi: DDI-Codebook 2.5 für Archive. croissant: JSON-LD zu den',
    'CSV-Dateien, wie „stichtag export“ sie auf demselben Datenstand schreibt. pdf, html: zum Lesen.',
    'Beispiel: stichtag codebook umfrage-1 umfrage-4 --format ddi --out panel.xml',
  ],
  arguments: { min: 1, max: 10 },
  options: {
    format: { type: 'string', value: 'FORMAT', help: formats.join(', ') },
    ...dataOptions,
    out: { type: 'string', value: 'DATEI', help: 'wohin geschrieben wird' },
    ...actingOption,
  },
  async run({ values, positionals: waves }, io) {
    const { out } = values
    const format = formats.find((one) => one === values.format)
    if (format === undefined) throw new UsageError(`Bitte nennen Sie mit --format eines von: ${formats.join(', ')}.`)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out die Datei.')
    const data = chosenData(values)
    const { writeCodebook } = await import('../export/write-codebook.ts')
    const { Forms } = await import('../forms/form.ts')
    await withContext(io, {}, async (context) => {
      const account = await actingAccount(context, values)
      const { synthetic } = await writeCodebook(context, new Forms(), { waves, format, out, account, ...data })
      io.print(out)
      if (synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

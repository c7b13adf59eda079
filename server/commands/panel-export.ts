import { valuesWords } from '../../surveys/codebook/values-used.ts'
import { madeAgainWords } from '../export/origin-lines.ts'
import { actingHolder, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenData, dataOptions } from './data-options.ts'
import { chosenK, exportOptions } from './export-options.ts'
import { chosenFormat, formatLines, formatOption } from './format-option.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'panel export',
  summary: 'Wellen als Panel ausgeben, mit den abgeleiteten Variablen',
  usage: 'WELLE … --out ORDNER [--variable NAME …] [--scientific] [--als KONTO]',
  details: [
    'Schreibt eine Zeile je Kommune und Welle, auch für Kommunen ohne Antwort, dazu die Korrekturen des Feldbüros',
    'und ein Codebuch mit Formeln und Vergleichbarkeit.',
    'Neben jedem Wert steht in NAME_fehlt, warum er fehlt. Ohne --variable sind es alle Angaben, die sich vergleichen lassen.',
    '--scientific schreibt stattdessen WELLE_WELLE-suf, in der niemand zu erkennen ist, mit Codebuch und einem Bericht.',
    'Was geschrieben wurde, steht mit dem Hashwert jeder Datei im Protokoll.',
    ...formatLines,
  ],
  arguments: { min: 1, max: 10 },
  options: {
    variable: { type: 'string', multiple: true, value: 'NAME', help: 'nur diese Variablen' },
    format: formatOption,
    ...dataOptions,
    ...exportOptions,
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Dateien geschrieben werden' },
    ...actingOption,
  },
  async run({ values, positionals }, io) {
    const { out, variable } = values
    const format = chosenFormat(values.format)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Dateien.')
    const data = chosenData(values)
    const { panelTables } = await import('../evaluation/panel-tables.ts')
    const { scientificPanel } = await import('../evaluation/scientific-panel.ts')
    const { writeExport } = await import('../export/write-export.ts')
    const { Forms } = await import('../forms/form.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingHolder(context, values)
      const k = chosenK(values, by)
      const wanted = { waves: positionals, ...(variable === undefined ? {} : { variables: variable }), ...data }
      const { tables, texts, origin } =
        k === undefined
          ? { texts: [], ...(await panelTables(context, new Forms(), wanted)) }
          : await scientificPanel(context, new Forms(), { ...wanted, k, isScoped: by?.isScoped ?? false })
      for (const file of await writeExport(context.db, format, tables, out, by?.id, texts)) io.print(file)
      io.tell(`Datenstand ${origin.state}, Werte: ${valuesWords(origin.values)}.`)
      if (origin.madeAgain !== undefined) io.tell(madeAgainWords(origin.madeAgain))
      if (origin.waves.some(({ synthetic }) => synthetic))
        io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

import { valuesWords } from '../../surveys/codebook/values-used.ts'
import type { AppContext } from '../boot/context.ts'
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
  usage: 'WELLE … --out ORDNER [--breit] [--variable NAME …] [--amtlich NAME …] [--scientific] [--als KONTO]',
  details: [
    'Schreibt eine Zeile je Kommune und Welle, auch für Kommunen ohne Antwort, dazu die Korrekturen des Feldbüros',
    'und ein Codebuch mit Formeln und Vergleichbarkeit.',
    'Mit --breit auch eine Zeile je Kommune: NAME_w1 ist die Angabe der ersten genannten Welle, NAME_w2 die der zweiten.',
    'Neben jedem Anteil steht in NAME_n, worauf er sich bezieht; mit --amtlich stehen amtliche Angaben zum Stichtag dabei.',
    'Neben jedem Wert steht in NAME_fehlt, warum er fehlt. Ohne --variable sind es alle Angaben, die sich vergleichen lassen.',
    '--scientific schreibt stattdessen WELLE_WELLE-suf, in der niemand zu erkennen ist, mit Codebuch und einem Bericht.',
    'Was geschrieben wurde, steht mit dem Hashwert jeder Datei im Protokoll.',
    ...formatLines,
  ],
  arguments: { min: 1, max: 10 },
  options: {
    variable: { type: 'string', multiple: true, value: 'NAME', help: 'nur diese Variablen' },
    amtlich: { type: 'string', multiple: true, value: 'NAME', help: 'dazu diese amtliche Angabe' },
    breit: { type: 'boolean', help: 'dazu eine Datei mit einer Zeile je Kommune oder Person' },
    format: formatOption,
    ...dataOptions,
    ...exportOptions,
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Dateien geschrieben werden' },
    ...actingOption,
  },
  async run({ values, positionals }, io) {
    const { out, variable, amtlich = [], breit = false } = values
    const format = chosenFormat(values.format)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Dateien.')
    const data = chosenData(values)
    const { reading } = await import('../database/reading.ts')
    const { panelTables } = await import('../evaluation/panel-tables.ts')
    const { scientificPanel } = await import('../evaluation/scientific-panel.ts')
    const { writeExport } = await import('../export/write-export.ts')
    const { croissantFile } = await import('../export/croissant-file.ts')
    const { readStudy } = await import('../evaluation/read-study.ts')
    const { Forms } = await import('../forms/form.ts')
    const wholePanel = async (context: AppContext, wanted: Parameters<typeof panelTables>[2]) => {
      const { tables, origin, surveys } = await panelTables(context, new Forms(), wanted)
      const study = () => readStudy(context, surveys, origin)
      return { tables, origin, texts: [croissantFile(positionals.join('_'), study, context.config)] }
    }
    await withContext(io, {}, async (context) => {
      const by = await actingHolder(context, values)
      const k = chosenK(values, by)
      const wanted = {
        waves: positionals,
        ...(variable === undefined ? {} : { variables: variable }),
        indicators: amtlich,
        wide: breit,
        ...data,
      }
      const { files, origin } = await reading(context, async (copy) => {
        const from = { ...context, ...copy }
        const { tables, texts, origin } =
          k === undefined
            ? await wholePanel(from, wanted)
            : await scientificPanel(from, new Forms(), { ...wanted, k, isScoped: by?.isScoped ?? false })
        return { origin, files: await writeExport(context.db, format, tables, out, by?.id, texts) }
      })
      for (const file of files) io.print(file)
      io.tell(`Datenstand ${origin.state}, Werte: ${valuesWords(origin.values)}.`)
      if (origin.madeAgain !== undefined) io.tell(madeAgainWords(origin.madeAgain))
      if (origin.waves.some(({ synthetic }) => synthetic))
        io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

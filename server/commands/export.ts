import { defaultValues } from '../../surveys/codebook/values-used.ts'
import { madeAgainWords } from '../export/origin-lines.ts'
import { actingHolder, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenMethods, completedHelp } from './completed-option.ts'
import { chosenData, dataOptions } from './data-options.ts'
import { chosenK, exportOptions } from './export-options.ts'
import { chosenFormat, formatLines, formatOption } from './format-option.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'export',
  summary: 'Die eingegangenen Antworten einer Welle ausgeben',
  usage: 'WELLE --format FORMAT --out ORDNER [--scientific | --since STAND] [--als KONTO]',
  details: [
    'Schreibt Antworten (eine Zeile je Kommune oder Person, neueste Abgabe), Codebuch, Korrekturen',
    'des Feldbüros und was die Prüfungen außerdem wissen (Register, Vorwelle), dazu die Prüfungen als Regeln für R und ein Skript,',
    'das sie anwendet. Die Antworten gelten mit den Korrekturen; --values collected schreibt sie wie angegeben, in eine Datei',
    'WELLE-erhoben. Kommentare und Begründungen nur mit --anmerkungen, und nicht für Konten, die einzelne Angaben nicht ansehen dürfen.',
    '--scientific schreibt stattdessen WELLE-suf, in der niemand zu erkennen ist, mit Codebuch und einem Bericht, was dafür getan wurde.',
    '--since schreibt WELLE-seit-STAND: nur wer seit einem früheren Datenstand anders ist, mit der Zeile vorher und jetzt.',
    'Was geschrieben wurde, steht mit dem Hashwert jeder Datei im Protokoll.',
    ...formatLines,
  ],
  arguments: { min: 1, max: 1 },
  options: {
    format: formatOption,
    ...dataOptions,
    ergaenzt: { type: 'string', value: 'VERFAHREN', help: completedHelp },
    anmerkungen: { type: 'boolean', help: 'auch Kommentare und Begründungen' },
    ...exportOptions,
    since: {
      type: 'string',
      value: 'STAND',
      help: 'Nummer eines Datenstands, oder Anfang des SHA-256 einer früheren Datei',
    },
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Dateien geschrieben werden' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { out, since } = values
    const format = chosenFormat(values.format)
    const data = chosenData(values)
    const methods = values.ergaenzt === undefined ? undefined : chosenMethods(values.ergaenzt)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Dateien.')
    const { reading } = await import('../database/reading.ts')
    const { exportedWave } = await import('../export/exported-wave.ts')
    const { filesOf } = await import('../export/files-of-wave.ts')
    const { croissantFile } = await import('../export/croissant-file.ts')
    const { readStudy } = await import('../evaluation/read-study.ts')
    const { writeExport } = await import('../export/write-export.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingHolder(context, values)
      const k = chosenK(values, by)
      const exported = await exportedWave(context.db, id)
      const wanted = { ...data, by, format, k, since, methods, remarks: values.anmerkungen === true }
      const { files, madeAgain } = await reading(context, async (copy) => {
        const from = { ...context, ...copy }
        const { tables, texts } = await filesOf(from, exported, wanted)
        const [origin] = tables.map((table) => table.origin)
        if (origin === undefined) throw new Error('an export has a table')
        const { state, values: used = defaultValues } = origin
        const study = () => readStudy(from, [exported], { state, values: used })
        // What is new, or anonymous, has another description.
        const isWhole = k === undefined && since === undefined
        const beside = isWhole ? [...texts, croissantFile(id, study, context.config)] : texts
        return { ...origin, files: await writeExport(context.db, format, tables, out, by?.id, beside) }
      })
      for (const file of files) io.print(file)
      if (madeAgain !== undefined) io.tell(madeAgainWords(madeAgain))
      if (exported.synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

import { defaultValues } from '../../surveys/codebook/values-used.ts'
import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenMethods, completedHelp } from './completed-option.ts'
import { chosenData, dataOptions } from './data-options.ts'
import { chosenFormat, formatLines, formatOption } from './format-option.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'export',
  summary: 'Die eingegangenen Antworten einer Welle ausgeben',
  usage: 'WELLE --format FORMAT --out ORDNER [--als KONTO]',
  details: [
    'Schreibt Antworten (eine Zeile je Kommune oder Person, neueste Abgabe), Anmerkungen und Begründungen, Codebuch, Korrekturen',
    'des Feldbüros und was die Prüfungen außerdem wissen (Register, Vorwelle), dazu die Prüfungen als Regeln für R und ein Skript,',
    'das sie anwendet. Die Antworten gelten mit den Korrekturen; --values collected schreibt sie wie angegeben, in eine Datei',
    'WELLE-erhoben.',
    'Was geschrieben wurde, steht mit dem Hashwert jeder Datei im Protokoll.',
    ...formatLines,
  ],
  arguments: { min: 1, max: 1 },
  options: {
    format: formatOption,
    ...dataOptions,
    ergaenzt: { type: 'string', value: 'VERFAHREN', help: completedHelp },
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Dateien geschrieben werden' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { out } = values
    const format = chosenFormat(values.format)
    const data = chosenData(values)
    const methods = values.ergaenzt === undefined ? undefined : chosenMethods(values.ergaenzt)
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Dateien.')
    const { findWave } = await import('../store/waves.ts')
    const { loadInstrument } = await import('../../surveys/definition/load.ts')
    const { waveTables } = await import('../export/wave-tables.ts')
    const { ruleFiles } = await import('../export/rule-files.ts')
    const { croissantFile } = await import('../export/croissant-file.ts')
    const { readStudy } = await import('../evaluation/read-study.ts')
    const { writeExport } = await import('../export/write-export.ts')
    await withContext(io, {}, async (context) => {
      const { db, pool } = context
      const by = await actingAccount(context, values)
      const wave = await findWave(db, id)
      if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      if (wave.test)
        throw new InputError(`${wave.id} ist ein Probelauf: Seine Antworten zählen nicht und werden nicht ausgegeben.`)
      const { stichtag, frist, synthetic } = wave
      const dates = { ...(stichtag === null ? {} : { stichtag }), frist }
      const instrument = await loadInstrument(wave.survey, wave.survey_version, dates)
      if (instrument === undefined)
        throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
      const { ergaenzungen, ...tables } = await waveTables(
        pool,
        { wave: id, instrument, stichtag, synthetic },
        { ...data, account: by, ...(methods && { methods }) },
      )
      // The script reads CSV; the rules stand for themselves.
      const { pruefregeln, pruefskript } = ruleFiles(instrument, tables)
      const { state, values: used = defaultValues } = tables.antworten.origin
      const study = () =>
        readStudy(context, [{ wave: id, instrument, stichtag, frist, synthetic }], { state, values: used })
      const rules = format.ending === '.csv' ? [pruefregeln, pruefskript] : [pruefregeln]
      const beside = [...rules, croissantFile(id, study, context.config)]
      const written = [...Object.values(tables), ...(methods ? [ergaenzungen] : [])]
      for (const file of await writeExport(db, format, written, out, by, beside)) io.print(file)
      if (synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

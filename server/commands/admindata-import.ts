import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'admindata import',
  summary: 'Amtliche Zahlen aus einer Datei einlesen',
  usage: 'DATEI [--mapping DATEI] [--zeit ZEIT] [--indikator KENNUNG] [--preview] [--json] [--als KONTO]',
  details: [
    'Von selbst erkannt werden: flache Dateien (ffcsv) und Tabellen von GENESIS und Regionaldatenbank, GV100AD, AuszugGV',
    'und Tabellen der Bundesagentur für Arbeit nach Kreisen und Monaten; auch gepackt (ZIP). Jede andere Tabelle (CSV, XLSX)',
    'wird mit einer Zuordnung gelesen; schemas/mapping.schema.json erklärt und prüft sie.',
    'Jede Datei wird ganz eingelesen oder gar nicht und lässt sich mit „admindata undo“ zurücknehmen. Dieselbe Datei noch einmal',
    'einzulesen, ändert nichts.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    mapping: { type: 'string', value: 'DATEI', help: 'Zuordnung: wo in der Tabelle was steht (JSON)' },
    zeit: {
      type: 'string',
      value: 'ZEIT',
      help: 'Zeit der Zahlen, wenn sie nicht in der Datei steht: 2018, 2018-12, 2018-12-31',
    },
    indikator: { type: 'string', value: 'KENNUNG', help: 'welcher Indikator es ist, wenn die Datei es nicht sagt' },
    'strich-ist-null': { type: 'boolean', help: '„-“ als 0 lesen; sonst bleibt es „nichts vorhanden“' },
    'ohne-fehlerhafte': { type: 'boolean', help: 'fehlerhafte Zeilen auslassen statt die Datei abzulehnen' },
    preview: { type: 'boolean', help: 'nur zeigen, was geschähe' },
    json: { type: 'boolean', help: 'den Bericht als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [path = ''] }, io) {
    const { openCatalogue } = await import('../admindata/catalogue.ts')
    const { readSettings } = await import('../admindata/settings.ts')
    const { importFile } = await import('../admindata/import-file.ts')
    const { faultLines, outcomeLines } = await import('../admindata/outcome-lines.ts')
    const catalogue = await openCatalogue()
    const { mapping, zeit, indikator } = values
    const settings = await readSettings(
      {
        ...(mapping === undefined ? {} : { mapping }),
        ...(zeit === undefined ? {} : { zeit }),
        ...(indikator === undefined ? {} : { indikator }),
        strichIstNull: values['strich-ist-null'] === true,
        ohneFehlerhafte: values['ohne-fehlerhafte'] === true,
      },
      catalogue,
    )
    await withContext(io, {}, async (context) => {
      const { db, pool } = context
      const accountId = await actingAccount(context, values)
      const progress = io.progress('Einlesen')
      const onStep = (sentence: string) => {
        progress.end()
        io.tell(sentence)
      }
      const outcome = await importFile(
        { db, pool, catalogue },
        { path, settings, preview: values.preview === true, accountId, onProgress: progress.update, onStep },
      ).finally(progress.end)
      if (values.json) io.json(outcome)
      else for (const line of outcomeLines(outcome)) io.print(line)
      if (outcome.state === 'faulty') throw new InputError(faultLines(outcome))
    })
  },
})

import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { chosenFormat, formatOption } from './format-option.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave quality',
  summary: 'Wie die Antworten einer Welle zu ihren Prüfungen stehen',
  usage: 'WELLE [--json | --out ORDNER] [--format FORMAT] [--stand NUMMER] [--als KONTO]',
  details: [
    'Je Prüfung eine Zeile: wie oft sie gilt, verletzt ist, das begründet ist, sich nicht entscheiden lässt und keinen Anlass hat.',
    'Mit --als nur für die, für die das Konto zuständig ist; sieht es keine einzelnen Antworten, bleibt verdeckt, was eine verriete.',
    'Mit --out steht dieselbe Tabelle in einer Datei. Beispiel: stichtag wave quality umfrage-1 --format r --out qualitaet',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Datei geschrieben wird' },
    format: formatOption,
    stand: { type: 'string', value: 'NUMMER', help: 'ein früherer Datenstand: seine Nummer' },
    ...actingOption,
  },
  async run({ values: { json, out, stand, als, ...values }, positionals: [id = ''] }, io) {
    const format = chosenFormat(values.format)
    const wanted = stand === undefined ? {} : { state: wholeNumber('--stand', stand) }
    const { reading } = await import('../database/reading.ts')
    const [{ qualityOfWave }, { loadSurveys }, { Forms }, { readerOf }, { registerReader }] = await Promise.all([
      import('../evaluation/quality-of-wave.ts'),
      import('../evaluation/surveys.ts'),
      import('../forms/form.ts'),
      import('../staff/reader-of.ts'),
      import('../store/register.ts'),
    ])
    await withContext(io, {}, async (context) => {
      const reader = await readerOf(context, als)
      const survey = (await loadSurveys(context.db, new Forms())).find(({ wave }) => wave === id)
      if (survey === undefined)
        throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const needed = { ...context, register: registerReader(context.db) }
      const found = await reading(context, (copy) =>
        qualityOfWave({ ...needed, ...copy }, survey, { ...reader, ...wanted }),
      )
      const { state, checks } = found
      if (out !== undefined) {
        const [{ qualityTable }, { readOrigin }, { writeExport }] = await Promise.all([
          import('../export/quality-table.ts'),
          import('../export/read-origin.ts'),
          import('../export/write-export.ts'),
        ])
        const table = qualityTable(found, await readOrigin(context.pool, [survey], { state }))
        const account = await actingAccount(context, { als })
        for (const file of await writeExport(context.db, format, [table], out, account)) io.print(file)
      } else if (json === true) io.json({ wave: id, state, checks })
      else {
        const { qualityLines } = await import('../evaluation/quality-lines.ts')
        for (const line of qualityLines(found)) io.print(line)
      }
      if (survey.synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

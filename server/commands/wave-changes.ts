import { InputError } from '../errors/input-error.ts'
import { actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

const formats = ['table', 'json', 'csv']

export const command = defineCommand({
  name: 'wave changes',
  summary: 'Was die Korrekturen des Feldbüros an den Summen einer Welle ausmachen',
  usage: 'WELLE [--stand NUMMER] [--format FORMAT] [--als KONTO]',
  details: [
    'Summen vorher und nachher, nach Angabe, Grund, Quelle und Konto.',
    'Mit --als nur für die, für die das Konto zuständig ist; sieht es keine einzelnen Antworten, bleibt verdeckt, was eine verriete.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    stand: { type: 'string', value: 'NUMMER', help: 'ein früherer Datenstand: seine Nummer' },
    format: { type: 'string', value: 'FORMAT', default: 'table', help: 'table, json oder csv' },
    ...actingOption,
  },
  async run({ values: { stand, format, als }, positionals: [id = ''] }, io) {
    if (!formats.includes(format))
      throw new UsageError(`Das Format „${format}“ gibt es nicht. Möglich sind: ${formats.join(', ')}.`)
    const wanted = stand === undefined ? {} : { state: wholeNumber('--stand', stand) }
    const { reading } = await import('../database/reading.ts')
    const [{ changesOfWave }, { loadSurveys }, { Forms }, { readerOf }] = await Promise.all([
      import('../evaluation/changes-of-wave.ts'),
      import('../evaluation/surveys.ts'),
      import('../forms/form.ts'),
      import('../staff/reader-of.ts'),
    ])
    await withContext(io, {}, async (context) => {
      const reader = await readerOf(context, als)
      const survey = (await loadSurveys(context.db, new Forms())).find(({ wave }) => wave === id)
      if (survey === undefined)
        throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const changed = await reading(context, (copy) => changesOfWave(copy, survey, { ...reader, ...wanted }))
      const { state, told, resting } = changed
      if (format === 'json') return io.json({ wave: id, state, ...(resting === undefined ? {} : { resting }), ...told })
      if (format === 'csv') {
        const [{ changesRows }, { default: Papa }] = await Promise.all([
          import('../../analysis/report/print/changes-rows.ts'),
          import('papaparse'),
        ])
        return io.print(Papa.unparse(changesRows(told), { newline: '\n' }))
      }
      const { changesLines } = await import('../evaluation/changes-lines.ts')
      for (const line of changesLines(changed)) io.print(line)
    })
  },
})

import { defineCommand, UsageError } from './command.ts'
import { chosenData, chosenTerritory, dataOptions, territoryOption } from './data-options.ts'
import type { Io } from './io.ts'
import { withContext } from './with-context.ts'

const formats = ['table', 'json', 'csv']

export const command = defineCommand({
  name: 'panel attrition',
  summary: 'Zeigen, wer zwischen Wellen fehlt und ob sich die Fehlenden unterscheiden',
  usage: 'WELLE WELLE … [--variable NAME] [--indicator KENNUNG]',
  details: [
    'Rücklauf und Verbleib nach Größe, Kreis und Regierungsbezirk, mit Tests und einem Logit der Teilnahme.',
    'Mit drei bis sechs Wellen: wie viele auf welche geantwortet haben (Muster 101, 011 …), Ausfall in Stufen, Gewichte je Menge von Wellen.',
    'Mit --variable werden Angaben der ersten Welle verglichen: derer, die blieben, mit denen, die ausschieden.',
    'Mit --indicator werden eingelesene amtliche Zahlen verglichen; auch der Logit kennt sie. Anzahlen zählen je 1.000 Einwohner.',
    'Beispiel:',
    '  stichtag panel attrition umfrage-1 umfrage-4 --variable zp_gesamt --variable zp_duldung_anteil',
  ],
  arguments: { min: 2, max: 6 },
  options: {
    variable: { type: 'string', multiple: true, value: 'NAME', help: 'Angabe der ersten Welle' },
    indicator: {
      type: 'string',
      multiple: true,
      value: 'KENNUNG',
      help: 'amtliche Zahl: gefluechtete, gefluechtete@2017, schutzsuchende:GES=GESW',
    },
    ...dataOptions,
    ...territoryOption,
    format: { type: 'string', value: 'FORMAT', default: 'table', help: 'table, json oder csv' },
  },
  async run({ values, positionals }, io) {
    const { format } = values
    if (!formats.includes(format))
      throw new UsageError(`Das Format „${format}“ gibt es nicht. Möglich sind: ${formats.join(', ')}.`)
    const data = { ...chosenData(values), ...(await chosenTerritory(values)) }
    if (positionals.length > 2) return showPatterns(positionals, values, io)
    const { reading } = await import('../database/reading.ts')
    const { attritionOfPanel } = await import('../evaluation/attrition-panel.ts')
    const { Forms } = await import('../forms/form.ts')
    await withContext(io, {}, async (context) => {
      const { attrition, provenance, many } = await reading(context, (copy) =>
        attritionOfPanel(copy, new Forms(), {
          waves: positionals as [string, string],
          ...(values.variable === undefined ? {} : { variables: values.variable }),
          ...(values.indicator === undefined ? {} : { indicators: values.indicator }),
          ...data,
        }),
      )
      // Those who read the output by programs know the covariates as measures.
      if (format === 'json') return io.json({ provenance, ...attrition, measures: attrition.covariates })
      if (format === 'csv') {
        const [{ attritionRows }, { default: Papa }] = await Promise.all([
          import('../../analysis/report/print/attrition-rows.ts'),
          import('papaparse'),
        ])
        return io.print(Papa.unparse(attritionRows(attrition), { newline: '\n' }))
      }
      const [{ attritionReport }, { reportLines }] = await Promise.all([
        import('../../analysis/report/attrition.ts'),
        import('../../analysis/report/print/report-lines.ts'),
      ])
      for (const line of reportLines(attritionReport(attrition, { many, origin: provenance }))) io.print(line)
    })
  },
})

type Chosen = Parameters<typeof chosenData>[0] &
  Parameters<typeof chosenTerritory>[0] & {
    format: string
    variable?: string[] | undefined
    indicator?: string[] | undefined
  }

async function showPatterns(waves: readonly string[], values: Chosen, io: Io): Promise<void> {
  if (values.variable !== undefined || values.indicator !== undefined)
    throw new UsageError('--variable und --indicator gibt es für zwei Wellen: Bitte nennen Sie nur diese.')
  const { reading } = await import('../database/reading.ts')
  const { patternsOfPanel } = await import('../evaluation/patterns-of-panel.ts')
  const { Forms } = await import('../forms/form.ts')
  await withContext(io, {}, async (context) => {
    const request = { waves, ...chosenData(values), ...(await chosenTerritory(values)) }
    const { patterns, weights, provenance, many } = await reading(context, (copy) =>
      patternsOfPanel(copy, new Forms(), request),
    )
    if (values.format === 'json') return io.json({ provenance, ...patterns })
    if (values.format === 'csv') {
      const [{ patternRows }, { default: Papa }] = await Promise.all([
        import('../../analysis/report/print/pattern-rows.ts'),
        import('papaparse'),
      ])
      return io.print(Papa.unparse(patternRows(patterns), { newline: '\n' }))
    }
    const [{ patternsReport }, { reportLines }] = await Promise.all([
      import('../../analysis/report/patterns.ts'),
      import('../../analysis/report/print/report-lines.ts'),
    ])
    for (const line of reportLines(patternsReport(patterns, { weights, many, origin: provenance }))) io.print(line)
  })
}

import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenData, chosenTerritory, dataOptions, territoryOption } from './data-options.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'
import { writeScripts } from './write-scripts.ts'

const formats = ['table', 'json', 'csv']
/** Weightings that can be made from administrative figures too. */
const withIndicator = ['rake', 'ipw', 'angabe', 'stufen']

export const command = defineCommand({
  name: 'panel compare',
  summary: 'Wellen vergleichen, insgesamt und nach Gruppen',
  usage: 'WELLE WELLE … --variable NAME [--by MERKMAL]',
  details: [
    'Vergleicht eine Angabe oder einen Anteil zwischen zwei oder mehr Wellen, die früheste zuerst. --variable darf mehrmals stehen.',
    'MERKMAL ist kreis, regierungsbezirk, groesse oder eine Auswahl aus einer Welle: organisation, umfrage-4:zg_gruppe_duldung.',
    'Mit --format csv steht in der Spalte zeile, was eine Zeile sagt: werte, unterschied (ob sich die Gruppen unterscheiden) oder paar.',
    'Gruppen aus weniger als drei Kommunen werden zusammengefasst. Wer einzelne Angaben gezeigt bekommt, steht im Protokoll. Beispiel:',
    '  stichtag panel compare umfrage-1 umfrage-4 --variable zp_gesamt --variable zp_duldung_anteil --by groesse',
  ],
  arguments: { min: 2, max: 10 },
  options: {
    variable: { type: 'string', multiple: true, value: 'NAME', help: 'was verglichen wird' },
    by: { type: 'string', value: 'MERKMAL', help: 'wonach gruppiert wird' },
    weights: {
      type: 'string',
      value: 'NAME',
      help: 'zusätzlich gewichtet: post, rake, ipw, angabe, stufen oder einwohner',
    },
    indicator: {
      type: 'string',
      multiple: true,
      value: 'KENNUNG',
      help: 'mit --weights: amtliche Zahl, die mit gewichtet, auch ein Teil: schutzsuchende:GES=GESW',
    },
    grundgesamtheit: {
      type: 'string',
      value: 'NAME',
      help: 'worüber gesprochen wird: befragte (bei Kommunen, wenn nichts gesagt ist), prozess, prozess-verbund oder prozess-kreis',
    },
    relevant: { type: 'string', value: 'ZAHL', help: 'kleinste Veränderung, die zählt: Äquivalenztest dagegen' },
    fehlende: {
      type: 'string',
      value: 'ZAHL',
      help: 'was wäre, wenn sich die Fehlenden um so viel anders verändert hätten',
    },
    filter: { type: 'string', multiple: true, value: 'MERKMAL=WERT', help: 'nur diese Kommunen: kreis=117' },
    ...dataOptions,
    ...territoryOption,
    startwert: { type: 'string', value: 'ZAHL', default: '1', help: 'Startwert des Bootstraps' },
    skripte: {
      type: 'string',
      value: 'ORDNER',
      help: 'Skripte in R und Stata, die dasselbe aus der Ausgabe berechnen',
    },
    format: { type: 'string', value: 'FORMAT', default: 'table', help: 'table, json oder csv' },
    ...actingOption,
  },
  async run({ values, positionals }, io) {
    const { format, variable = [] } = values
    if (!formats.includes(format))
      throw new UsageError(`Das Format „${format}“ gibt es nicht. Möglich sind: ${formats.join(', ')}.`)
    if (variable.length === 0) throw new UsageError('Bitte nennen Sie mit --variable, was verglichen wird.')
    if (values.indicator !== undefined && !withIndicator.includes(values.weights ?? ''))
      throw new UsageError(`--indicator braucht eine von diesen: --weights ${withIndicator.join(', ')}.`)
    const data = { ...chosenData(values), ...(await chosenTerritory(values)) }
    const seed = wholeNumber('--startwert', values.startwert)
    const { reading } = await import('../database/reading.ts')
    const { comparePanel } = await import('../evaluation/compare-panel.ts')
    const { Forms } = await import('../forms/form.ts')
    const { namesOf } = await import('../evaluation/open-panel.ts')
    const { readerOf } = await import('../staff/reader-of.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const request = {
        waves: positionals,
        variables: variable,
        options: { seed },
        assumed: { relevant: values.relevant, missingBy: values.fehlende },
        reader: await readerOf(context, values.als),
        withDoubts: format !== 'csv',
        ...(values.by === undefined ? {} : { by: values.by }),
        ...(values.weights === undefined ? {} : { weights: values.weights }),
        ...(values.indicator === undefined ? {} : { indicators: values.indicator }),
        ...(values.grundgesamtheit === undefined ? {} : { population: values.grundgesamtheit }),
        ...(values.filter === undefined ? {} : { filters: values.filter }),
        ...data,
      }
      const answer = await reading(context, (copy) => comparePanel(copy, new Forms(), request))
      const { compared, provenance } = answer
      if (values.skripte !== undefined) {
        const { scriptsOf } = await import('../evaluation/scripts.ts')
        const made = { scripts: scriptsOf(answer), provenance }
        await writeScripts(context.db, made, { folder: values.skripte, by, tell: io.tell })
      }
      if (format === 'csv') {
        const [{ flatRows }, { default: Papa }] = await Promise.all([
          import('../../analysis/report/print/comparison-rows.ts'),
          import('papaparse'),
        ])
        return io.print(Papa.unparse(flatRows(compared), { newline: '\n' }))
      }
      const { noteAnswersSeen } = await import('../evaluation/note-answers-seen.ts')
      await noteAnswersSeen(context.db, answer, by)
      if (format === 'json') return io.json({ provenance, ...compared })
      const [{ comparisonReports }, { reportLines }] = await Promise.all([
        import('../../analysis/report/comparison.ts'),
        import('../../analysis/report/print/report-lines.ts'),
      ])
      const lines = comparisonReports({
        ...{ compared, many: answer.many, origin: provenance },
        nameOf: namesOf(answer.loaded.units),
      }).map(reportLines)
      for (const line of lines.flatMap((own, place) => (place === 0 ? own : ['', '', ...own]))) io.print(line)
    })
  },
})

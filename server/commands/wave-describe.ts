import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenData, dataOptions } from './data-options.ts'
import { withContext } from './with-context.ts'
import { writeScripts } from './write-scripts.ts'

const formats = ['table', 'json']

export const command = defineCommand({
  name: 'wave describe',
  summary: 'Was in einer Welle auf eine Frage geantwortet wurde, und was das über alle Befragten sagt',
  usage: 'WELLE FRAGE [--by MERKMAL] [--weights NAME]',
  details: [
    'FRAGE ist der Name einer Frage, wie ihn „stichtag survey show“ zeigt; MERKMAL ist kreis, regierungsbezirk oder groesse.',
    'Mittelwerte und Anteile haben Intervalle, mit --weights auch gewichtet. Beispiel:',
    '  stichtag wave describe umfrage-1 zp_gesamt --by groesse --weights rake',
  ],
  arguments: { min: 2, max: 2 },
  options: {
    by: { type: 'string', value: 'MERKMAL', help: 'wonach gruppiert wird' },
    variable: { type: 'string', value: 'NAME', help: 'nur diese Angabe der Frage' },
    weights: { type: 'string', value: 'NAME', help: 'zusätzlich gewichtet: post, rake, ipw, angabe oder einwohner' },
    grundgesamtheit: {
      type: 'string',
      value: 'NAME',
      help: 'worüber gesprochen wird: befragte (bei Kommunen, wenn nichts gesagt ist), prozess, prozess-verbund oder prozess-kreis',
    },
    filter: { type: 'string', multiple: true, value: 'MERKMAL=WERT', help: 'nur diese Kommunen: kreis=117' },
    ...dataOptions,
    skripte: {
      type: 'string',
      value: 'ORDNER',
      help: 'Skripte in R und Stata, die dasselbe aus der Ausgabe berechnen',
    },
    format: { type: 'string', value: 'FORMAT', default: 'table', help: 'table oder json' },
    ...actingOption,
  },
  async run({ values, positionals: [wave = '', id = ''] }, io) {
    if (!formats.includes(values.format))
      throw new UsageError(`Das Format „${values.format}“ gibt es nicht. Möglich sind: ${formats.join(', ')}.`)
    const filters = (values.filter ?? []).map((text) => {
      const [name = '', code] = text.split('=')
      if (code === undefined) throw new UsageError(`--filter braucht MERKMAL=WERT, nicht „${text}“.`)
      return { name, code }
    })
    const data = chosenData(values)
    const { reading } = await import('../database/reading.ts')
    const [{ describeQuestion, describable }, { descriptionScripts }, { loadSurveys }, { Forms }, { unitKinds }] =
      await Promise.all([
        import('../evaluation/describe-question.ts'),
        import('../evaluation/scripts.ts'),
        import('../evaluation/surveys.ts'),
        import('../forms/form.ts'),
        import('../../surveys/compile/unit-kinds.ts'),
      ])
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const survey = (await loadSurveys(context.db, new Forms())).find((one) => one.wave === wave)
      if (survey === undefined)
        throw new InputError(`Die Welle „${wave}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const question = survey.instrument.questions.get(id)
      if (question === undefined || question.parts.length > 0 || describable(question).length === 0)
        throw new InputError(
          `Die Frage „${id}“ lässt sich in ${wave} nicht auswerten. „stichtag survey show“ zeigt alle Fragen.`,
        )
      const request = {
        ...{ survey, question, by: values.by ?? '', filters },
        ...(values.variable !== undefined && { variable: values.variable }),
        ...(values.weights !== undefined && { weights: values.weights }),
        ...(values.grundgesamtheit !== undefined && { population: values.grundgesamtheit }),
        ...data,
      }
      const described = await reading(context, (copy) => describeQuestion(copy, request))
      const { provenance, grouping } = described
      if (values.skripte !== undefined) {
        const scripts = descriptionScripts(question, survey, described)
        await writeScripts(context.db, { scripts, provenance }, { folder: values.skripte, by, tell: io.tell })
      }
      if (values.format === 'json') return io.json({ provenance, variables: described.described })
      const [{ descriptionReport }, { reportLines }] = await Promise.all([
        import('../../analysis/report/description.ts'),
        import('../../analysis/report/print/report-lines.ts'),
      ])
      const { number, title, kind } = question
      const asked = {
        ...{ title: `${number} ${title}`, kind, described: described.described, grouping: grouping?.label ?? '' },
        many: unitKinds[survey.instrument.unit].many,
        ...(described.shared && { shared: described.shared }),
      }
      for (const line of reportLines(descriptionReport(asked, provenance))) io.print(line)
      if (survey.synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

import { hasStates } from '../../surveys/codebook/state-columns.ts'
import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenFormat, formatOption } from './format-option.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave states',
  summary: 'Angaben einer Welle mit allen ihren Zuständen nebeneinander ausgeben',
  usage: 'WELLE --variable NAME … --out ORDNER [--format FORMAT] [--stand NUMMER] [--als KONTO]',
  details: [
    'Neben NAME, dem Wert, der gilt, steht NAME_erhoben, was angegeben war; NAME_vorwelle, was in der Welle davor stand;',
    'NAME_register, was das Register sagt; NAME_ergaenzt, was für einen fehlenden Wert eingesetzt wird, mit NAME_verfahren.',
    'Spalten für Zustände, die eine Angabe nicht haben kann, gibt es nicht. „--variable alle“ meint alle Zahlen, Auswahlen und Kästchen.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    variable: { type: 'string', multiple: true, value: 'NAME', help: 'diese Angabe; alle: alle' },
    format: formatOption,
    stand: { type: 'string', value: 'NUMMER', help: 'ein früherer Datenstand: seine Nummer' },
    out: { type: 'string', value: 'ORDNER', help: 'wohin die Datei geschrieben wird' },
    ...actingOption,
  },
  async run({ values: { variable: names = [], stand, out, als, ...values }, positionals }, io) {
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Datei.')
    if (names.length === 0) throw new UsageError('Bitte nennen Sie mit --variable, um welche Angaben es geht.')
    const format = chosenFormat(values.format)
    const wanted = stand === undefined ? {} : { state: wholeNumber('--stand', stand) }
    const { openWaves } = await import('../evaluation/open-waves.ts')
    const { stateTable } = await import('../export/state-table.ts')
    const { writeExport } = await import('../export/write-export.ts')
    const { Forms } = await import('../forms/form.ts')
    await withContext(io, {}, async (context) => {
      const account = await actingAccount(context, { als })
      const [exported] = (await openWaves(context.db, new Forms(), positionals)).surveys
      if (exported === undefined) throw new UsageError('Bitte nennen Sie eine Welle.')
      const all = exported.instrument.variables.filter(hasStates)
      const unknown = names.find((name) => name !== 'alle' && !all.some((one) => one.name === name))
      if (unknown !== undefined)
        throw new InputError(`„${unknown}“ ist in ${exported.wave} keine Zahl, Auswahl oder ein Kästchen.`)
      const variables = all.filter(({ name }) => names.includes('alle') || names.includes(name))
      const table = await stateTable(context.pool, exported, variables, { ...wanted, account })
      for (const file of await writeExport(context.db, format, [table], out, account)) io.print(file)
      if (exported.synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})

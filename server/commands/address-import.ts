import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'address import',
  summary: 'Anschriften und Ansprechpersonen aus einer Liste einlesen',
  usage: 'DATEI [--dry-run] [--json] [--als KONTO]',
  details: [
    'CSV oder XLSX, eine Zeile je Kommune (gkz), Antragsverbund (verbund) oder Person (im_nummer); die Spalten in beliebiger Folge:',
    '  gkz oder verbund oder im_nummer, Empfänger, Ansprechperson, Straße, PLZ, Ort, E-Mail, Telefon',
    'Ein Zuwendungsempfänger steht unter seiner Kennung, ein Kreis unter seinem Schlüssel und drei Nullen, z. B. 117000.',
    'Die ganze Liste wird eingelesen oder nichts von ihr; „registry undo“ nimmt sie zurück. Was sie nicht nennt, bleibt.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    'dry-run': { type: 'boolean', help: 'nur zeigen, was sich änderte' },
    json: { type: 'boolean', help: 'den Bericht als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [path = ''] }, io) {
    const { importAddresses } = await import('../registry/import-addresses.ts')
    const { addressLines } = await import('../registry/address-lines.ts')
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      const outcome = await importAddresses(context.db, { path, preview: values['dry-run'] === true, accountId })
      const { names, problems, ...report } = outcome
      if (outcome.state === 'faulty') throw new InputError([...problems, 'Nichts wurde eingelesen.'])
      if (values.json) return io.json(report)
      for (const line of addressLines(outcome)) io.print(line)
    })
  },
})

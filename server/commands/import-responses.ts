import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'import-responses',
  summary: 'Antworten aus einer Datei einlesen, als wären sie in die Fragebögen getippt',
  usage: 'WELLE DATEI [--dry-run] [--entwurf] [--als KONTO]',
  details: [
    'CSV oder XLSX, eine Zeile je Kommune oder Person; die Spalten heißen wie in einer Ausgabe („stichtag survey columns“) und',
    'stehen in beliebiger Folge. Auswahlen als Code oder Bezeichnung, Kreuze als 1 oder ja; leere Zellen ändern nichts.',
    'Was ein Hinweis wäre, begründen die Spalten grund.PRÜFUNG und text.PRÜFUNG.',
    'Die ganze Datei gilt oder nichts von ihr. Überschrieben wird nichts, was schon in einem Fragebogen steht.',
  ],
  arguments: { min: 2, max: 2 },
  options: {
    'dry-run': { type: 'boolean', help: 'nur prüfen, und alles nennen, was nicht stimmt' },
    entwurf: { type: 'boolean', help: 'nur in die Fragebögen eintragen, nicht absenden' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', path = ''] }, io) {
    const { openWave } = await import('../amendments/open-wave.ts')
    const { importResponses } = await import('../form-file/responses/import-responses.ts')
    const { outcomeLines } = await import('../form-file/responses/outcome-lines.ts')
    await withContext(io, {}, async (opened) => {
      const by = await actingAccount(opened, values)
      const { context, asked } = await openWave(opened, id)
      const request = { path, preview: Boolean(values['dry-run']), submit: !values.entwurf, by }
      const outcome = await importResponses(context, asked, request)
      if (outcome.state === 'faulty') throw new InputError([...outcome.problems, 'Nichts ist eingelesen.'])
      for (const line of outcomeLines(outcome)) io.print(line)
    })
  },
})

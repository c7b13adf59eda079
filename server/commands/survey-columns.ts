import { InputError } from '../errors/input-error.ts'
import { unreadable } from '../errors/unreadable.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'survey columns',
  summary: 'Die Spalten zeigen, die eine Ausgabe der Antworten hätte, bevor es eine Welle gibt',
  usage: 'FRAGEBOGEN|DATEI [--json]',
  details: [
    'umfrage-1 ist die neueste Fassung, umfrage-1.v1 eine bestimmte; was auf .json endet, ist eine Datei.',
    'Beispiel: stichtag survey columns entwurf.json',
  ],
  arguments: { min: 1, max: 1 },
  options: { json: { type: 'boolean', help: 'mit allem, was über jede Spalte zu sagen ist, als JSON ausgeben' } },
  async run({ values, positionals: [name = ''] }, io) {
    const [{ loadNamed }, { compileDraft }, { describedColumns }, { loadConcepts }] = await Promise.all([
      import('../../surveys/definition/load.ts'),
      import('../../surveys/definition/compile-draft.ts'),
      import('../../surveys/codebook/describe-columns.ts'),
      import('../../surveys/concordance/load-concepts.ts'),
    ])
    const instrument = name.endsWith('.json') ? await compileDraft(name).catch(unreadable) : await loadNamed(name)
    if (instrument === undefined)
      throw new InputError(`Den Fragebogen „${name}“ gibt es nicht. „stichtag survey list“ zeigt alle.`)
    if (Array.isArray(instrument))
      throw new InputError(instrument.map(({ path, message }) => `${name}: ${path}: ${message}`))
    const columns = describedColumns(instrument, await loadConcepts(instrument))
    if (values.json) return io.json(columns)
    for (const { name: column, type, number = '', label } of columns)
      io.print(`${column.padEnd(33)}${type.padEnd(9)}${number.padEnd(6)}${label}`)
  },
})

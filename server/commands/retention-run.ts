import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'retention run',
  summary: 'Löschen, was lange genug aufbewahrt ist',
  usage: '[--dry-run] [--json]',
  details: [
    'Der Server tut das jede Nacht von selbst. Mit --dry-run wird nur gezeigt, was gelöscht würde. Was einem Archiv anzubieten ist, wartet,',
    'bis „retention archive“ oder die Seite Fristen sagt, was daraus wurde.',
  ],
  options: {
    'dry-run': { type: 'boolean', help: 'nur zeigen, nichts löschen' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
  },
  async run({ values }, io) {
    const { findDue } = await import('../retention/due.ts')
    const { runRetention } = await import('../retention/run.ts')
    const { dueLines } = await import('../retention/words.ts')
    await withContext(io, {}, async (context) => {
      const due = await findDue(context)
      const deleted = values['dry-run'] ? due.filter(({ waits }) => !waits) : await runRetention(context)
      if (deleted === undefined)
        throw new InputError('Ein anderer Server löscht gerade. Bitte versuchen Sie es gleich noch einmal.')
      if (values.json) return io.json(deleted.map(({ wave, kind, rows }) => ({ wave, kind, rows })))
      for (const line of dueLines(deleted)) io.print(line)
      if (deleted.length === 0) io.print('Nichts ist fällig.')
      for (const line of dueLines(due.filter(({ waits }) => waits))) io.tell(`Wartet auf das Archiv: ${line}`)
      if (values['dry-run']) io.tell('Es ist nichts gelöscht.')
    })
  },
})

import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'admindata list',
  summary: 'Die eingelesenen Dateien auflisten, mit Quelle, Lizenz und Umfang',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { dayOfTime } = await import('../domain/german-time.ts')
    const { listBatches } = await import('../store/import-batches.ts')
    await withContext(io, {}, async ({ pool }) => {
      const batches = await listBatches(pool)
      if (values.json) return io.json(batches)
      if (batches.length === 0)
        return io.print('Es ist noch keine Datei eingelesen. „stichtag admindata import DATEI“ liest eine ein.')
      for (const batch of batches) {
        const marks = [batch.synthetic ? 'synthetisch' : '', batch.undone_at === null ? '' : 'zurückgenommen'].filter(
          Boolean,
        )
        io.print(`${batch.id}: ${batch.file_name}, ${batch.title}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`)
        io.print(
          `   ${batch.observations.toLocaleString('de-DE')} Angaben, eingelesen am ${dayOfTime(batch.imported_at)}, ${batch.file_hash.slice(0, 12)}`,
        )
        io.print(`   ${batch.source}; ${batch.licence}`)
      }
    })
  },
})

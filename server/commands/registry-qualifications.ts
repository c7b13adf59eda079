import { isDate } from '../../surveys/reading/dates.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const formats = ['table', 'json', 'csv']

export const command = defineCommand({
  name: 'registry qualifications',
  summary: 'Wie die Integrationsmanager/-innen qualifiziert sind, nach Kreis',
  usage: '[--am TAG] [--format FORMAT]',
  details: [
    'Nach Nr. 4.2.2 der VwV Integrationsmanagement. Wer für mehrere arbeitet, zählt einmal; die Anteile beziehen sich auf alle Personen.',
    'Verdeckt ist, was von weniger als drei Personen spräche.',
  ],
  options: {
    am: { type: 'string', value: 'TAG', help: 'an welchem Tag, zum Beispiel 2018-03-15; sonst heute' },
    format: { type: 'string', value: 'FORMAT', default: 'table', help: 'table, json oder csv' },
  },
  async run({ values: { am, format } }, io) {
    if (!formats.includes(format))
      throw new UsageError(`Das Format „${format}“ gibt es nicht. Möglich sind: ${formats.join(', ')}.`)
    if (am !== undefined && !isDate(am)) throw new UsageError(`--am: „${am}“ ist kein Tag wie 2018-03-15.`)
    const [{ berlinDay }, { qualificationsOn }, { readRegister }] = await Promise.all([
      import('../domain/german-time.ts'),
      import('../evaluation/qualifications.ts'),
      import('../store/register.ts'),
    ])
    await withContext(io, {}, async ({ db }) => {
      const found = await qualificationsOn(db, am ?? berlinDay(new Date()))
      if (format === 'json') return io.json(found)
      if (format === 'csv') {
        const [{ qualificationRows }, { default: Papa }] = await Promise.all([
          import('../../analysis/report/print/qualification-rows.ts'),
          import('papaparse'),
        ])
        return io.print(Papa.unparse(qualificationRows(found.day, found.told), { newline: '\n' }))
      }
      const { qualificationLines } = await import('../evaluation/qualification-lines.ts')
      for (const line of qualificationLines(found, (await readRegister(db)).kreise)) io.print(line)
    })
  },
})

import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'retention show',
  summary: 'Zeigen, was eine Welle wie lange aufbewahrt und was davon fällig ist',
  usage: '[WELLE] [--json]',
  arguments: { min: 0, max: 1 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values, positionals: [id] }, io) {
    const { knownWave } = await import('../retention/known-wave.ts')
    const { findDue } = await import('../retention/due.ts')
    const { dueLines, logTermWords, termLine } = await import('../retention/words.ts')
    const { logRule } = await import('../retention/rules.ts')
    const { listTerms } = await import('../store/retention-terms.ts')
    const { logDays } = await import('../store/log-cuts.ts')
    await withContext(io, {}, async ({ db, config }) => {
      if (id !== undefined) await knownWave(db, id)
      const [terms, due, days] = [await listTerms(db, id), await findDue({ db, config }, id), await logDays(db)]
      if (values.json) return io.json({ terms, due: due.map(({ label: _, ...rest }) => rest), log: { days } })
      for (const term of terms) io.print(termLine(term))
      if (id === undefined) io.print(`alle log: ${logRule.label}: ${logTermWords(days)}`)
      for (const line of dueLines(due)) io.print(`Fällig: ${line}`)
      if (due.length === 0) io.print('Nichts ist fällig.')
    })
  },
})

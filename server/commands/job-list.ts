import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'job list',
  summary: 'Aufträge auflisten: was ansteht, läuft, gescheitert ist',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { listJobs } = await import('../store/jobs.ts')
    const { jobEntry } = await import('../http/pages/intern/mail/job-entry.ts')
    await withContext(io, {}, async ({ db }) => {
      const jobs = await listJobs(db, { most: 1_000 })
      if (values.json) return io.json(jobs)
      if (jobs.length === 0) return io.print('Es gibt keine Aufträge.')
      for (const { title, lines, badge, problem } of jobs.map(jobEntry))
        io.print([title, ...lines, badge.label, ...(problem === '' ? [] : [problem])].join(', '))
    })
  },
})

import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'demo',
  summary: 'Die Beispieldaten laden und ihre Zugangscodes zeigen',
  usage: '',
  details: ['Auf der eigenen Datenbank geschieht das beim ersten Start von selbst.'],
  options: {},
  async run(_given, io) {
    const { loadDemo } = await import('../demo/load.ts')
    const { demoNotice } = await import('../demo/notice.ts')
    const { patient } = await import('../database/pool.ts')
    await withContext(io, patient, async (context) => {
      await loadDemo(context, io.tell)
      for (const line of await demoNotice(context)) io.print(line)
    })
  },
})

import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'amend list',
  summary: 'Die Korrekturen einer Erhebung, und ob sie gelten, ruhen oder zurückgenommen sind',
  usage: 'WELLE [--json] [--als KONTO]',
  arguments: { min: 1, max: 1 },
  options: {
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { amendmentJson, amendmentLine } = await import('../amendments/amendment-words.ts')
    const { openWave } = await import('../amendments/open-wave.ts')
    const { listAmendments } = await import('../store/amendments.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    await withContext(io, {}, async (opened) => {
      const account = await actingAccount(opened, values)
      const { context, asked } = await openWave(opened, id)
      const all = await listAmendments(context.db, { wave: id, account })
      await noteStaff(context.db, {
        action: 'amendments_listed',
        accountId: account,
        wave: id,
        detail: { amendments: all.length },
      })
      if (values.json) return io.json(all.map(amendmentJson))
      for (const one of all) io.print(amendmentLine(one, asked.form.instrument))
    })
  },
})

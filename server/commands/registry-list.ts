import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'registry list',
  summary: 'Auflisten, was ins Verzeichnis und an Anschriften eingelesen wurde',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { dayOfTime } = await import('../domain/german-time.ts')
    const { importForms } = await import('../registry/import-forms.ts')
    const { listImports } = await import('../store/registry-imports.ts')
    await withContext(io, {}, async ({ db }) => {
      const imports = await listImports(db)
      if (values.json) return io.json(imports)
      if (imports.length === 0) return io.print('Es ist noch nichts eingelesen, das sich zurücknehmen ließe.')
      for (const { id, form, fileName, importedAt, who, undoneAt } of imports) {
        const by = who === null ? '' : ` von ${who}`
        const undone = undoneAt === null ? '' : `, zurückgenommen am ${dayOfTime(undoneAt)}`
        io.print(`${id}: ${fileName}, ${importForms[form]}, am ${dayOfTime(importedAt)}${by}${undone}`)
      }
    })
  },
})

import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'migrate',
  summary: 'Die Datenbank auf den neuesten Stand bringen',
  usage: '[--json]',
  details: ['„serve“ tut das von selbst; der Befehl ist für Betriebe, die vor dem Start umstellen.'],
  options: { json: { type: 'boolean', help: 'die angewandten Migrationen als JSON ausgeben' } },
  async run({ values }, io) {
    await withContext(io, {}, async ({ migrated }) => {
      if (values.json) io.json({ applied: migrated })
      else if (migrated.length === 0) io.print('Die Datenbank ist auf dem neuesten Stand.')
      else for (const name of migrated) io.print(`Angewandt: ${name}`)
    })
  },
})

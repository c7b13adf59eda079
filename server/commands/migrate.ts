import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'migrate',
  summary: 'Die Datenbank auf den neuesten Stand bringen',
  usage: '[--json]',
  details: [
    'Mit DATABASE_OWNER_URL geschieht es mit der Rolle, der die Datenbank gehört, und jene von DATABASE_URL bekommt ihre Rechte; so richtet',
    'es „database setup“ ein. Wo Stichtag mit der Rolle arbeitet, der die Tabellen gehören, tut „serve“ das von selbst.',
  ],
  options: { json: { type: 'boolean', help: 'die angewandten Migrationen als JSON ausgeben' } },
  async run({ values }, io) {
    await withContext(io, { asOwner: true }, async ({ migrated }) => {
      if (values.json) io.json({ applied: migrated })
      else if (migrated.length === 0) io.print('Die Datenbank ist auf dem neuesten Stand.')
      else for (const name of migrated) io.print(`Angewandt: ${name}`)
    })
  },
})

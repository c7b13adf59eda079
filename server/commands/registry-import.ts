import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'registry import',
  summary: 'Das Verzeichnis der Kommunen, Antragsverbünde und Integrationsmanager/-innen einlesen',
  usage: '[DATEI] [--json] [--als KONTO]',
  details: [
    'Ohne DATEI das mitgelieferte Verzeichnis der Kommunen (server/registry), sonst eine CSV-Datei. Was sie enthält, sagen ihre Spalten:',
    '  Kommunen:                    gkz, name, einwohner, stand, gueltig_ab',
    '  Antragsverbünde:             verbund, name, gkz, gueltig_ab (eine Zeile je Kommune, die dazugehört)',
    '  Integrationsmanager/-innen:  im_nummer, gueltig_ab',
    'Überall darf gueltig_bis (letzter Tag) hinzukommen. Zweimal einlesen ändert nichts.',
  ],
  arguments: { min: 0, max: 1 },
  options: { json: { type: 'boolean', help: 'die Anzahlen als JSON ausgeben' }, ...actingOption },
  async run({ values, positionals: [file] }, io) {
    const { importLabels, importRegistry, importShippedRegistry } = await import('../registry/import-registry.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const accountId = await actingAccount(context, values)
      const counts = await (file === undefined ? importShippedRegistry(db) : importRegistry(db, file))
      await noteStaff(db, { action: 'registry_imported', accountId, detail: counts })
      if (values.json) return io.json(counts)
      for (const [kind, { added, changed, unchanged }] of Object.entries(counts)) {
        const label = importLabels[kind as keyof typeof importLabels]
        io.print(`${label}: ${added} neu, ${changed} geändert, ${unchanged} unverändert`)
      }
    })
  },
})

import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'registry import',
  summary: 'Das Verzeichnis der Kommunen, Antragsverbünde und Integrationsmanager/-innen einlesen',
  usage: '[DATEI] [--json]',
  details: [
    'Ohne DATEI das mitgelieferte Verzeichnis der Kommunen (server/registry), sonst eine CSV-Datei. Was sie enthält, sagen ihre Spalten:',
    '  Kommunen:                    gkz, name, einwohner, stand, gueltig_ab',
    '  Antragsverbünde:             verbund, name, gkz, gueltig_ab (eine Zeile je Kommune, die dazugehört)',
    '  Integrationsmanager/-innen:  im_nummer, gueltig_ab',
    'Überall darf gueltig_bis (letzter Tag) hinzukommen. Zweimal einlesen ändert nichts.',
  ],
  arguments: { min: 0, max: 1 },
  options: { json: { type: 'boolean', help: 'die Anzahlen als JSON ausgeben' } },
  async run({ values, positionals: [file] }, io) {
    const { importLabels, importRegistry, importShippedRegistry } = await import('../registry/import-registry.ts')
    await withContext(io, {}, async ({ db }) => {
      const counts = await (file === undefined ? importShippedRegistry(db) : importRegistry(db, file))
      if (values.json) return io.json(counts)
      for (const [kind, { added, changed, unchanged }] of Object.entries(counts)) {
        const label = importLabels[kind as keyof typeof importLabels]
        io.print(`${label}: ${added} neu, ${changed} geändert, ${unchanged} unverändert`)
      }
    })
  },
})

import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'registry import',
  summary: 'Das Verzeichnis der Kommunen einlesen',
  usage: '[DATEI] [--json]',
  details: [
    'Ohne DATEI das mitgelieferte Verzeichnis (server/registry), sonst eine CSV-Datei mit den Spalten',
    'gkz, name, einwohner, stand, gueltig_ab und, wenn nötig, gueltig_bis. Zweimal einlesen ändert nichts.',
  ],
  arguments: { min: 0, max: 1 },
  options: { json: { type: 'boolean', help: 'die Anzahlen als JSON ausgeben' } },
  async run({ values, positionals: [file] }, io) {
    const { importRegistry, importShippedRegistry } = await import('../registry/import-registry.ts')
    await withContext(io, {}, async ({ db }) => {
      const counts = await (file === undefined ? importShippedRegistry(db) : importRegistry(db, file))
      if (values.json) return io.json(counts)
      const { kreise, gemeinden } = counts
      io.print(`Kreise: ${kreise.added} neu, ${kreise.changed} geändert, ${kreise.unchanged} unverändert`)
      io.print(`Kommunen: ${gemeinden.added} neu, ${gemeinden.changed} geändert, ${gemeinden.unchanged} unverändert`)
    })
  },
})

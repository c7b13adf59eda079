import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineCommand, UsageError } from './command.ts'

export const command = defineCommand({
  name: 'kreisbericht',
  summary: 'Den Bericht eines Kreises über sein Integrationsmanagement schreiben',
  usage: 'ANGABEN --out ORDNER',
  details: [
    'ANGABEN ist eine JSON-Datei nach schemas/kreisbericht.schema.json: Zahlen mit Zeit und Herkunft, eigene Absätze.',
    'Geschrieben werden kreisbericht.html und kreisbericht.pdf (PDF/UA-1); gleiche Angaben ergeben dieselben Dateien, Byte für Byte.',
    'Was fehlt, steht im Bericht unter „Was offen ist“.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    out: { type: 'string', value: 'ORDNER', help: 'wohin geschrieben wird' },
  },
  async run({ values: { out }, positionals: [file = ''] }, io) {
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner.')
    const [{ readFacts }, { reportFiles }, { inWorkplace }] = await Promise.all([
      import('../kreisbericht/read-facts.ts'),
      import('../kreisbericht/report-files.ts'),
      import('../export/workplace.ts'),
    ])
    const files = await reportFiles(readFacts(file))
    const names = files.map(({ name }) => name)
    await inWorkplace(out, names, async (workplace) => {
      for (const { name, content } of files) await writeFile(join(workplace, name), content, { flag: 'wx' })
    })
    for (const name of names) io.print(join(out, name))
  },
})

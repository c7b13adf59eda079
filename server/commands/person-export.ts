import { join } from 'node:path'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'person export',
  summary: 'Ausgeben, was über eine Person gespeichert ist (Auskunft)',
  usage: 'TEXT --out ORDNER [--black-out WORT …]',
  details: [
    'Schreibt auskunft.json und auskunft.pdf: was „person find“ findet, mit Erhebung, Frage und Stand, dazu Zweck, Empfänger und',
    'Speicherdauer aus der Betreiberdatei (Art. 15 DSGVO). Bei einer IM-Nummer alle Antworten. Im Protokoll steht der Text nicht.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    out: { type: 'string', value: 'ORDNER', help: 'wohin; die Dateien darf es dort noch nicht geben' },
    'black-out': {
      type: 'string',
      value: 'WORT',
      multiple: true,
      help: 'macht Namen anderer in Texten unkenntlich; mehrmals möglich',
    },
    json: { type: 'boolean', help: 'was geschrieben wurde als JSON ausgeben' },
  },
  async run({ values, positionals: [term = ''] }, io) {
    const { out } = values
    if (!out) throw new UsageError('Bitte nennen Sie mit --out den Ordner für die Auskunft.')
    if (term.trim().length < 2) throw new UsageError('Bitte nennen Sie mindestens zwei Zeichen.')
    const { assertFree } = await import('../backup/assert-free.ts')
    const { findPerson } = await import('../persons/find-person.ts')
    const { recordFiles, writeRecord } = await import('../persons/record-files.ts')
    const { personRecord } = await import('../persons/person-record.ts')
    const { noteRecord } = await import('../persons/note-record.ts')
    const { typeset } = await import('../paper/typeset.ts')
    const { Forms } = await import('../forms/form.ts')
    const { readRegister } = await import('../store/register.ts')
    await withContext(io, {}, async ({ db, config }) => {
      const hidden = values['black-out'] ?? []
      const sources = { db, forms: new Forms(), register: await readRegister(db), operator: config.operator }
      const record = await personRecord(sources, await findPerson({ db, config }, term.trim()), hidden)
      const files = await recordFiles(record, async (paper) => Buffer.from(typeset('person', paper)))
      for (const { name } of files) await assertFree(join(out, name))
      await noteRecord(db, { record, files })
      const paths = await writeRecord(out, files)
      if (values.json) return io.json({ files: paths, texts: record.texts.length, forms: record.forms.length })
      for (const path of paths) io.print(path)
    })
  },
})

import { defineCommand } from './command.ts'
import { readTermsFile } from './terms-file.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'retention set',
  summary: 'Festlegen, was eine Welle wie lange aufbewahrt',
  usage: 'WELLE DATEI',
  details: [
    'DATEI ist JSON, zum Beispiel {"contact": {"days": 30, "archive": false}, "drafts": {"days": null}}. Gezählt wird vom Ende der Welle',
    'an; null heißt ohne Frist, archive: zuerst einem Archiv anbieten. Möglich sind contact (Kontaktdaten), drafts (nie abgesendete',
    'Entwürfe), initials (Kürzel) und codes (Zugangscodes); was fehlt, bleibt, wie es ist. Die Datenschutzhinweise sagen es den Befragten.',
  ],
  arguments: { min: 2, max: 2 },
  options: {},
  async run({ positionals: [id = '', file = ''] }, io) {
    const terms = await readTermsFile(file)
    const { knownWave } = await import('../retention/known-wave.ts')
    const { termLine } = await import('../retention/words.ts')
    const { listTerms, setTerms } = await import('../store/retention-terms.ts')
    const { noteWave } = await import('../store/waves.ts')
    await withContext(io, {}, async ({ db }) => {
      await knownWave(db, id)
      await db.transaction().execute(async (trx) => {
        await setTerms(trx, id, terms)
        await noteWave(trx, id, 'retention_set', terms)
      })
      for (const term of await listTerms(db, id)) io.print(termLine(term))
    })
  },
})

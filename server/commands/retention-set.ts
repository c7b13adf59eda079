import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { forAll, setForAll } from './retention-set-for-all.ts'
import { readTermsFile } from './terms-file.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'retention set',
  summary: 'Festlegen, was eine Welle wie lange aufbewahrt',
  usage: 'WELLE|alle DATEI [--als KONTO]',
  details: [
    'DATEI ist JSON, zum Beispiel {"contact": {"days": 30, "archive": false}, "drafts": {"days": null}}. Gezählt wird vom Ende der Welle',
    'an; null heißt ohne Frist, archive: zuerst einem Archiv anbieten. Möglich sind contact (Kontaktdaten), drafts (nie abgesendete',
    'Entwürfe), initials (Kürzel), codes (Zugangscodes) und, wo Personen befragt werden, origin (Verbindung zur Nummer); was fehlt, bleibt, wie es ist. Die Datenschutzhinweise sagen es den Befragten.',
    'Für alle zusammen gilt die Frist des Protokolls: „alle“ und {"log": {"days": 3650}}, mindestens ein Jahr, gezählt vom Eintrag an.',
  ],
  arguments: { min: 2, max: 2 },
  options: actingOption,
  async run({ values, positionals: [id = '', file = ''] }, io) {
    if (id === forAll) return setForAll(file, values, io)
    const terms = await readTermsFile(file)
    const { knownWave } = await import('../retention/known-wave.ts')
    const { assertKinds } = await import('../retention/assert-kinds.ts')
    const { termLine } = await import('../retention/words.ts')
    const { listTerms, setTerms } = await import('../store/retention-terms.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      await knownWave(db, id)
      assertKinds(terms, await listTerms(db, id))
      const accountId = await actingAccount(context, values)
      await db.transaction().execute(async (trx) => {
        await setTerms(trx, id, terms)
        await noteStaff(trx, { action: 'retention_set', accountId, wave: id, detail: { ...terms } })
      })
      for (const term of await listTerms(db, id)) io.print(termLine(term))
    })
  },
})

import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'person find',
  summary: 'Suchen, was über eine Person gespeichert ist',
  usage: 'TEXT [--json] [--als KONTO]',
  details: [
    'Sucht einen Namen, eine E-Mail-Adresse, Telefonnummer, ein Kürzel, eine IM-Nummer oder ein Konto in allem, was Personen nennen kann:',
    'Entwürfe, ihr Verlauf, Verspätetes, Abgaben, Bemerkungen, Begründungen, eingelesene Dateien, Anschriften, Sendungen und Notizen',
    'des Feldbüros, E-Mails, die als Datei liegen. Die Suche selbst steht ohne den Text im Protokoll.',
  ],
  arguments: { min: 1, max: 1 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben, die Texte ganz' }, ...actingOption },
  async run({ values, positionals: [term = ''] }, io) {
    if (term.trim().length < 2) throw new UsageError('Bitte nennen Sie mindestens zwei Zeichen.')
    const { findPerson, isNobody } = await import('../persons/find-person.ts')
    const { linesOf } = await import('../persons/describe-found.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const accountId = await actingAccount(context, values)
      const found = await findPerson(context, term.trim())
      await noteStaff(db, { action: 'person_searched', accountId, detail: { texts: found.texts.length } })
      if (values.json) return io.json(found)
      if (isNobody(found))
        return io.print(
          'Nichts gefunden. Namen stehen oft anders da: mit ss statt ß, nur als Nachname, als Kürzel; Telefonnummern mit anderen ' +
            'Leerzeichen.',
        )
      for (const line of linesOf(found)) io.print(line)
    })
  },
})

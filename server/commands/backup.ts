import { passphraseOf, passphraseOption } from '../backup/passphrase.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'backup',
  summary: 'Die ganze Datenbank in eine Datei sichern, auch im laufenden Betrieb',
  usage: '--out DATEI [--passphrase-file DATEI] [--als KONTO]',
  details: [
    'Sichert alles, was in der Datenbank steht, zu einem Zeitpunkt. Mit einem Kennwort wird die Datei verschlüsselt und enthält auch',
    'das Geheimnis (STICHTAG_SECRET), ohne das Zugangscodes nicht gelten. Zurück geht es mit „restore“; „backup verify“ probt das.',
    'Die Datei ist ein tar-Archiv (gzip), verschlüsselt eine von „age“: server/backup/README.md beschreibt sie.',
  ],
  options: {
    out: { type: 'string', value: 'DATEI', help: 'wohin gesichert wird; die Datei darf es noch nicht geben' },
    ...passphraseOption,
    json: { type: 'boolean', help: 'was gesichert wurde als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values }, io) {
    const { out: file } = values
    if (file === undefined) throw new UsageError('Bitte nennen Sie mit --out die Datei für die Sicherung.')
    const { makeBackup } = await import('../backup/make-backup.ts')
    const { noteBackup } = await import('../store/backups.ts')
    await withContext(io, { asItIs: true, asOwner: true }, async (context) => {
      const { db, pool, config } = context
      const by = await actingAccount(context, values)
      const passphrase = await passphraseOf(values['passphrase-file'], config)
      const progress = io.progress('Zeilen')
      const made = await makeBackup(pool, { file, config, passphrase, onRows: (rows) => progress.update(rows) })
      progress.end()
      await noteBackup(db, 'backup_made', { ...made }, by)
      if (values.json) io.json({ file, ...made })
      else io.print(`${made.tables} Tabellen mit ${made.rows} Zeilen stehen in ${file}.`)
      if (!made.hasSecret) for (const line of withoutSecret) io.tell(line)
    })
  },
})

const withoutSecret = [
  'Achtung: Das Geheimnis (STICHTAG_SECRET) ist in dieser Sicherung NICHT enthalten; ohne es gelten weder Zugangscodes noch Kennwörter.',
  'Bitte bewahren Sie es getrennt auf, oder sichern Sie mit --passphrase-file: dann ist es verschlüsselt dabei.',
]

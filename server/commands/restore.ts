import type { Checked } from '../backup/check-backup.ts'
import { passphraseOf, passphraseOption } from '../backup/passphrase.ts'
import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'restore',
  summary: 'Eine Sicherung in eine leere Datenbank einspielen',
  usage: 'DATEI [--passphrase-file DATEI]',
  details: [
    'Die Datenbank muss leer sein: ein neuer Ordner (STICHTAG_DATA) oder eine neue Datenbank (DATABASE_URL). Geprüft wird vorher und nachher;',
    'geht etwas schief, bleibt sie leer. Sicherungen früherer Fassungen werden dabei auf den neuesten Stand gebracht. Das tut die Rolle, der',
    'die Datenbank gehört: Arbeitet Stichtag mit einer anderen, so nennt DATABASE_OWNER_URL sie.',
  ],
  arguments: { min: 1, max: 1 },
  options: passphraseOption,
  async run({ values, positionals: [file = ''] }, io) {
    const { restoreBackup } = await import('../backup/restore-backup.ts')
    const { beside } = await import('../backup/beside.ts')
    const { listWords } = await import('../backup/list-words.ts')
    const { eraseAgain } = await import('../persons/erase.ts')
    const { grantee, readStanding } = await import('../database/roles/standing.ts')
    const { noteBackup } = await import('../store/backups.ts')
    await withContext(io, { asItIs: true, asOwner: true }, async ({ db, pool, config, standing }) => {
      const { role, isOwner } = await readStanding(db)
      if (!isOwner) throw new InputError(notOwner(role))
      const passphrase = await passphraseOf(values['passphrase-file'], config)
      const said: string[] = []
      const putBeside = async (checked: Checked) => {
        for (const { name, putBack } of beside) {
          const content = checked.beside.get(name)
          if (content !== undefined) said.push(...(await putBack(content, config)))
        }
      }
      const restored = await restoreBackup(pool, { file, passphrase }, { application: grantee(standing), putBeside })
      const { head, manifest, migrated, held } = restored
      const rows = Object.values(manifest.tables).reduce((all, sum) => all + sum.rows, 0)
      io.print(`Eingespielt ist die Sicherung vom ${head.madeAt}: ${head.tables.length} Tabellen, ${rows} Zeilen.`)
      for (const name of migrated) io.print(`Angewandt: ${name}`)
      for (const line of said) io.tell(line)
      if (held > 0) io.tell(`Angehalten: ${held} Sendungen und andere Aufträge. ${lookFirst}`)
      const again = await eraseAgain(db, config.dataDir)
      if (again.texts > 0) io.print(`Wieder gelöscht, was seither zu löschen war: ${again.texts} Texte.`)
      for (const line of listWords(config.dataDir, again)) io.tell(line)
      if (!restored.beside.has('secret')) for (const line of withoutSecret) io.tell(line)
      await noteBackup(db, 'backup_restored', { madeAt: head.madeAt, rows, migrated })
    })
  },
})

const notOwner = (role: string) =>
  `Die Rolle „${role}“ darf keine Tabellen anlegen. Abhilfe: mit DATABASE_OWNER_URL die Adresse mit der Rolle nennen, der die Datenbank gehört.`

const lookFirst =
  'Was seit der Sicherung gesendet wurde, ist hier nicht bekannt; von selbst geht nichts hinaus. Siehe „stichtag job list“.'

const withoutSecret = [
  'Achtung: Die Sicherung enthält das Geheimnis (STICHTAG_SECRET) NICHT. Zugangscodes und Kennwörter gelten nur,',
  'wenn es hier dasselbe ist wie dort, wo gesichert wurde: als STICHTAG_SECRET oder in der Datei „secret“ in STICHTAG_DATA.',
]

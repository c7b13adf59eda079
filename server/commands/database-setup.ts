import { InputError } from '../errors/input-error.ts'
import { defineCommand, UsageError } from './command.ts'

export const command = defineCommand({
  name: 'database setup',
  summary: 'Auf einem PostgreSQL zwei Rollen und die Datenbank einrichten',
  usage: '[--database NAME] [--new-passwords]',
  details: [
    'Liest DATABASE_ADMIN_URL: die Adresse, unter der sich jemand anmeldet, der Rollen und Datenbanken anlegen darf, zum Beispiel',
    'postgres://postgres:…@db.example/postgres. Der einen Rolle (NAME_owner) gehört die Datenbank; mit der anderen (NAME_app) arbeitet',
    'Stichtag: Sie kann keine Tabelle ändern, keinen Auslöser abschalten und im Protokoll nur ergänzen. Was in der Datenbank schon',
    'steht, geht an die erste über und kommt auf den neuesten Stand; der Server sollte dabei angehalten sein. Ausgegeben werden die',
    'Einstellungen DATABASE_URL und DATABASE_OWNER_URL mit neuen Kennwörtern, dieses eine Mal.',
  ],
  options: {
    database: { type: 'string', value: 'NAME', default: 'stichtag', help: 'wie die Datenbank heißt, sonst „stichtag“' },
    'new-passwords': { type: 'boolean', help: 'beiden Rollen neue Kennwörter geben; die bisherigen gelten nicht mehr' },
  },
  async run({ values: { database, 'new-passwords': newPasswords = false } }, io) {
    if (!/^[a-z_][a-z0-9_]{0,50}$/.test(database))
      throw new UsageError('Der Name der Datenbank besteht aus kleinen Buchstaben, Ziffern und Unterstrichen.')
    const { readConfig } = await import('../boot/config.ts')
    const read = readConfig(io.env)
    if ('problems' in read) throw new InputError(read.problems)
    const { databaseAdminUrl: admin } = read.config
    if (admin === undefined)
      throw new InputError(
        'DATABASE_ADMIN_URL fehlt: die Adresse, unter der sich jemand anmeldet, der Rollen und Datenbanken anlegen darf.',
      )
    const { explainConnection } = await import('../database/connection-problem.ts')
    const { setUpDatabase } = await import('../database/roles/set-up.ts')
    const { settingsOf, told } = await import('./set-up-words.ts')
    const done = await setUpDatabase(admin, { database, newPasswords }).catch((error: unknown) => {
      throw explainConnection(error, admin, 'DATABASE_ADMIN_URL')
    })
    for (const line of told(done, database)) io.tell(line)
    for (const line of settingsOf(done, admin, database)) io.print(line)
  },
})

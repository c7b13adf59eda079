import { join } from 'node:path'
import t from 'tap'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { knownMigrations } from '../../../server/database/migrate.ts'
import { Forms } from '../../../server/forms/form.ts'
import { buildApp } from '../../../server/http/app.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { Visitor } from '../../support/visitor.ts'
import { whereStands } from '../../support/where-stands.ts'

/**
 * Backups as earlier versions wrote them, by their own code: a form of Umfrage 0 that is submitted and was then changed, one page of it
 * come too late. The oldest is sealed, and from before contact data lay apart. They stay as they are; a version that changes how a
 * backup is written adds one.
 */
const earlier = [
  {
    name: 'level-0018.tar.gz.age',
    level: '0018_codes_looked_up',
    code: '205W-7J1F-5Y3J-M0DM',
    passphrase: 'ein langes Kennwort',
  },
  { name: 'level-0023.tar.gz', level: '0023_person_requests', code: '2AK4-VQBN-9MWN-3QVG', passphrase: undefined },
] as const

const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), LOG_LEVEL: 'error' })
if ('problems' in read) throw new Error(read.problems.join('\n'))
const { config } = read

for (const { name, level, code, passphrase } of earlier) {
  t.test(`${name} comes back, and somebody goes on`, async (t) => {
    const { db, pool } = await bareDatabase(t)
    const file = join(projectRoot, 'test', 'server', 'backup', 'earlier', name)
    const restored = await restoreBackup(pool, { file, passphrase })
    t.equal(restored.head.migrations.at(-1), level)
    t.strictSame([...restored.head.migrations, ...restored.migrated], await knownMigrations())
    t.equal(restored.beside.get('secret'), passphrase === undefined ? undefined : 'x'.repeat(40))
    t.strictSame(await whereStands(db, 'Größing'), [
      'contact.draft_change',
      'contact.draft_value',
      'contact.respondent',
    ])
    t.strictSame(await whereStands(db, 'Żofia, spät'), ['contact.parked_page'])

    const context = { config, keys: deriveKeys('x'.repeat(40)), db, pool }
    const app = await buildApp(context, false, new Forms())
    t.teardown(() => app.close())
    const visitor = new Visitor(app)
    visitor.home = '/erhebung/umfrage-0/117019'
    await visitor.get('/zugang')
    t.equal((await visitor.post('/zugang', { code, kuerzel: 'KM' })).location, `${visitor.home}/aufbewahrt`)
    t.match((await visitor.get(`${visitor.home}/abschnitt/anmerkungen`)).words, /und \\ und Zeile, „ä€😀“/)
    t.match((await visitor.get(`${visitor.home}/aufbewahrt`)).words, /Żofia, spät/)
    t.match((await visitor.submit()).location, /quittung\/Q-/)
  })
}

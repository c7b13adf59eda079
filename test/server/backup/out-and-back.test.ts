import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { checkBackup } from '../../../server/backup/check-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { openContext } from '../../../server/boot/open.ts'
import type { Db } from '../../../server/database/database.ts'
import { anchorText } from '../../../server/domain/log-chain.ts'
import { buildApp } from '../../../server/http/app.ts'
import { erase } from '../../../server/persons/erase.ts'
import { sealAll } from '../../../server/store/log-seals.ts'
import { findTexts } from '../../../server/store/person-texts.ts'
import { setTerms } from '../../../server/store/retention-terms.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { debianPostgres } from '../../support/debian-postgres.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { clusterFolder } from '../../support/own-cluster.ts'
import { published } from '../../support/published.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { guards, tableSums } from '../../support/table-sums.ts'
import { Visitor } from '../../support/visitor.ts'
import { whereStands } from '../../support/where-stands.ts'

const passphrase = 'ein langes Kennwort'
const ground = { ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO', accountId: null, consentId: null, initials: [], cut: [] }

interface Client {
  unit: string
  field: string
  /** What was answered with "saved" last, and what was sent last. */
  saved: number
  sent: number
}

/** Twenty people who write rising numbers into a field each, until they are told to stop. */
async function manyClients(test: TestApp) {
  const { sections } = await published('umfrage-1')
  const counts = sections.flatMap(({ id, questions }) =>
    questions.flatMap(({ variables }) =>
      variables.filter(({ type }) => type === 'count').map(({ name }) => ({ id, name })),
    ),
  )
  const units = ['117026', '117042']
  let goesOn = true
  const clients: Client[] = []
  const running = Array.from({ length: 20 }, async (_, place) => {
    const [unit = '', { id, name } = { id: '', name: '' }] = [units[place % 2], counts[place]]
    const client = { unit, field: name, saved: 0, sent: 0 }
    clients.push(client)
    const visitor = await test.login(`K${place}`, unit)
    await visitor.get(`${visitor.home}/abschnitt/${id}`)
    while (goesOn) {
      client.sent += 1
      const { status, json } = await visitor.autosave(id, { [name]: String(client.sent) })
      if (status !== 200) throw new Error(`${name}: ${status}`)
      visitor.rev = String(json.rev)
      client.saved = client.sent
    }
  })
  return {
    clients,
    async stop() {
      goesOn = false
      await Promise.all(running)
    },
  }
}

/** Open forms with words that are saved, sessions of both kinds, an erasure, a sealed log and a term of its own. */
async function world(t: Test) {
  const folder = t.testdir({ kennwort: `${passphrase}\n`, daten: {} })
  const test = await testApp(t, {}, { STICHTAG_DATA: join(folder, 'daten') })
  const staff = await staffAccount(test, 'feldbuero')
  const office = await signIn(test, await staffAccount(test, 'forschung'))
  const official = await test.login('KM')
  await official.get(`${official.home}/abschnitt/anmerkungen`)
  t.equal((await official.autosave('anmerkungen', { anmerkungen: 'Tab\tund \\ und\nZeile, „ä€😀“' })).status, 200)
  const other = await test.login('ZB', '117026')
  for (const [section, typed] of Object.entries({ sprache: 'im_alpha_kom', anmerkungen: 'anmerkungen' })) {
    await other.get(`${other.home}/abschnitt/${section}`)
    const text = section === 'sprache' ? 'laut Jürgen Weiß' : 'laut Petra Schwarz'
    t.equal((await other.autosave(section, { [typed]: text })).status, 200)
  }
  t.match((await other.submit()).location, /quittung/)
  await erase(test, { ...ground, texts: await findTexts(test.db, { term: 'Weiß' }) })
  await setTerms(test.db, 'umfrage-1', { contact: { days: 17, archive: true } })
  await sealAll(test.db)
  return { test, folder, staff, office, official }
}

/** Without what PostgreSQL lists from 18 on only. */
const checked = (all: readonly unknown[]) => all.filter((one) => !JSON.stringify(one).includes('NOT NULL '))

/** Counts as the database itself has them. */
async function rowsOf(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*)::integer as rows from ${sql.table(table)}`.execute(db)
  return rows[0]?.rows ?? -1
}

/** Of each form the draft is at the revision of its newest change, and each text is the one that was changed last. An erasure counts on. */
async function isOfOneMoment(t: Test, db: Db): Promise<void> {
  const { rows } = await sql`
    select d.participant_id from draft d cross join lateral (
      select max(rev) as rev from draft_change c where c.participant_id = d.participant_id) newest
    where d.rev < newest.rev
      or d.rev > newest.rev and not exists (select from erasure e where e.participant_id = d.participant_id)
    union all
    select v.participant_id from draft_value v where v.value <> (select value from draft_change c
      where c.participant_id = v.participant_id and c.field = v.field order by rev desc limit 1)`.execute(db)
  t.strictSame(rows, [], 'drafts and their history are of one moment')
}

t.test('a world goes out while twenty people save, and an official goes on where she was', async (t) => {
  // Between two databases there may be nothing else that keeps this process alive.
  const alive = setInterval(() => undefined, 1_000)
  t.teardown(() => clearInterval(alive))
  const { test, folder, staff, office, official } = await world(t)
  const file = join(folder, 'sicherung.age')
  const key = ['--passphrase-file', join(folder, 'kennwort')]
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: test.config.secret, STICHTAG_DATA: test.config.dataDir }
  const { clients, stop } = await manyClients(test)
  while (clients.length < 20 || clients.some(({ saved }) => saved < 2)) await sleep(20)
  const acknowledged = clients.map(({ saved }) => saved)
  t.match(await stichtag(['backup', '--out', file, ...key], env), { code: 0 })
  const sent = clients.map(({ sent }) => sent)
  await stop()
  t.ok(
    clients.some(({ saved }, place) => saved > (acknowledged[place] ?? 0)),
    'they were saving meanwhile',
  )

  const later = await findTexts(test.db, { term: 'Schwarz' })
  t.ok(later.length > 0)
  await erase(test, { ...ground, texts: later })
  const { head, manifest } = await checkBackup({ file, passphrase })
  // The same snapshot as it was, brought back without what the command does after it.
  const bare = await bareDatabase(t)
  await restoreBackup(bare.pool, { file, passphrase })
  const snapshot = await tableSums(bare.pool)
  await isOfOneMoment(t, bare.db)

  const debian = await debianPostgres(t)
  const own = dirname(await clusterFolder(t))
  const places = [
    { STICHTAG_DATA: own },
    { STICHTAG_DATA: join(folder, 'woanders'), DATABASE_URL: debian.url, STICHTAG_SECRET: test.config.secret },
  ]
  for (const place of places) {
    await mkdir(place.STICHTAG_DATA, { recursive: true })
    // What was erased since stands beside the database that is gone, and is carried over.
    await copyFile(join(test.config.dataDir, 'erasures.jsonl'), join(place.STICHTAG_DATA, 'erasures.jsonl'))
    t.match(await stichtag(['restore', file, ...key], place), { code: 0, stdout: /Wieder gelöscht.*: 3 Texte/ })
    const context = await openContext({ env: place })
    t.teardown(() => context.close())
    t.equal(context.config.secret ?? test.config.secret, test.config.secret)
    const sums = await tableSums(context.pool)
    const changed = Object.keys(snapshot).filter((table) => sums[table] !== snapshot[table])
    t.strictSame(
      changed,
      [
        'public.answer_change',
        'public.answer_value',
        'public.audit',
        'public.data_state',
        'public.draft',
        'public.draft_change',
        'public.draft_value',
        'public.erasure',
        'public.session',
        'public.submission',
      ],
      'as the snapshot, but for what is erased again and the note of it',
    )
    t.strictSame(checked(await guards(context.pool)), checked(await guards(test.pool)))
    for (const [table, { rows }] of Object.entries(manifest.tables).filter(([table]) => !changed.includes(table)))
      t.equal(await rowsOf(context.db, table), rows, table)
    t.strictSame(await whereStands(context.db, 'Weiß'), [])
    t.strictSame(await whereStands(context.db, 'Schwarz'), [], 'what was erased after the backup')
    const kept = await sql<{ field: string; value: string }>`select field, value from draft_value`.execute(context.db)
    for (const [place, { field }] of clients.entries()) {
      const value = Number(kept.rows.find((row) => row.field === field)?.value)
      t.ok(value >= (acknowledged[place] ?? 0) && value <= (sent[place] ?? 0), `${field}: ${value}`)
    }

    const anchor = anchorText(head.log ?? { number: 0, hash: '' })
    t.match(await stichtag(['log', 'verify', '--anker', anchor], place), { code: 0, stdout: /unverändert/ })
    const app = await buildApp(context, false)
    t.teardown(() => app.close())
    const here = Object.assign(new Visitor(app), { cookie: official.cookie })
    t.match(
      (await here.get(`${here.home}/abschnitt/anmerkungen`)).words,
      /und \\ und Zeile, „ä€😀“/,
      'her words, in her session',
    )
    t.equal((await here.autosave('anmerkungen', { anmerkungen: 'und weiter' })).status, 200)
    const desk = Object.assign(new Visitor(app), { cookie: office.cookie })
    t.equal((await desk.get('/intern/auswertung')).status, 200, 'also the staff, in theirs')
    await signIn({ ...test, db: context.db }, staff, app)
    const submitted = await here.submit()
    t.match(submitted.location, /quittung/)
    t.match((await here.get(submitted.location)).words, /Q-/)
    t.match((await sql`select days, archive from wave_retention where kind = 'contact'`.execute(context.db)).rows, [
      { days: 17, archive: true },
    ])
  }
})

t.test('without the secret it is said what no longer works, and what does', async (t) => {
  const { test, folder, staff, official } = await world(t)
  const file = join(folder, 'offen')
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: test.config.secret, STICHTAG_DATA: test.config.dataDir }
  t.match(await stichtag(['backup', '--out', file], env), { code: 0, stderr: /NICHT enthalten/ })
  const target = await bareDatabase(t)
  const place = { DATABASE_URL: target.url, STICHTAG_SECRET: 'y'.repeat(40), STICHTAG_DATA: join(folder, 'woanders') }
  const { code, stderr } = await stichtag(['restore', file], place)
  t.equal(code, 0)
  t.match(
    stderr,
    /Achtung: Die Sicherung enthält das Geheimnis \(STICHTAG_SECRET\) NICHT\. Zugangscodes und Kennwörter gelten nur/,
  )

  const context = await openContext({ env: place })
  const app = await buildApp(context, false)
  t.teardown(() => app.close().finally(() => context.close()))
  const stranger = new Visitor(app)
  await stranger.get('/zugang')
  const refused = await stranger.post('/zugang', { code: await test.codeFor('117019'), kuerzel: 'KM' })
  t.equal(refused.location, '')
  t.match(refused.words, /Zugangscode/, 'an access code is none')
  await t.rejects(signIn({ ...test, db: context.db }, staff, app), /login failed/, 'nor is a password')
  const here = Object.assign(new Visitor(app), { cookie: official.cookie })
  t.match((await here.get(`${here.home}/abschnitt/anmerkungen`)).words, /und Zeile/, 'who was logged in still is')
  t.equal((await here.autosave('anmerkungen', { anmerkungen: 'und weiter' })).status, 200)
})

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'

t.test('what is kept how long is set, shown, tried and ended from the command line', async (t) => {
  const test = await testApp(t)
  const folder = t.testdir({})
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: folder }
  const run = (...args: string[]) => stichtag(['retention', ...args], env)
  const file = async (content: string) => {
    const path = join(folder, 'fristen.json')
    await writeFile(path, content)
    return path
  }
  await test.codeFor('117019')
  await test.codeFor('117026')
  await sql`update wave set frist = '2020-01-31', stichtag = null`.execute(test.db)

  const shown = await run('show', 'umfrage-1')
  t.match(
    shown.stdout,
    /umfrage-1 contact: Kontaktdaten für Rückfragen, Sendungen und Notizen: 90 Tage nach dem Ende der Erhebung; ab 01\.05\.2020\n/,
  )
  t.match(shown.stdout, /Fällig: umfrage-1: Zugangscodes: 2 Einträge/)
  const cases: [content: string, message: RegExp][] = [
    ['{', /kein JSON/],
    ['{"contact": {"days": -1}}', /fristen\.json: „contact\.days“ ist so nicht möglich/],
    ['{"kontakt": {"days": 1}}', /„kontakt“ ist so nicht möglich.*möglich sind contact, drafts, initials, codes/],
    ['[]', /Der Inhalt ist so nicht möglich/],
  ]
  for (const [content, message] of cases) {
    const answer = await run('set', 'umfrage-1', await file(content))
    t.equal(answer.code, 1, content)
    t.match(answer.stderr, message)
  }
  const terms = await file('{"codes": {"days": 1, "archive": true}, "drafts": {"days": null}}')
  t.match((await run('set', 'weg', terms)).stderr, /„weg“ gibt es nicht/)
  const set = await run('set', 'umfrage-1', terms)
  t.match(set.stdout, /drafts: .*: ohne Frist; keine Löschung\n/)
  t.match(
    set.stdout,
    /codes: Zugangscodes: ein Tag nach .*, dann zuerst dem Archiv angeboten; ab 02\.02\.2020.*noch nicht/,
  )
  t.match(set.stdout, /contact: .*: 90 Tage/, 'what is left out stays')

  t.match(await run('run', '--dry-run'), {
    stdout: /Nichts ist fällig/,
    stderr: /Wartet auf das Archiv: umfrage-1: Zugangsc/,
  })
  t.equal((await run('archive', 'umfrage-1', 'codes')).code, 2)
  t.equal((await run('archive', 'umfrage-1', 'alles', '--ergebnis', 'abgelehnt')).code, 2)
  t.match(await run('archive', 'umfrage-1', 'contact', '--ergebnis', 'abgelehnt'), { code: 1, stderr: /keinem Archiv/ })
  t.match((await run('archive', 'umfrage-1', 'codes', '--ergebnis', 'abgelehnt')).stdout, /vom Archiv abgelehnt/)

  const [dry, real] = [await run('run', '--dry-run'), await run('run')]
  t.match(dry.stdout, /^umfrage-1: Zugangscodes: 2 Einträge\n$/)
  t.equal(real.stdout, dry.stdout, 'what is shown before is what happens')
  t.match(dry.stderr, /Es ist nichts gelöscht/)
  t.strictSame(JSON.parse((await run('run', '--json')).stdout), [])
  t.match(JSON.parse((await run('show', '--json')).stdout), { terms: [{}, {}, {}, {}], due: [] })

  const created = await stichtag(
    ['wave', 'create', 'umfrage-1', '--id', 'neu', '--frist', '2030-01-31', '--retention', terms],
    env,
  )
  t.equal(created.code, 0, created.stderr)
  t.match((await run('show', 'neu')).stdout, /neu codes: Zugangscodes: ein Tag/)
  const actions = await test.db.selectFrom('audit').select('action').where('wave_id', '=', 'umfrage-1').execute()
  t.match(actions.map(({ action }) => action).slice(-2), ['retention_set', 'archive_offer'])
})

import t from 'tap'
import { checkLog } from '../../../server/audit/check-log.ts'
import { newestSeal, sealAll } from '../../../server/store/log-seals.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { staffAccount } from '../../support/staff.ts'
import { whereStands } from '../../support/where-stands.ts'

const home = '/erhebung/umfrage-1/117019'

t.test('a person is found and erased from the command line, by two people', async (t) => {
  const test = await testApp(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const run = (...args: string[]) => stichtag(['person', ...args], env)
  for (const [role, name] of [
    ['datenschutz', 'd.eins'],
    ['datenschutz', 'd.zwei'],
    ['forschung', 'f.drei'],
  ] as const)
    await staffAccount(test, role, name)
  const visitor = await test.login('JW')
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut\nJürgen Weiß' })
  t.equal((await visitor.submit()).status, 303)

  t.match((await run('find', 'Weiss')).stdout, /Nichts gefunden.*ss statt ß/)
  t.match((await run('find', 'Jürgen')).stdout, /^1\. umfrage-1 117019 im_alpha_kom \(abgesendet\): laut Jürgen Weiß\n/)
  t.match((await run('find', 'jw')).stdout, /Kürzel „JW“ in umfrage-1 117019/)
  t.match((await run('find', 'D.Eins')).stdout, /Konto „d\.eins“ \(Datenschutz\)/)
  t.match(JSON.parse((await run('find', 'Weiß', '--json')).stdout), { texts: [{ text: 'laut\nJürgen Weiß' }, {}, {}] })

  const preview = await run('erase', 'Weiß')
  t.match(preview.stdout, /3\. umfrage-1/)
  t.match(preview.stderr, /Noch ist nichts gelöscht.*--ausfuehren 3/)
  const cases: [args: string[], code: number, message: RegExp][] = [
    [['--ausfuehren', '3'], 2, /--grund/],
    [['--ausfuehren', '3', '--grund', 'x'], 2, /a, b, c/],
    [['--ausfuehren', '2', '--grund', 'b'], 1, /jetzt 3 Texte, nicht 2. Es ist nichts gelöscht/],
    [['--ausfuehren', '3', '--grund', 'b'], 1, /--als.*zwei Personen/],
    [['--ausfuehren', '3', '--grund', 'b', '--als', 'd.eins', '--zustimmung', 'd.eins'], 1, /jemand anderes/],
    [['--ausfuehren', '3', '--grund', 'b', '--als', 'd.eins', '--zustimmung', 'f.drei'], 1, /Rolle Datenschutz/],
    [['--ausfuehren', '3', '--grund', 'b', '--als', 'd.eins', '--zustimmung', 'weg'], 1, /„weg“ gibt es nicht/],
  ]
  for (const [args, code, message] of cases) {
    const answer = await run('erase', 'Weiß', ...args)
    t.equal(answer.code, code, args.join(' '))
    t.match(answer.stderr, message)
  }
  t.not((await whereStands(test.db, 'Jürgen')).length, 0)

  await sealAll(test.db)
  const anchor = await newestSeal(test.db)
  const both = ['--grund', 'b', '--als', 'd.eins', '--zustimmung', 'd.zwei']
  t.match(
    (await run('erase', 'Weiß', '--ausfuehren', '3', ...both)).stdout,
    /Gelöscht\. Texte: 3, Formulare: 1, Abgaben: 1, Kürzel: 0\./,
  )
  t.strictSame(await whereStands(test.db, 'Jürgen'), [])
  t.match((await run('erase', 'JW', '--ausfuehren', '0', ...both)).stdout, /Kürzel: 1\./)
  t.strictSame(await test.db.selectFrom('contact.editor').select('label').execute(), [])
  const { detail } = await test.db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'person_erased')
    .executeTakeFirstOrThrow()
  t.match(detail, { texts: 3, ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO' })
  t.notMatch(JSON.stringify(detail), /Weiß/)
  await sealAll(test.db)
  t.match(await checkLog(test.db, anchor), { unsealed: 0, fault: undefined }, 'the chain of the log survives it')
})

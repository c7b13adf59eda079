import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { addAddresses, readLetters } from '../../support/letters.ts'
import { staffAccount } from '../../support/staff.ts'
import { Visitor } from '../../support/visitor.ts'

const code = /[0-9A-HJKMNP-TV-Z]{4}(?: – [0-9A-HJKMNP-TV-Z]{4}){3}/

t.test('letters, and codes apart from them, by command; a lost code too', async (t) => {
  const test = await testApp(t)
  await staffAccount(test, 'feldbuero')
  await addAddresses(test.db, [
    ['117026', 'Stadt Göppingen', '73033', 'Göppingen'],
    ['117042', 'Gemeinde Salach', '73084', 'Salach'],
  ])
  const folder = t.testdir({ 'da.pdf': 'schon da' })
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), PUBLIC_URL: 'https://stichtag.example' }
  const run = (...args: string[]) => stichtag(args, env, folder)
  const enters = async (typed: string) => {
    const visitor = new Visitor(test.app)
    await visitor.get('/zugang')
    return (await visitor.post('/zugang', { code: typed })).status === 303
  }
  const old = await test.codeFor('117026')

  const taken = await run('invite', 'umfrage-1', '--format', 'pdf', '--neu', '117026', '--out', 'da.pdf')
  t.equal(taken.code, 1)
  t.match(taken.stderr, /da\.pdf gibt es schon/)
  t.ok(await enters(old), 'what could not be written ends nothing')

  const args = [
    '--format',
    'pdf',
    '--out',
    'briefe.pdf',
    '--codes',
    'codes.pdf',
    '--nur',
    '117',
    '--alle-neu',
    '--als',
    'feldbuero',
  ]
  const made = await run('invite', 'umfrage-1', ...args)
  t.equal(made.code, 0, made.stderr)
  t.match(made.stdout, /2 Zugangscodes stehen in codes\.pdf/)
  t.match(made.stderr, /Ohne Anschrift, ausgelassen: 117019 Eislingen\/Fils/)
  const letters = await readLetters(await readFile(join(folder, 'briefe.pdf')))
  const codes = await readLetters(await readFile(join(folder, 'codes.pdf')))
  t.equal(letters.length, 4)
  t.notMatch(letters.map(({ text }) => text).join(), code)
  t.strictSame(
    letters.flatMap(({ qr }) => qr ?? []),
    [],
  )
  const [told = ''] = code.exec(codes[0]?.text ?? '') ?? []
  t.ok(await enters(told))
  t.notOk(await enters(old))
  t.match(
    (await run('invite', 'umfrage-1', '--nur', '117026', '--out', 'mehr.csv')).stdout,
    /haben schon einen Zugangscode/,
  )
  t.match(
    (await run('invite', 'umfrage-1', '--nur', '999', '--out', 'mehr.csv')).stderr,
    /--nur 999: .* keine Kommune teil/,
  )
  t.equal((await run('invite', 'umfrage-1', '--format', 'docx', '--out', 'mehr.csv')).code, 2)
  t.equal((await run('invite', 'umfrage-1', '--nur', '117', '--neu', '117026', '--out', 'mehr.csv')).code, 2)

  const replaced = await run('code', 'replace', 'umfrage-1', '117026', '--als', 'feldbuero')
  t.equal(replaced.code, 0, replaced.stderr)
  t.ok(await enters(replaced.stdout.trim()))
  t.notOk(await enters(told))
  t.equal((await run('code', 'replace', 'umfrage-1', '999999')).code, 1)
  t.strictSame((await readdir(folder)).sort(), ['briefe.pdf', 'codes.pdf', 'da.pdf'])

  t.equal((await run('wave', 'trial', 'umfrage-1', '--nur', '117026')).code, 0)
  const trial = await test.db.selectFrom('wave').select('id').where('test', 'is', true).executeTakeFirstOrThrow()
  t.equal((await run('invite', trial.id, '--format', 'pdf', '--out', 'probe.pdf')).code, 0)
  t.match((await readLetters(await readFile(join(folder, 'probe.pdf'))))[0]?.text, /PROBELAUF/, 'no letter looks real')

  const noted = await test.db
    .selectFrom('audit')
    .select(['action', 'account_id'])
    .where('account_id', 'is not', null)
    .execute()
  t.strictSame(
    noted.map(({ action }) => action),
    ['letters_listed', 'letters_drawn', 'codes_issued', 'code_replaced'],
  )
})

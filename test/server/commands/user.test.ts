import t from 'tap'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { isPassword } from '../../../server/domain/password.ts'
import { stichtag } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

const secret = 'x'.repeat(40)

t.test('accounts from the command line: add, list, reset, disable', async (t) => {
  const { db, url } = await freshDatabase(t)
  const run = (...args: string[]) => stichtag(['user', ...args], { DATABASE_URL: url, STICHTAG_SECRET: secret })
  const stored = async () =>
    db.selectFrom('staff.account').selectAll().where('name', '=', 'k.meier').executeTakeFirstOrThrow()

  t.match((await run('list')).stdout, /noch kein Konto/)
  const added = await run('add', 'k.meier', '--rolle', 'administration')
  t.equal(added.code, 0, added.stderr)
  const first = /Erstes Kennwort: (\S+)/.exec(added.stdout)?.[1] ?? ''
  t.ok(await isPassword(first, (await stored()).password_hash, deriveKeys(secret).password))
  t.match(await stored(), { role: 'administration', password_initial: true, totp_confirmed_at: null, synthetic: false })

  t.match((await run('add', 'k.meier', '--rolle', 'forschung')).stderr, /„k\.meier“ gibt es schon/)
  t.match((await run('list')).stdout, /k\.meier: Administration, noch nie angemeldet, ohne zweiten Faktor/)
  const listed = await run('list', '--json')
  t.match(JSON.parse(listed.stdout), [{ name: 'k.meier', role: 'administration', secondFactor: false, works: true }])
  t.notMatch(listed.stdout, /hash|secret|scrypt/)

  t.match((await run('scope', 'k.meier')).stdout, /k\.meier ist zuständig für alle/)
  t.match((await run('scope', 'k.meier', '117')).stderr, /kein Recht, das sich begrenzen lässt/)

  t.match((await run('disable', 'k.meier')).stdout, /ist gesperrt/)
  t.match((await run('list')).stdout, /gesperrt seit/)
  const reset = await run('reset', 'k.meier')
  const second = /Erstes Kennwort: (\S+)/.exec(reset.stdout)?.[1] ?? ''
  t.ok(await isPassword(second, (await stored()).password_hash, deriveKeys(secret).password))
  t.match(await stored(), { disabled_at: null, password_initial: true })
})

t.test('an account works for some units alone', async (t) => {
  const { db, url } = await freshDatabase(t)
  const run = (...args: string[]) => stichtag(['user', ...args], { DATABASE_URL: url, STICHTAG_SECRET: secret })
  await db
    .insertInto('kreis')
    .values({
      kreis: '117',
      name: 'Göppingen',
      typ: 'Landkreis',
      regierungsbezirk: 'Stuttgart',
      valid_from: '2000-01-01',
    })
    .execute()
  const add = (name: string, key: string) => run('add', name, '--rolle', 'feldbuero', '--zustaendig', key)
  t.match((await add('k.meier', '118')).stderr, /Im Verzeichnis steht nicht: 118/)
  t.match((await add('k.meier', 'Göppingen')).stderr, /Nicht zu lesen: Göppingen.*drei Ziffern/)
  t.match((await run('list')).stdout, /noch kein Konto/, 'neither was added')
  t.equal((await add('k.meier', '117')).code, 0)
  t.match((await run('list')).stdout, /k\.meier: Feldbüro, zuständig für 117/)
  t.match(JSON.parse((await run('list', '--json')).stdout), [{ scope: ['117'] }])
  t.strictSame(JSON.parse((await run('scope', 'k.meier', 'alle', '--json')).stdout), [])
})

t.test('what is wrong is said, and ends with 1 or 2', async (t) => {
  const { url } = await freshDatabase(t)
  const run = (...args: string[]) => stichtag(['user', ...args], { DATABASE_URL: url, STICHTAG_SECRET: secret })
  const cases: [args: string[], code: number, message: RegExp][] = [
    [['add', 'k.meier'], 2, /--rolle/],
    [['add', 'k.meier', '--rolle', 'chef'], 2, /„chef“ gibt es nicht.*feldbuero, forschung/],
    [['add', 'K Meier', '--rolle', 'forschung'], 1, /„K Meier“ ist kein Anmeldename/],
    [['add', '--rolle', 'forschung'], 2, /Es fehlt eine Angabe/],
    [['reset', 'niemand'], 1, /„niemand“ gibt es nicht/],
    [['disable', 'niemand'], 1, /„niemand“ gibt es nicht/],
  ]
  for (const [args, code, message] of cases) {
    const answer = await run(...args)
    t.equal(answer.code, code, args.join(' '))
    t.match(answer.stderr, message)
  }
})

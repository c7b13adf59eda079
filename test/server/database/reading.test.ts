import t, { type Test } from 'tap'
import { openContext } from '../../../server/boot/open.ts'
import { type ReadingContext, reading } from '../../../server/database/reading.ts'
import { errorCode } from '../../../server/errors/error-code.ts'
import { buildApp } from '../../../server/http/app.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { testApp } from '../../support/app.ts'
import { bareDatabase, copyNow, freshDatabase } from '../../support/fresh-database.ts'
import { addWave, correct, withRegistry } from '../../support/panel-world.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

const secret = 'x'.repeat(40)
const file = '/intern/erhebungen/umfrage-1/qualitaet/datei?format=csv'
const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** A wave in which all have answered, a copy of the database from then, and where the application reads from. */
async function copiedWorld(t: Test) {
  const original = await freshDatabase(t, 'kommunen')
  const units = (await withRegistry(original)).slice(0, 5)
  await addWave(original, 'umfrage-1', units, () => ({ zp_gesamt: 5 }))
  const copy = await copyNow(t, original)
  const why: unknown[] = []
  const context = {
    ...original,
    config: { databaseReadUrl: copy.url },
    onReadHere: (error: unknown) => why.push(error),
  }
  const answerAgain = (place: number) => correct(original, 'umfrage-1', units[place] ?? '', { zp_gesamt: 6 })
  return { original, copy, context, why, answerAgain }
}

/** The database that was read, and the newest state that was told there. */
const readBy = (context: ReadingContext) =>
  reading(context, async ({ pool }) => {
    const { rows } = await pool.query<{ name: string }>('select current_database() as name')
    return { name: rows[0]?.name, state: (await readSnapshot(pool)).state }
  })

t.test('what is only read comes from the copy, as long as that is not behind', async (t) => {
  const { original, copy, context, why, answerAgain } = await copiedWorld(t)
  const { state } = await readSnapshot(original.pool)
  t.strictSame(await readBy(context), { name: nameOf(copy.url), state })
  t.strictSame(await readBy({ ...context, config: { databaseReadUrl: undefined } }), {
    name: nameOf(original.url),
    state,
  })
  t.strictSame(why, [])

  await answerAgain(0)
  t.strictSame(await readBy(context), { name: nameOf(original.url), state: state + 1 })
  t.match(why, [{ message: `the copy of the database is behind state ${state + 1}` }])
  t.equal(
    (await readSnapshot(copy.pool)).state,
    state,
    'who asked the copy itself would take the old one for the newest',
  )
})

t.test('a copy that has a state, but not all before it, is behind', async (t) => {
  const { original, copy, context, answerAgain } = await copiedWorld(t)
  await answerAgain(0)
  await answerAgain(1)
  const { rows } = await original.pool.query('select number, at, what from data_state order by number desc limit 1')
  const [{ number, at, what }] = rows
  await copy.owner.pool.query('insert into data_state (number, at, what) values ($1, $2, $3)', [number, at, what])
  t.match(await readBy(context), { name: nameOf(original.url), state: number })
})

t.test('a copy that goes away meanwhile is read no further; one that is written to is a fault', async (t) => {
  const { original, copy, context, why } = await copiedWorld(t)
  const read: (string | undefined)[] = []
  const found = await reading(context, async ({ pool }) => {
    const name = async () => (await pool.query<{ name: string }>('select current_database() as name')).rows[0]?.name
    read.push(await name())
    if (read.length === 1) await pool.query('select pg_terminate_backend(pg_backend_pid())')
    return name()
  })
  t.strictSame({ read, found }, { read: [nameOf(copy.url), nameOf(original.url)], found: nameOf(original.url) })
  t.equal(why.length, 1)
  const writing = reading(context, ({ pool }) => pool.query("select next_data_state('undo')"))
  t.equal(errorCode(await writing.catch((error) => error)), '25006')
})

t.test('pages tell the newest figures, wherever they were read', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).slice(0, 5)
  const state = await addWave(test, 'umfrage-1', units, () => ({ zp_gesamt: 5 }))
  const researcher = await signIn(test, await staffAccount(test, 'forschung'))
  const { url } = await copyNow(t, test)
  const why: unknown[] = []
  const config = { ...test.config, databaseReadUrl: url }
  researcher.app = await buildApp({ ...test, config, onReadHere: (error) => why.push(error) })
  t.teardown(() => researcher.app.close())
  const stateIn = async () => Number(/,(\d+)\s*$/.exec((await researcher.get(file)).text)?.[1])
  t.equal(await stateIn(), state)
  t.equal(why.length, 0)
  await correct(test, 'umfrage-1', units[0] ?? '', { zp_gesamt: 6 })
  t.equal(await stateIn(), state + 1)
  t.equal(why.length, 1)
})

t.test('an address that names no copy is told; one that is only away keeps nobody from writing', async (t) => {
  const { url } = await freshDatabase(t)
  const open = (read: string, lines: string[] = []) =>
    openContext({
      env: { DATABASE_URL: url, DATABASE_READ_URL: read, STICHTAG_SECRET: secret },
      onProgress: (line) => lines.push(line),
    })
  const empty = await bareDatabase(t)
  await t.rejects(open(empty.url), {
    message: /^Die Datenbank .* \(DATABASE_READ_URL\) ist nicht benutzbar: dort liegen/,
  })
  const nowhere = new URL(url)
  nowhere.port = '1'
  const lines: string[] = []
  const context = await open(nowhere.href, lines)
  t.match(lines, [/\(DATABASE_READ_URL\) ist nicht benutzbar: dort antwortet kein PostgreSQL.* aus DATABASE_URL\.$/])
  await context.close()
})

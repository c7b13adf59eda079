import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { zipSync } from 'fflate'
import { sql } from 'kysely'
import t from 'tap'
import type { Role } from '../../../../server/domain/rights.ts'
import { removeOldUploads } from '../../../../server/store/uploads.ts'
import { flatFile } from '../../../support/admindata.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { sendFile } from '../../../support/send-file.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import type { Answer, Visitor } from '../../../support/visitor.ts'

const list = '/intern/verwaltungsdaten'

async function researcher(test: TestApp, name = 'forschung', role: Role = 'forschung') {
  const visitor = await signIn(test, await staffAccount(test, role, name))
  await visitor.get(list)
  return visitor
}

const upload = (visitor: Visitor, content: string | Uint8Array, name = 'datei.csv', csrf = visitor.csrf) =>
  sendFile(visitor, `${list}/hochladen`, content, name, csrf)

async function kept({ db }: TestApp): Promise<Record<string, number>> {
  const { rows } = await sql<{ region: string; value: number }>`
    select region, value from observation join import_batch b on b.id = batch_id
    where undone_state is null order by 1`.execute(db)
  return Object.fromEntries(rows.map(({ region, value }) => [region, value]))
}

const waiting = async ({ db }: TestApp) => (await db.selectFrom('staff.upload').selectAll().execute()).length
const good = (value: number) => flatFile({ key: '08117019', value }, { key: '08117026', value: 50 })

t.test('a file is uploaded, looked at, read in, seen in the list and the log, and taken back', async (t) => {
  const test = await testApp(t)
  const visitor = await researcher(test)
  t.match((await visitor.get(list)).text, /enctype="multipart\/form-data"/)
  const sent = await upload(visitor, good(200), '12411-0015_de_flat.csv')
  t.equal(sent.status, 303)
  t.match(sent.location, /^\/intern\/verwaltungsdaten\/vorschau\/[0-9a-f-]{36}$/)

  const preview = await visitor.get(sent.location)
  t.match(preview.words, /Vorschau, nichts ist eingelesen\. 12411-0015_de_flat\.csv: 2 neu/)
  t.match(preview.words, /GENESIS-Online.*dl-de\/by-2-0/)
  t.strictSame(await kept(test), {})

  const done = await visitor.post(sent.location, { aktion: 'einlesen', zeit: '', indikator: '' })
  t.equal(done.location, `${list}?eingelesen=1`)
  t.strictSame(await kept(test), { 117019: 200, 117026: 50 })
  t.equal(await waiting(test), 0, 'the file is removed')
  const shown = await visitor.get(done.location)
  t.match(shown.words, /„12411-0015_de_flat\.csv“ ist eingelesen, Nummer 1\./)
  const other = await testLog(test)
  t.match(other, /Verwaltungsdaten eingelesen: 12411-0015_de_flat\.csv/)
  t.match(other, /forschung/)

  const changed = await upload(visitor, good(20_000), 'neu.csv')
  t.match(
    (await visitor.get(changed.location)).words,
    /117019 Eislingen\/Fils, 31\.12\.2018: 200 → 20\.000 Personen \(× 100\)/,
  )
  t.equal((await visitor.post(changed.location, { aktion: 'verwerfen', zeit: '', indikator: '' })).location, list)
  t.equal(await waiting(test), 0)
  t.equal((await visitor.get(changed.location)).status, 404)

  const undo = `${list}/1/zuruecknehmen`
  t.match((await visitor.get(undo)).words, /Datei zurücknehmen/)
  const refused = await visitor.post(undo, { grund: ' ' })
  t.match(refused, { status: 400, words: /Bitte geben Sie an, warum/ })
  const long = await visitor.post(undo, { grund: 'x'.repeat(501) })
  t.match(long, { status: 400, words: /höchstens 500 Zeichen/, text: /value="x{501}"/ })
  t.equal((await visitor.post(undo, { grund: 'falscher Stichtag' })).location, `${list}?zurueckgenommen=1`)
  t.strictSame(await kept(test), {})
  t.match((await visitor.get(list)).words, /Grund der Rücknahme falscher Stichtag .*zurückgenommen/)
  t.equal((await visitor.get(undo)).status, 404, 'once')
  t.match(await testLog(test), /Verwaltungsdaten zurückgenommen: 12411-0015_de_flat\.csv/)

  async function testLog(test: TestApp): Promise<string> {
    const account = await staffAccount(test, 'datenschutz', `ds${Math.trunc(Math.random() * 1e6)}`)
    return (await (await signIn(test, account)).get('/intern/protokoll')).words
  }
})

t.test('only what a preview has shown is read in', async (t) => {
  const test = await testApp(t)
  const visitor = await researcher(test)
  const { location } = await upload(
    visitor,
    flatFile({ key: '08117019', value: '-' }, { key: '08117026', value: '1o' }),
  )
  const faulty = await visitor.get(location)
  t.match(faulty.words, /lässt sich so nicht einlesen.*Zeile 3, Spalte value: „1o“ ist keine Zahl/)
  t.notMatch(faulty.text, /value="einlesen"/)
  t.equal((await visitor.post(location, { aktion: 'einlesen', zeit: '', indikator: '' })).location, location)
  t.strictSame(await kept(test), {})

  const other = { zeit: '', indikator: '', strich: '1', fehlerhafte: '1' }
  t.equal((await visitor.post(location, { aktion: 'einlesen', ...other })).location, location, 'a new preview first')
  t.strictSame(await kept(test), {})
  t.match((await visitor.get(location)).text, /id="fehlerhafte"[^>]* checked/)
  t.match((await visitor.post(location, { aktion: 'einlesen', ...other })).location, /eingelesen=1/)
  t.strictSame(await kept(test), { 117019: 0 })
})

t.test('what is in the way is said as the form calls it', async (t) => {
  const test = await testApp(t)
  const visitor = await researcher(test)
  const read = async (content: string | Uint8Array, name: string): Promise<Answer> =>
    visitor.get((await upload(visitor, content, name)).location)
  t.match((await read('a;b\n1;2\n', 'datei.csv')).words, /datei\.csv hat keine der Formen.*auf der Befehlszeile/)
  t.match(
    (await read(zipSync({ 'a.pdf': Buffer.from('a') }), 'leer.zip')).words,
    /Das Archiv leer\.zip enthält keine Tabelle/,
  )
  t.match((await read(good(1).replaceAll('BEVSTD', 'XYZ'), 'x.csv')).words, /nennen Sie ihn unter „Indikator“\. /)
  const { location } = await upload(visitor, good(1))
  await visitor.post(location, { aktion: 'pruefen', zeit: 'gestern', indikator: 'x' })
  const { words } = await visitor.get(location)
  t.match(words, /Zeit der Zahlen: „gestern“ ist keine Zeit/)
  t.match(words, /Den Indikator „x“ gibt es nicht/)
  t.notMatch(words, / --\w/)
})

t.test("a file is its account's alone, one at a time, for an hour; its name is no path", async (t) => {
  const test = await testApp(t)
  const [one, other] = [await researcher(test), await researcher(test, 'andere')]
  const { location } = await upload(one, good(1), '..\\\\..\\\\etc/passwd<b>.csv')
  t.match((await one.get(location)).text, /Vorschau: passwd&lt;b&gt;\.csv/)
  t.equal((await other.get(location)).status, 404)
  t.equal((await other.post(location, { aktion: 'einlesen', zeit: '', indikator: '' })).status, 404)
  t.equal((await one.get(`${list}/vorschau/nichts`)).status, 404)
  const second = await upload(one, good(2))
  t.equal(await waiting(test), 1)
  t.equal((await one.get(location)).status, 404)

  const instance = await test.another()
  one.app = instance
  t.match((await one.get(second.location)).words, /2 neu/, 'another instance has it too')
  await sql`update staff.upload set uploaded_at = now() - interval '61 minutes'`.execute(test.db)
  t.match(await one.get(second.location), { status: 404, words: /liegt nicht mehr vor/ })
  await removeOldUploads(test.pool)
  t.equal(await waiting(test), 0)
})

t.test('what is not for us is not taken', async (t) => {
  const test = await testApp(t)
  const visitor = await researcher(test)
  const before = await folders()
  t.match(await upload(visitor, good(1), 'a.csv', ''), { status: 403, words: /nicht mehr gültig/ })
  t.equal((await upload(visitor, good(1), 'a.csv', 'falsch')).status, 403)
  t.match(await upload(visitor, '', ''), { status: 400, words: /wählen Sie eine Datei aus/ })
  const evaluator = await researcher(test, 'evaluation', 'evaluation')
  t.notMatch((await evaluator.get(list)).text, /multipart|zuruecknehmen/)
  t.equal((await upload(evaluator, good(1))).status, 403)
  const large = await upload(visitor, Buffer.alloc(64 * 1024 * 1024 + 1, 'x'))
  t.match(large, { status: 400, words: /größer als 64 MB/ })
  t.equal(await waiting(test), 0)
  t.strictSame(await folders(), before, 'nothing is left in the folder of temporary files')
})

const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('stichtag-upload-'))

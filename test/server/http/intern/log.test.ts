import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import Papa from 'papaparse'
import t from 'tap'
import { newestSeal, sealAll } from '../../../../server/store/log-seals.ts'
import { noteStaff } from '../../../../server/store/staff-audit.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const log = '/intern/protokoll'

const signedIn = async (test: TestApp, role: 'datenschutz' | 'forschung', name: string) =>
  signIn(test, await staffAccount(test, role, name))

t.test('a form that is opened is in the log, once, and neither address nor device', async (t) => {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  await visitor.get(visitor.home)
  const { rows } =
    await sql`select to_jsonb(audit) - 'id' - 'at' as entry from audit where action = 'form_opened'`.execute(test.db)
  const entry = {
    action: 'form_opened',
    participant_id: test.participants.get('117019'),
    wave_id: 'umfrage-1',
    account_id: null,
    detail: {},
  }
  t.strictSame(rows, [{ entry }])
})

t.test(
  'the log is chosen from by kind, account, wave and day; what forms left only where it is asked for',
  async (t) => {
    const test = await testApp(t)
    const officer = await signedIn(test, 'datenschutz', 'd.eins')
    await signedIn(test, 'forschung', 'f.zwei')
    await test.login('KM')
    const summer = { action: 'signed_out', account_id: 1, detail: '{}' }
    for (const at of ['2026-06-30 21:59:59Z', '2026-06-30 22:00Z', '2026-07-01 21:59:59Z', '2026-07-01 22:00Z'])
      await test.owner.db
        .insertInto('audit')
        .values({ ...summer, at: new Date(at) })
        .execute()
    const count = async (query: string) =>
      (await officer.get(`${log}?${query}`)).text.split('kern-task-list__item"').length - 1
    const shown = async (query: string) => (await officer.get(`${log}?${query}`)).words

    t.match(await shown(''), /Anmeldung/)
    t.notMatch(await shown(''), /Fragebogen geöffnet/)
    t.match(await shown('art=befragte'), /Fragebogen geöffnet: 117019, umfrage-1 .* Befragte/)
    t.notMatch(await shown('art=befragte'), /Abmeldung/)
    t.equal(await count('tag=2026-07-01'), 2, 'a day is one in Berlin')
    t.match(await shown('art=anmeldungen&konto=f.zwei'), /f\.zwei/)
    t.notMatch(await shown('art=anmeldungen&konto=f.zwei'), /Uhr d\.eins/)
    t.match(await shown('erhebung=umfrage-1'), /Erhebung umfrage-1 geöffnet/)
    t.equal(await count('erhebung=umfrage-1&art=anmeldungen'), 0)
    t.match(await shown('art=anmeldungen&konto=f.zwei'), /Auswahl aufheben/)
    for (const odd of ['art=unsinn&tag=2026-13-01&vor=-1', 'konto=x&konto=y', "tag='"])
      t.equal((await officer.get(`${log}?${odd}`)).status, 200, odd)
  },
)

t.test('how far it is sealed stands on the page, with what is not yet', async (t) => {
  const test = await testApp(t)
  const officer = await signedIn(test, 'datenschutz', 'd.eins')
  await sealAll(test.db)
  const newest = await newestSeal(test.db)
  const all = (await officer.get(log)).words
  t.match(all, `Versiegelt bis Nummer ${newest?.number} Hashwert (SHA-256) ${newest?.hash} Noch nicht versiegelt 0`)
  await noteStaff(test.db, { action: 'signed_out' })
  t.match((await officer.get(log)).words, /Uhr Befehlszeile noch nicht versiegelt .*Noch nicht versiegelt 1/)
})

t.test('it leaves as a file for those who may, which is noted with the hash of the file', async (t) => {
  const test = await testApp(t)
  const officer = await signedIn(test, 'datenschutz', 'd.eins')
  const researcher = await signedIn(test, 'forschung', 'f.zwei')
  t.equal((await researcher.get(`${log}/datei/csv`)).status, 403)
  t.equal((await officer.get(`${log}/datei/xml`)).status, 404)
  await sql`insert into import_batch (file_name, file_hash, settings, format, title, source, licence, observations, report)
    values ('=1+1', repeat('0', 64), '{}', 'x', 'x', 'x', 'x', 0, '{}')`.execute(test.db)
  await noteStaff(test.db, { action: 'admindata.import', detail: { batch: 1 } })
  await sql`insert into audit (action) select 'signed_out' from generate_series(1, 1100)`.execute(test.db)
  await sealAll(test.db)

  const csv = await officer.get(`${log}/datei/csv`)
  t.match(csv.headers, { 'content-disposition': 'attachment; filename="protokoll.csv"' })
  const { data } = Papa.parse<Record<string, string>>(csv.text.trim(), { header: true })
  const { rows: held } = await sql<{ id: number; number: number; hash: string }>`
    select a.id, number, encode(hash, 'hex') as hash from audit a join audit_seal s on s.audit_id = a.id
    where participant_id is null order by a.id desc`.execute(test.db)
  t.strictSame(
    data.map(({ eintrag, kette_nummer, kette_sha256 }) => [eintrag, kette_nummer, kette_sha256]),
    held.map(({ id, number, hash }) => [String(id), String(number), hash]),
  )
  t.equal(data.find(({ vorgang }) => vorgang === 'admindata.import')?.datei, "'=1+1")
  const words = (await officer.get(`${log}?art=downloads`)).words
  const sha256 = createHash('sha256').update(csv.text).digest('hex')
  t.match(words, new RegExp(`Protokoll als Datei: 1\\.1\\d\\d Zeilen .* d\\.eins .*Filter keiner .*SHA-256 ${sha256}`))

  const json = await officer.get(`${log}/datei/json?art=befragte`)
  t.strictSame(json.text, '', 'nobody has opened a form')
  const folder = t.testdir({})
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: folder }
  const out = join(folder, 'protokoll.jsonl')
  const args = ['log', 'export', '--format', 'json', '--art', 'verwaltungsdaten', '--out', out, '--als', 'd.eins']
  t.match(await stichtag(args, env), { code: 0, stdout: /^1 Eintrag steht/ })
  const [line] = (await readFile(out, 'utf8')).trim().split('\n')
  t.match(JSON.parse(line ?? ''), { vorgang: 'admindata.import', datei: '=1+1', angaben: { batch: 1 } })
  t.match(await stichtag(args, env), { code: 1, stderr: /gibt es schon/ })
  for (const [option, value] of [
    ['--format', 'xml'],
    ['--art', 'x'],
    ['--tag', '1.1.2026'],
  ] as const)
    t.equal((await stichtag(['log', 'export', '--out', `${out}2`, option, value], env)).code, 2, option)
})

t.test('the command verifies it, and ends with 1 where something is wrong', async (t) => {
  const test = await testApp(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const verify = (...args: string[]) => stichtag(['log', 'verify', ...args], env)
  await sealAll(test.db)
  await noteStaff(test.db, { action: 'signed_out' })
  const newest = await newestSeal(test.db)
  const anchor = `${newest?.number}:${newest?.hash}`
  const fine = await verify('--anker', anchor)
  t.equal(fine.code, 0)
  t.match(fine.stdout, `Versiegelt: ${newest?.number}, noch nicht: 1.\nAnker: ${anchor}\n`)
  t.strictSame(JSON.parse((await verify('--json')).stdout), { sealed: newest?.number, unsealed: 1, newest })
  t.equal((await verify('--anker', '17')).code, 2)
  t.match(await verify('--anker', `99:${newest?.hash}`), { code: 1, stderr: /endet vor der Nummer 99/ })
  const client = await test.owner.pool.connect()
  await client.query(`set session_replication_role = replica; update audit set account_id = 1 where id = 1`)
  client.release(true)
  t.match(await verify(), { code: 1, stderr: /Der Eintrag 1 \(Nummer 1 der Kette\)/ })
  const told = await verify('--json')
  t.equal(told.code, 1)
  t.match(JSON.parse(told.stdout), { sealed: 0, fault: /Der Eintrag 1/ })
})

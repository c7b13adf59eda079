import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { hashAccessCode } from '../../../../server/domain/access-code.ts'
import { queueMailing } from '../../../../server/mail/queue.ts'
import { findByCode } from '../../../../server/store/access-codes.ts'
import { listMails } from '../../../../server/store/dispatches.ts'
import { listJobs } from '../../../../server/store/jobs.ts'
import { testApp } from '../../../support/app.ts'
import type { Teardown } from '../../../support/fresh-database.ts'
import { mailServer, rudeMailServer } from '../../../support/mail-server.ts'
import { addAddresses, worker } from '../../../support/mailing.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { until } from '../../../support/until.ts'

const post = '/intern/post'
const planning = `${post}/sendung`

async function office(t: Teardown, env: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-post-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const test = await testApp(t, {}, { STICHTAG_DATA: folder, MAIL_FROM: 'umfrage@institut.example', ...env })
  await addAddresses(test)
  return { test, clerk: await signIn(test, await staffAccount(test, 'feldbuero')) }
}

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

t.test('a reminder is looked at, somebody left out, planned once though clicked twice, and stopped', async (t) => {
  const { test, clerk } = await office(t)
  t.match((await clerk.get(post)).words, /Es ist noch keine Sendung geplant/)
  const query = '?welle=umfrage-1&vorlage=erinnerung&tag=24.11.2098&stunde=9'
  const shown = await clerk.get(`${planning}${query}`)
  t.match(shown.words, /Wann 24\.11\.2098, 09:00 Uhr.* 3 Empfänger/)
  const ids = hidden(shown.text, 'gezeigt')
  t.equal(ids.split(',').length, 3)
  const [first = '', second = ''] = ids.split(',')
  const form = {
    welle: 'umfrage-1',
    vorlage: 'erinnerung',
    tag: '24.11.2098',
    stunde: '9',
    marke: hidden(shown.text, 'marke'),
  }
  for (let click = 0; click < 2; click += 1)
    t.match(await clerk.post(planning, { ...form, gezeigt: ids, an: first }), {
      status: 303,
      location: `${post}?welle=umfrage-1&getan=geplant`,
    })
  const jobs = await listJobs(test.db)
  t.equal(jobs.length, 1, 'a second click is the same')
  t.match(jobs[0]?.detail, { template: 'erinnerung', except: ids.split(',').slice(1).map(Number) })
  t.ok(second)
  t.match(
    (await clerk.get(post)).words,
    /Erinnerung: noch nicht abgesendet umfrage-1 fällig 24\.11\.2098, 09:00 Uhr von feldbuero wartet Anhalten/,
  )
  t.match(await clerk.post(`/intern/auftraege/${jobs[0]?.id}/anhalten`, { zurueck: 'post' }), {
    location: `${post}?getan=angehalten`,
  })
  t.match(await clerk.post(`/intern/auftraege/${jobs[0]?.id}/anhalten`, { zurueck: 'post' }), { location: post })
  t.match((await clerk.get('/intern/auftraege')).words, /angehalten/)
  for (const [changed, said] of [
    [{ tag: '24.11.2020' }, /ist schon vorbei/],
    [{ tag: '31.02.2098' }, /Bitte geben Sie einen Tag an/],
    [{ tag: '30.03.2098', stunde: '2' }, /Am 30\.03\.2098 gibt es 2 Uhr nicht/],
    [{ vorlage: 'neuer-zugangscode', tag: '' }, /wählen Sie aus, wer/],
  ] as const) {
    const answer = await clerk.post(planning, { ...form, gezeigt: ids, an: first, ...changed })
    t.match([answer.status, answer.words], [400, said])
  }
  t.match((await clerk.get(`${planning}?welle=umfrage-1&vorlage=erinnerung&tag=26.10.2098&stunde=2`)).words, /zweimal/)
  await sql`update wave set frist = '2020-01-31', stichtag = null`.execute(test.db)
  t.match(
    (await clerk.get(`${planning}?welle=umfrage-1&vorlage=erinnerung`)).words,
    /Die Frist .* endet am 31\.01\.2020/,
  )
})

t.test('an account with a scope writes to whom it works for, and sees no other', async (t) => {
  const { test, clerk } = await office(t)
  const { id } = await test.db.selectFrom('staff.account').select('id').executeTakeFirstOrThrow()
  const shown = async () => (await clerk.get(`${planning}?welle=umfrage-1&vorlage=erinnerung`)).words
  await test.db.insertInto('staff.scope').values({ account_id: id, kind: 'kreis', key: '118' }).execute()
  t.match(await shown(), /Zurzeit erfüllt niemand die Bedingung/)
  t.match((await clerk.get(`${post}/vorlagen/einladung?einheit=117026`)).words, /Niemand mit dieser Kennung/)
  await test.db.insertInto('staff.scope').values({ account_id: id, kind: 'unit', key: '117026' }).execute()
  t.match(await shown(), /1 Empfänger/)
})

t.test('a template shows when, to whom and how, with a specimen for a code', async (t) => {
  const { clerk } = await office(t)
  const page = await clerk.get(`${post}/vorlagen/einladung?welle=umfrage-1&einheit=117026`)
  t.match(page.words, /An alle, die noch keinen Zugangscode haben/)
  t.match(page.words, /Guten Tag Jörg Müßig, .*MUST-ERCO-DEGI-LTNI/)
  const html = await clerk.get(`${post}/vorlagen/einladung/html?welle=umfrage-1&einheit=117026`)
  t.match(html.headers['content-security-policy'], /default-src 'none'.*sandbox/)
  t.match(html.text, /Jörg Müßig/)
  t.match((await clerk.get(`${post}/vorlagen/einladung?einheit=4`)).words, /Niemand mit dieser Kennung/)
  t.equal((await clerk.get(`${post}/vorlagen/geheim`)).status, 404)
})

t.test('a doubt is decided by a person: an invitation that may be lost is replaced by a new code', async (t) => {
  const rude = await rudeMailServer(t)
  const { test, clerk } = await office(t, { SMTP_URL: rude.url })
  const app = await worker(test)
  const shown = await clerk.get(`${planning}?welle=umfrage-1&vorlage=einladung`)
  const ids = hidden(shown.text, 'gezeigt')
  const form = {
    welle: 'umfrage-1',
    vorlage: 'einladung',
    tag: '',
    stunde: '9',
    marke: hidden(shown.text, 'marke'),
    gezeigt: ids,
  }
  await clerk.post(planning, { ...form, an: ids.split(',').slice(0, 2).join(',').split(',')[0] ?? '' })
  await until(async () => (await listMails(test.db, { state: 'uncertain' })).length === 1)
  const [mail] = await listMails(test.db, { state: 'uncertain' })
  t.match((await clerk.get(post)).words, /Ungewiss Niemand weiß.*Einladung mit Zugangscode .*Neuen Zugangscode senden/)
  const server = await mailServer(t)
  const { smtp } = test.config.mail
  if (smtp !== undefined) smtp.port = Number(new URL(server.url).port)
  const decide = `${post}/ausgang/${mail?.id}/entscheiden`
  t.match(await clerk.post(decide, { was: 'neu' }), { status: 303, location: `${post}?getan=entschieden` })
  t.equal((await clerk.post(decide, { was: 'neu' })).status, 404, 'once')
  await until(() => server.received.length === 1)
  await app.close()
  t.not(server.received[0]?.messageId, mail?.messageId)
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(server.received[0]?.mail.text ?? '')?.[0] ?? ''
  t.match(await findByCode(test.db, hashAccessCode(code, test.keys.accessCode)), { unit: mail?.unit })
  t.match((await clerk.get(`${post}/ausgang`)).words, /nicht gesendet/)
})

t.test('a test mail arrives, or it is said why not', async (t) => {
  const server = await mailServer(t)
  const { clerk } = await office(t, { SMTP_URL: server.url })
  t.match(
    (await clerk.post(`${post}/test`, { adresse: 'ich@amt.example' })).words,
    /hat die Test-E-Mail an ich@amt\.example angenommen/,
  )
  t.match(server.received[0]?.mail.subject, /Umlaute äöü ÄÖÜ ß/)
  t.equal((await clerk.post(`${post}/test`, { adresse: 'ich@amt.example, du@amt.example' })).status, 400)
  await server.close()
  t.match(
    (await clerk.post(`${post}/test`, { adresse: 'ich@amt.example' })).words,
    /Der Mailserver ist nicht erreichbar/,
  )
})

t.test('in the demo world every mail can be read; elsewhere nobody reads them here', async (t) => {
  const { test, clerk } = await office(t)
  t.equal((await clerk.get('/intern/demo-postfach')).status, 404)
  await sql`update wave set synthetic = true`.execute(test.db)
  t.match((await clerk.get('/intern/demo-postfach')).words, /Noch liegt hier nichts/)
  await clerk.post(`${post}/test`, { adresse: 'ich@amt.example' })
  const list = await clerk.get('/intern/demo-postfach')
  const href = /href="(\/intern\/demo-postfach\/[^"]+)"/.exec(list.text)?.[1] ?? ''
  t.match((await clerk.get(href)).words, /Test-E-Mail: Umlaute äöü ÄÖÜ ß An ich@amt\.example/)
  t.match((await clerk.get(`${href}/html`)).headers['content-security-policy'], /sandbox/)
  for (const path of ['..%2Fgeheim.eml', 'fehlt.eml', 'a.txt'])
    t.equal((await clerk.get(`/intern/demo-postfach/${path}`)).status, 404)
})

t.test('a report of a mail that came back is uploaded, and stands with the mail', async (t) => {
  const { test, clerk } = await office(t)
  const app = await worker(test)
  await queueMailing(test.db, test.config.mail, { wave: 'umfrage-1', template: 'erinnerung' })
  await until(async () => (await listMails(test.db, { state: 'sent' })).length === 3)
  await app.close()
  const [mail] = await listMails(test.db)
  const report = `Subject: Undelivered\r\n\r\nAction: failed\r\nDiagnostic-Code: smtp; 550 voll\r\nMessage-ID: ${mail?.messageId}\r\n`
  const upload = async (csrf: string, files: string[]) => {
    const head = (of: string) => `--grenze\r\nContent-Disposition: form-data; ${of}\r\n\r\n`
    const parts = files.map((file, index) => `${head(`name="dateien"; filename="${index}.eml"`)}${file}\r\n`)
    return clerk.send({
      method: 'POST',
      url: `${post}/zurueck`,
      payload: `${head('name="_csrf"')}${csrf}\r\n${parts.join('')}--grenze--\r\n`,
      headers: { cookie: clerk.cookie, 'content-type': 'multipart/form-data; boundary=grenze' },
    })
  }
  await clerk.get(post)
  t.equal((await upload('falsch', [report])).status, 403)
  t.match((await upload(clerk.csrf, [])).words, /Bitte wählen Sie mindestens eine Datei aus/)
  t.match((await listMails(test.db, { state: 'returned' })).length, 0)
  const taken = await upload(clerk.csrf, [report, 'Subject: Urlaub\r\n\r\nBin weg.\r\n'])
  t.match(taken.words, /1 E-Mail ist als zurückgekommen vermerkt\. Keine Meldung .*: 1\.eml/)
  t.match((await clerk.get(`${post}/ausgang?stand=returned`)).words, /550 voll/)
})

import { sql } from 'kysely'
import t from 'tap'
import { completeAnswer } from '../../../support/answers.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { published } from '../../../support/published.ts'
import { sendFile } from '../../../support/send-file.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { wholePdf } from '../../../support/whole-pdf.ts'

const paper = '/intern/erhebungen/umfrage-1/papierboegen/117019'
type Texts = Record<string, string>

async function office(test: TestApp, name: string): Promise<Visitor> {
  return signIn(test, await staffAccount(test, 'feldbuero', name))
}

/** Types a paper as a browser without script does: the whole form at once. */
async function type(visitor: Visitor, typed: Texts, turn: 1 | 2, act = 'fertig') {
  await visitor.get(`${paper}/erfassen`)
  return visitor.post(`${paper}/erfassen`, { ...typed, _erfassung: String(turn), _aktion: act })
}

const logged = async ({ db }: TestApp) => {
  const { rows } = await sql<{ action: string }>`
    select action from audit where action ~ '^(paper|scan)_' or action = 'submission' order by id`.execute(db)
  return rows.map(({ action }) => action)
}

t.test(
  'two type a paper without seeing each other, a third look settles, and it comes in like any other',
  async (t) => {
    const test = await testApp(t)
    const [one, two, three] = [await office(test, 'f.eins'), await office(test, 'f.zwei'), await office(test, 'f.drei')]
    const { typed } = await completeAnswer(await published('umfrage-1'), 0)
    const { gkz: _gkz, ...answers } = typed
    // A sum that does not come out, a spelling that is the same, a slip, something left out, and what is no number.
    const first = { ...answers, zp_gesamt: '1.204', im_alpha: 'ca. 40', zp_status_duldung: '7' }
    const second: Texts = { ...first, zp_gesamt: '1204', zp_status_duldung: '1', im_alpha: 'ca. 40', zp_status_eu: '' }

    t.equal((await one.get('/intern/erhebungen/umfrage-1/papierboegen?wer=08117019')).location, paper)
    t.match(
      (await one.get('/intern/erhebungen/umfrage-1/papierboegen?wer=117999')).words,
      /„117999“ wird .* nicht gefragt/,
    )
    const stopped = await type(one, first, 1)
    t.equal(stopped.status, 422)
    t.match(stopped.words, /nur die Zahl ein, also 40 statt „ca. 40“/)
    t.match(stopped.text, /name="zp_gesamt" value="1.204"/, 'nothing typed is lost')
    t.equal((await type(one, first, 1, 'so-fertig')).location, `${paper}?getan=erfasst`)
    t.equal((await one.get(`${paper}/erfassen`)).location, paper, 'nobody types the same paper twice')
    t.equal((await type(one, first, 1, 'so-fertig')).location, `${paper}?getan=erfasst`, 'who clicks twice is done')
    t.match(await type(one, { ...first, zp_gesamt: '9' }, 1), { status: 409, words: /haben Sie schon erfasst/ })
    t.equal((await one.get(`${paper}/abgleich`)).location, paper, 'nobody compares what is not there')

    const blank = await two.get(`${paper}/erfassen`)
    t.match(blank.words, /2\. Erfassung: Eislingen/)
    t.notMatch(blank.text, /1\.204|ca\. 40/, 'the second one sees nothing of the first')
    t.equal((await type(two, second, 2, 'speichern')).location, `${paper}?getan=gespeichert`)
    t.notMatch((await three.get(paper)).text, /1204|ca\. 40/)
    t.equal((await three.get(`${paper}/erfassen`)).location, paper)
    await type(two, second, 2, 'so-fertig')

    const compared = await three.get(`${paper}/abgleich`)
    t.match(compared.words, /In 2 Feldern von \d+ sagen die Erfassungen Verschiedenes/)
    const asked = [...compared.text.matchAll(/id="wahl\.(\w+)-1"/g)].map(([, name]) => name)
    t.strictSame(
      asked.toSorted(),
      ['im_alpha', 'zp_status_duldung', 'zp_status_eu'],
      'what differs, and what cannot be read',
    )
    const half = await three.post(`${paper}/abgleich`, { 'wahl.zp_status_duldung': '1' })
    t.equal(half.status, 422)
    t.match(half.words, /Bitte entscheiden Sie: F\d+ .*EU/)
    t.match(half.words, /nur die Zahl ein, also 40 statt „ca. 40“/)
    t.match(half.text, /value="1"\s+checked/, 'what was decided stays')
    t.strictSame(await test.db.selectFrom('submission').select('id').execute(), [], 'nothing by halves')
    const choices = {
      'wahl.zp_status_duldung': '1',
      'wahl.zp_status_eu': 'anders',
      'anders.zp_status_eu': '12',
      'wahl.im_alpha': 'leer',
    }
    t.match(
      (await two.post(`${paper}/abgleich`, choices)).words,
      /Sie haben den Bogen selbst erfasst\. Bitte bestätigen/,
    )
    const done = await three.post(`${paper}/abgleich`, choices)
    t.equal(done.location, `${paper}?getan=abgesendet`)

    const submission = await test.db.selectFrom('submission').selectAll().executeTakeFirstOrThrow()
    t.match(submission.answers, { zp_gesamt: 1204, zp_status_duldung: 7, zp_status_eu: 12 })
    t.notMatch(Object.keys(submission.answers), ['im_alpha'])
    t.ok(submission.justifications.length > 0, 'what does not fit is an open signal')
    for (const { text, reason } of submission.justifications)
      t.strictSame([reason, text], ['sonstiges', 'so auf dem Papier'])
    t.match(await test.db.selectFrom('paper_return').selectAll().execute(), [
      { revision: 1, differing: 2, blanked: 1, by_typist: false },
    ])
    const note = await test.db.selectFrom('contact.field_note').select('text').executeTakeFirstOrThrow()
    t.match(note.text, /^Auf dem Papier steht, was sich nicht eintragen lässt.*\n.*„ca\. 40“/)
    t.strictSame(await test.db.selectFrom('contact.paper_entry').select('id').execute(), [], 'what was typed is gone')
    const after = await three.get(done.location)
    t.match(
      after.words,
      /1\. Fassung, eingegangen .* 2 waren verschieden erfasst, entschieden von f\.drei, eine ließ sich nicht/,
    )
    const receipt = /href="([^"]+\/datei)"/.exec(after.text)?.[1] ?? ''
    t.match((await three.get(receipt.replace(/\/datei$/, ''))).words, /aus Ihrem Papierbogen übernommen/)
    t.match(after.words, /Von hier ist schon etwas eingegangen/)
    t.match((await three.get(receipt)).headers, { 'content-type': 'application/pdf' })
    t.match(
      (await three.get('/intern/erhebungen/umfrage-1/papierboegen')).words,
      /Eislingen.* eingegangen .*2 von \d+ verschieden/,
    )
    t.strictSame(await logged(test), [
      'paper_entered',
      'paper_entered',
      'paper_seen',
      'paper_seen',
      'paper_seen',
      'submission',
      'paper_taken',
    ])
  },
)

t.test('whoever typed a paper may settle it with the paper at hand, and nothing is overwritten', async (t) => {
  const test = await testApp(t)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '77', zg_alter: 'ab 14' })
  const [one, two] = [await office(test, 'f.eins'), await office(test, 'f.zwei')]
  await type(one, { zp_gesamt: '78' }, 1)
  await type(two, { zp_gesamt: '78' }, 2)
  const compared = await two.get(`${paper}/abgleich`)
  t.match(compared.words, /in allen \d+ Feldern dasselbe.*Eine Angabe steht nur im Online-Fragebogen/)
  t.match(compared.words, /Im Fragebogen von 117019 steht schon „77“, auf dem Papier „78“/)
  const refused = await two.post(`${paper}/abgleich`, { papier: 'ja' })
  t.equal(refused.status, 422)
  const unsaid = await two.post(`${paper}/abgleich`, { papier: 'ja', 'wahl.zp_gesamt': 'anders' })
  t.match([unsaid.status, unsaid.words], [422, /Bitte schreiben Sie, was dort steht/])
  // What is written is chosen by that.
  const other = { 'anders.zp_gesamt': '77' }
  t.equal((await two.post(`${paper}/abgleich`, { ...other, papier: 'ja' })).location, `${paper}?getan=abgesendet`)
  t.match(await test.db.selectFrom('paper_return').selectAll().execute(), [{ by_typist: true, differing: 0 }])
  await type(one, { zp_gesamt: '99' }, 1)
  await type(two, { zp_gesamt: '99' }, 2)
  const late = await one.post(`${paper}/abgleich`, { papier: 'ja' })
  t.equal(late.words.split('ist schon etwas anderes eingegangen').length, 2, 'said once')
  await one.get(paper)
  await one.post(`${paper}/verwerfen`, { erfassung: '1' })
  t.equal((await test.db.selectFrom('contact.paper_entry').select('turn').execute()).length, 1)
})

t.test('a scan is known by its bytes, given out to be saved only, and deleted', async (t) => {
  const test = await testApp(t)
  const one = await office(test, 'f.eins')
  await one.get(paper)
  const page = Buffer.from('<html><script>alert(1)</script>')
  for (const bad of [page, Buffer.concat([Buffer.from('%PDF-1.7\n'), page]), Buffer.alloc(0)])
    t.match((await sendFile(one, `${paper}/scan`, bad, 'scan.pdf')).status, 422)
  const pdf = wholePdf(3 * 1024 * 1024)
  t.equal((await sendFile(one, `${paper}/scan`, pdf, '../Frau Weiß.pdf')).location, `${paper}?getan=scan`)
  const shown = await one.get(paper)
  t.match(shown.words, /Frau Weiß\.pdf 3,0 MB/)
  const href = /href="([^"]+\/scan\/\d+)"/.exec(shown.text)?.[1] ?? ''
  const { rawPayload, headers } = await test.app.inject({ url: href, headers: { cookie: one.cookie } })
  t.ok(rawPayload.equals(pdf), 'byte by byte')
  t.match(headers, {
    'content-disposition': /^attachment; filename="umfrage-1-117019-scan-\d+\.pdf"$/,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  })
  t.equal((await one.post(`${href}/loeschen`, {})).location, `${paper}?getan=scan-weg`)
  t.equal((await one.get(href)).status, 404)
  t.strictSame(await test.db.selectFrom('contact.paper_scan_piece').select('place').execute(), [])
  t.strictSame(await logged(test), ['scan_added', 'scan_seen', 'scan_deleted'])
})

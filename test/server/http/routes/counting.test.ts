import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import t from 'tap'
import { readListFile } from '../../../../analysis/sources/list-file/read-list-file.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { confirmPreview } from '../../../support/confirm-preview.ts'
import { ask, open } from '../../../support/delegate.ts'
import type { Answer, Visitor } from '../../../support/visitor.ts'

let test: TestApp
t.before(async () => {
  test = await testApp(t)
})

const home = '/erhebung/umfrage-1/117019'
const counting = `${home}/auszaehlen`

/** Sends counts as the page does. */
const send = (visitor: Visitor, counts: Record<string, string>, url = counting): Promise<Answer> =>
  visitor.post(url, { _rev: visitor.rev, _umfang: 'felder', ...counts })

const draftOf = async (unit: string): Promise<Record<string, string>> => {
  const rows = await test.db
    .selectFrom('draft_value')
    .select(['field', 'value'])
    .where('participant_id', '=', test.participants.get(unit) ?? 0)
    .execute()
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]))
}

t.test('counts are looked at, taken over like a file, and what was saved meanwhile is asked about', async (t) => {
  const [visitor, other] = [await test.login('KM'), await test.login('AB')]
  t.match((await visitor.get(home)).text, `href="${counting}"`)
  const page = await visitor.get(counting)
  t.match(page.headers['content-security-policy'], /connect-src 'none'/)
  t.equal(page.headers['cache-control'], 'no-store')
  t.match(page.text, /<script type="module" src="\/assets\/counting-[A-Z0-9]+\.js">/)
  t.match((await visitor.get(home)).headers['content-security-policy'], /connect-src 'self'/, 'only this page')
  const seen = await visitor.get(counting)
  await other.get(`${home}/abschnitt/sprache`)
  await other.autosave('sprache', { im_alpha: '20', im_kurs_jetzt: '7' })
  t.match(seen.text, `name="_rev" value="${visitor.rev}"`)
  const preview = await send(visitor, { im_alpha: '12', im_alpha_unbekannt: '3', im_plan: '0', im_kurs_jetzt: '7' })
  t.equal(preview.status, 200)
  t.match(preview.words, /3 Angaben ändern sich\. Eine steht schon so im Fragebogen/)
  t.match(preview.words, /Gezählt und im Fragebogen geändert .*F20 [^0-9]*20 AB, [\d:]+ Uhr 12/)
  t.notOk('im_plan' in (await draftOf('117019')), 'nothing is saved before it is confirmed')
  const unchosen = await confirmPreview(visitor, preview)
  t.equal(unchosen.status, 422)
  t.match(unchosen.words, /Überall gilt die Zählung/)
  const done = await confirmPreview(visitor, unchosen, { _beide: 'fragebogen' })
  t.equal(done.location, `${home}?uebernommen=2`)
  t.match(await draftOf('117019'), { im_alpha: '20', im_alpha_unbekannt: '3', im_plan: '0', im_kurs_jetzt: '7' })
  await visitor.get(counting)
  await confirmPreview(visitor, await send(visitor, { im_alpha: '12' }))
  t.equal((await draftOf('117019')).im_alpha, '12')
  t.match((await send(visitor, { im_alpha: '12' })).words, /Die Zählung ändert nichts/)
})

t.test('nothing but counts of persons comes in that way', async (t) => {
  const visitor = await test.login('KM')
  await visitor.get(counting)
  const foreign: Record<string, string>[] = [
    ...[{ im_alpha: 'Amal Beispiel' }, { im_alpha: '-1' }, { im_alpha: '1,5' }, { im_alpha: '' }],
    ...[{ zp_gesamt: '5' }, { im_alpha_kom: '5' }, { zeile_1: '5' }, { im_alpha: '5', kuerzel: '1' }],
  ]
  for (const sent of foreign) t.equal((await send(visitor, sent)).status, 400, JSON.stringify(sent))
  const blank = await send(visitor, {})
  t.match([blank.status, blank.words], [422, /Es ist noch nichts gezählt/])
  t.match(blank.headers['content-security-policy'], /connect-src 'none'/)
})

t.test('whoever was away too long gets the counts back to send them again', async (t) => {
  const visitor = await test.login('KM', '117026')
  const place = '/erhebung/umfrage-1/117026/auszaehlen'
  await visitor.get(place)
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(test.db)
  const late = await send(visitor, { im_alpha: '12' }, place)
  t.match([late.status, late.words], [403, /noch nicht gespeichert/])
  t.match(late.text, /<input type="hidden" name="im_alpha" value="12">/)
})

t.test('a colleague counts for her sections alone', async (t) => {
  const holder = await test.login('KM')
  const colleague = await open(test, await ask(holder, 'Petra Beispiel', ['sprache']))
  const place = `${colleague.home}/auszaehlen`
  t.match((await colleague.get(colleague.home)).text, `href="${place}"`)
  const page = await colleague.get(place)
  t.match(page.text, /im_sprache_unter_a1/)
  t.notMatch(page.text, /im_herkunft_syrien|im_plan/)
  t.equal((await send(colleague, { im_herkunft_syrien: '3' }, place)).status, 400)
  const done = await confirmPreview(colleague, await send(colleague, { im_kurs_bisher: '41' }, place))
  t.equal(done.location, `${colleague.home}?uebernommen=1`)
  t.match((await colleague.get(done.location)).words, /Eine Eingabe ist übernommen/)
  t.equal((await draftOf('117019')).im_kurs_bisher, '41')
  const other = await open(test, await ask(holder, 'Jörg Müßig', ['zielgruppe']))
  t.equal((await other.get(`${other.home}/auszaehlen`)).status, 404, 'where nothing is to be counted')
})

t.test('the template has the columns that are counted, and the lists for them', async (t) => {
  const visitor = await test.login('KM')
  const load = (which: string) =>
    test.app.inject({ url: `${counting}/vorlage/${which}`, headers: { cookie: visitor.cookie } })
  const book = await load('xlsx')
  t.equal(book.headers['content-disposition'], 'attachment; filename="integrationsplaene.xlsx"')
  const [list, guide] = await readListFile(book.rawPayload, async () => {})
  const text = String((await load('csv')).rawPayload)
  t.strictSame(list?.rows.length, 1)
  t.equal(text, `\ufeff${list?.rows[0]?.join(';')}\r\n`)
  t.match(text, /^\ufeffKennung;Plan begonnen am;Unterbringung;.*;Vereinbarte Ziele;.*;Plan beendet am\r\n$/)
  t.notMatch(text, /Name/)
  t.equal(guide?.rows.find(([name]) => name === 'Geschlecht')?.[2], 'weiblich; männlich; divers')
  const sheet = Buffer.from(unzipSync(book.rawPayload)['xl/worksheets/sheet1.xml'] ?? []).toString()
  t.match(sheet, /<dataValidation type="list"[^>]*sqref="C2:C2001"><formula1>Listen!\$A\$1:\$A\$4</)
})

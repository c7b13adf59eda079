import t, { type Test } from 'tap'
import { type TestApp, testApp } from '../../../support/app.ts'
import type { Visitor } from '../../../support/visitor.ts'

const home = '/erhebung/umfrage-1/117019'
const sprache = `${home}/abschnitt/sprache`
const list = `${home}/angemeldet`

/** Nothing of what somebody sends is taken, and nothing of it is lost: it goes back to its page. */
async function writesNothing(t: Test, { db }: TestApp, visitor: Visitor): Promise<void> {
  const script = await visitor.autosave('sprache', { im_alpha: '12' })
  t.match(script, { status: 401, json: { parked: false } })
  const page = await visitor.save('sprache', { im_alpha: '12' })
  t.equal(page.status, 403)
  t.match(page.text, /name="im_alpha" value="12"/)
  t.strictSame(await db.selectFrom('parked_page').select('id').execute(), [])
  t.strictSame(await db.selectFrom('draft_value').select('field').where('field', '=', 'im_alpha').execute(), [])
}

t.test('after the logout the cookie writes nothing more', async (t) => {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  await visitor.get(sprache)
  await visitor.post('/abmelden', {})
  await writesNothing(t, test, visitor)
})

t.test('a replaced code ends its sessions, and only those', async (t) => {
  const test = await testApp(t)
  const [visitor, other] = [await test.login('KM'), await test.login('XY', '117042')]
  await visitor.get(sprache)
  await test.replaceCode('117019')
  t.match((await visitor.get(home)).location, /^\/zugang/)
  await writesNothing(t, test, visitor)
  t.equal((await other.get(other.home)).status, 200)
})

t.test('who is logged in is seen in the form, and can be logged out there', async (t) => {
  const test = await testApp(t)
  const { codeFor } = test
  const [one, other] = [await test.login('KM'), await test.login('AB')]
  const stranger = await test.login('XY', '117042')
  await other.get('/erhebung')
  await other.post('/erhebung', { code: await codeFor('117026'), kuerzel: 'AB' })
  await other.get(sprache)

  t.match((await one.get(home)).words, /2 Sitzungen/)
  const page = await one.get(list)
  t.match(page.words, /KM seit .*Uhr.*diese Sitzung.*AB seit .*Uhr/)
  t.notMatch(page.words, /XY/)
  const [, id = ''] = /name="sitzung" value="([0-9a-f-]{36})"/.exec(page.text) ?? []
  await stranger.get(`${stranger.home}/angemeldet`)
  await stranger.post(`${stranger.home}/angemeldet`, { sitzung: id })
  t.equal((await other.get(home)).status, 200, 'nobody of another form can end it')

  const ended = await one.post(list, { sitzung: id })
  t.equal(ended.location, `${list}?beendet=ja`)
  t.match((await one.get(ended.location)).words, /Die Sitzung ist beendet.*KM seit/)
  t.notMatch((await one.get(list)).words, /AB seit/)
  await writesNothing(t, test, other)
  t.equal((await other.get('/erhebung/umfrage-1/117026')).status, 200, 'the other form of that person stays open')
  await other.get('/erhebung')
  await other.post('/erhebung', { code: await codeFor('117019'), kuerzel: 'AB' })
  t.equal((await other.get(home)).status, 200, 'with the code they come in again')
  t.equal((await one.post(list, { sitzung: 'alle' })).location, `${list}?beendet=ja`)
  t.match((await other.get(home)).location, /^\/zugang/)
  t.equal((await one.get(home)).status, 200)
  const noted = await test.db
    .selectFrom('audit')
    .select(['participant_id', 'wave_id', 'detail'])
    .where('action', '=', 'session_dismissed')
    .execute()
  const entry = { participant_id: test.participants.get('117019'), wave_id: 'umfrage-1', detail: { sessions: 1 } }
  t.match(noted, [entry, entry], 'what was done to a colleague is in the log, and no more than that')
})

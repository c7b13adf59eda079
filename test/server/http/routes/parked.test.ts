import { sql } from 'kysely'
import t from 'tap'
import { runRetention } from '../../../../server/retention/run.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import type { Visitor } from '../../../support/visitor.ts'

const home = '/erhebung/umfrage-1/117019'
const list = `${home}/aufbewahrt`

/** The sessions of all have run out while their pages were still open. */
async function letSessionsRunOut({ db }: TestApp): Promise<void> {
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(db)
}

/** Somebody types into fields of some sections, one by one as the script sends them, after the session has run out. */
async function typeLate(test: TestApp, editor: string, typed: Record<string, Record<string, string>>): Promise<void> {
  const visitor = await test.login(editor)
  for (const section of Object.keys(typed)) await visitor.get(`${home}/abschnitt/${section}`)
  await letSessionsRunOut(test)
  for (const [section, fields] of Object.entries(typed))
    for (const [field, value] of Object.entries(fields)) await visitor.autosave(section, { [field]: value })
}

const six = {
  sprache: { im_alpha: '12', im_sprache_a: '7', im_alpha_kom: 'aus der Liste' },
  zielpersonen: { zp_geschlecht_frauen: '3', zp_geschlecht_maenner: '4', zp_status_duldung: '5' },
}

const stored = async ({ db }: TestApp, fields: readonly string[]) => {
  const rows = await db.selectFrom('draft_value').select(['field', 'value']).where('field', 'in', fields).execute()
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]))
}
const openPages = ({ db }: TestApp) =>
  db.selectFrom('parked_page').select('typed').where('settled_at', 'is', null).execute()

const decide = (visitor: Visitor, action: string, ticked: readonly string[] = []) =>
  visitor.post(list, {
    _rev: visitor.rev,
    _gesehen: visitor.seen,
    _aktion: action,
    ...Object.fromEntries(ticked.map((name) => [name, '1'])),
  })

t.test(
  'six fields typed late are a card for each section, with whose they are, and taken over at one press',
  async (t) => {
    const test = await testApp(t)
    await typeLate(test, 'KM', six)
    const visitor = await test.login('AB')
    const page = await visitor.get(list)
    t.equal([...page.text.matchAll(/<h2/g)].length, 2)
    t.match(page.words, /Sprachkenntnisse.*12.*KM, .*Uhr/)
    const headings = [...page.text.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, heading]) => heading)
    t.equal(new Set(headings).size, headings.length)
    const taken = await decide(visitor, 'alle')
    t.equal(taken.location, `${home}?uebernommen=6`)
    t.match((await visitor.get(taken.location)).words, /6 Eingaben sind übernommen/)
    const all = { ...six.sprache, ...six.zielpersonen }
    t.strictSame(await stored(test, Object.keys(all)), all)
    t.strictSame(await openPages(test), [])
  },
)

t.test('one section at a time: the rest stays in the list', async (t) => {
  const test = await testApp(t)
  await typeLate(test, 'KM', six)
  const visitor = await test.login('AB')
  await visitor.get(list)
  const taken = await decide(visitor, 'abschnitt:sprache')
  t.equal(taken.location, `${list}?uebernommen=3`)
  t.match((await visitor.get(taken.location)).words, /3 Eingaben sind übernommen.*Duldung/)
  t.strictSame(await stored(test, Object.keys(six.sprache)), six.sprache)
  const last = await decide(visitor, 'abschnitt:zielpersonen')
  t.equal(last.location, `${home}/abschnitt/zielpersonen?gespeichert=ja`)
})

t.test('single fields can be chosen, what is not chosen stays; nothing chosen is asked about', async (t) => {
  const test = await testApp(t)
  await typeLate(test, 'KM', six)
  const visitor = await test.login('AB')
  const page = await visitor.get(list)
  const [name = ''] = /wahl\.[0-9a-f-]{36}\.im_sprache_a/.exec(page.text) ?? []
  const nothing = await decide(visitor, 'auswahl:sprache')
  t.equal(nothing.status, 422)
  t.match(nothing.words, /kreuzen Sie .* an/)
  t.equal((await decide(visitor, 'auswahl:sprache', [name])).location, `${list}?uebernommen=1`)
  t.strictSame(await stored(test, Object.keys(six.sprache)), { im_sprache_a: '7' })
  const { im_sprache_a, ...rest } = six.sprache
  t.match(await openPages(test), [{ typed: rest }, { typed: six.zielpersonen }])
})

t.test('two people typed into the same field: both are shown, and all takes the newer one', async (t) => {
  const test = await testApp(t)
  await typeLate(test, 'KM', { sprache: { im_alpha: '12' } })
  await typeLate(test, 'CD', { sprache: { im_alpha: '13' } })
  const visitor = await test.login('AB')
  const page = await visitor.get(list)
  t.equal([...page.text.matchAll(/<h2/g)].length, 1)
  t.match(page.words, /12 KM, .* 13 CD, /)
  await decide(visitor, 'alle')
  t.strictSame(await stored(test, ['im_alpha']), { im_alpha: '13' })
  t.strictSame(await openPages(test), [])
})

t.test('what came or changed after the page was shown is neither dropped nor overwritten unseen', async (t) => {
  const test = await testApp(t)
  await typeLate(test, 'KM', { sprache: { im_alpha: '12' }, zielpersonen: { zp_status_duldung: '5' } })
  const visitor = await test.login('AB')
  await visitor.get(list)
  const { rev, seen } = visitor
  const other = await test.login('CD')
  await other.get(`${home}/abschnitt/sprache`)
  await other.save('sprache', { im_alpha: '20' })
  await typeLate(test, 'EF', { zielpersonen: { zp_status_duldung: '6' } })
  const again = await test.login('AB')
  await again.get(list)
  Object.assign(again, { rev, seen })
  await decide(again, 'verwerfen:zielpersonen')
  t.match(await openPages(test), [{ typed: { im_alpha: '12' } }, { typed: { zp_status_duldung: '6' } }])
  Object.assign(again, { rev, seen })
  const asked = await decide(again, 'abschnitt:sprache')
  t.equal(asked.status, 409)
  t.match(asked.words, /Inzwischen .* geändert.*12.*20/)
  t.strictSame(await stored(test, ['im_alpha']), { im_alpha: '20' })
  await decide(again, 'abschnitt:sprache')
  t.strictSame(await stored(test, ['im_alpha']), { im_alpha: '12' }, 'seen, it is a decision')
})

t.test('after the Frist nothing is taken over and nothing settled; it is shown, and so it is said', async (t) => {
  const test = await testApp(t)
  await typeLate(test, 'KM', six)
  const visitor = await test.login('AB')
  await visitor.get(list)
  await sql`update wave set frist = '2019-02-08'`.execute(test.db)
  for (const action of ['alle', 'abschnitt:sprache', 'verwerfen:sprache']) {
    const refused = await decide(visitor, action)
    t.equal(refused.status, 409, action)
    t.match(refused.words, /Frist ist abgelaufen.*nicht mehr übernommen.*12/, action)
    t.notMatch(refused.text, /name="_aktion"/, 'no button that does nothing')
  }
  t.equal((await openPages(test)).length, 2)
  t.strictSame(await stored(test, ['im_alpha', 'zp_status_duldung']), {})
  t.match((await visitor.get(home)).words, /nicht mehr in den Fragebogen.*aufbewahrt.*ansehen/)
  t.match((await visitor.get(list)).words, /aus der Liste/)
})

t.test('what is sent after the Frist by somebody at work is kept too, and said to be', async (t) => {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  await visitor.get(`${home}/abschnitt/sprache`)
  await sql`update wave set frist = '2019-02-08'`.execute(test.db)
  const script = await visitor.autosave('sprache', { im_alpha: '12' })
  t.match(script, { status: 409, json: { kept: true, message: /Frist ist abgelaufen.*aufbewahrt/ } })
  const page = await visitor.save('sprache', { im_alpha: '12', im_sprache_a: '7' })
  t.equal(page.status, 409)
  t.match(page.words, /nicht im Fragebogen gespeichert .*Frist ist abgelaufen.*aufbewahrt/)
  t.notMatch(page.words, 'Aufmerksamkeit', 'there is nothing that the person could mend')
  t.match(await openPages(test), [{ typed: { im_alpha: '12', im_sprache_a: '7' } }])
  await visitor.save('sprache', { im_alpha: '', im_sprache_a: '7' })
  t.strictSame(await openPages(test), [{ typed: { im_sprache_a: '7' } }], 'what was taken back is not kept')
})

t.test('what reaches a closed wave is kept too', async (t) => {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_sprache_a: '7' })
  await sql`update wave set state = 'closed', closed_at = now()`.execute(test.db)
  const sent = await visitor.autosave('sprache', { im_alpha: '12' })
  t.match(sent, { status: 409, json: { kept: true, message: /^Die Erhebung ist geschlossen\..*aufbewahrt/ } })
  t.match(await openPages(test), [{ typed: { im_alpha: '12' } }])
  const same = await visitor.autosave('sprache', { im_sprache_a: '7' })
  t.match(same, { status: 409, json: { kept: true, message: /geschlossen\. Neue Eingaben waren nicht dabei/ } })
  const page = await visitor.save('sprache', { im_alpha: '13' })
  t.match(page, { status: 409, words: /Die Erhebung ist geschlossen\..*aufbewahrt/ })
})

t.test('where nothing new was sent too late, nothing is said to be kept', async (t) => {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '12' })
  await visitor.get(`${home}/abschnitt/sprache`)
  await letSessionsRunOut(test)
  t.notMatch((await visitor.save('sprache', { im_alpha: '12' })).location, /aufbewahrt/)
  const again = await test.login('KM')
  await again.get(`${home}/pruefen`)
  await sql`update wave set frist = '2019-02-08'`.execute(test.db)
  const page = await again.sendChecked({}, 'absenden')
  t.match(page, { status: 409, words: /Frist ist abgelaufen. Neue Eingaben waren nicht dabei/ })
  t.notMatch(page.words, /aufbewahrt/)
})

t.test('what the Frist left behind is there for those who may see single answers, and nobody else', async (t) => {
  const test = await testApp(t)
  await typeLate(test, 'KM', { ...six, angaben: { kuerzel: 'Karla Muster' } })
  const [office, field] = [
    await signIn(test, await staffAccount(test, 'forschung')),
    await signIn(test, await staffAccount(test, 'feldbuero')),
  ]
  const wave = '/intern/erhebungen/umfrage-1'
  t.match(
    (await office.get(`${wave}/nach-der-frist`)).words,
    /Es liegt nichts vor/,
    'as long as it runs it is their own',
  )
  await sql`update wave set frist = '2019-02-08'`.execute(test.db)
  t.match((await office.get(wave)).words, /Eingaben, die zu spät kamen , von 1 Stelle/)
  t.notMatch((await field.get(wave)).words, /zu spät/)
  t.equal((await field.get(`${wave}/nach-der-frist`)).status, 403)
  const page = await office.get(`${wave}/nach-der-frist`)
  t.match(page.words, /Eislingen\/Fils GKZ 117019.*mit Duldung.* 5 KM .*Uhr, nach der Frist.*aus der Liste/)
  t.notMatch(page.words, /Karla Muster/, 'contact data are kept apart')
  const { rows } = await sql`select detail from audit where action = 'late_read' order by id desc limit 1`.execute(
    test.db,
  )
  t.strictSame(rows, [{ detail: { participants: [test.participants.get('117019')] } }])
})

t.test('what has been kept for too long is forgotten, and a form keeps no more than a certain number', async (t) => {
  const test = await testApp(t)
  await typeLate(test, 'KM', six)
  await sql`update parked_page set parked_at = now() - interval '91 days' where section = 'sprache'`.execute(test.db)
  await runRetention(test)
  t.match(await openPages(test), [{ typed: six.zielpersonen }])

  await sql`insert into parked_page (participant_id, section, typed, contact)
    select ${test.participants.get('117019')}, 'sprache', '{"im_alpha": "1"}', false from generate_series(1, 100)`.execute(
    test.db,
  )
  const visitor = await test.login('AB')
  await visitor.get(`${home}/abschnitt/sprache`)
  await letSessionsRunOut(test)
  t.match(await visitor.autosave('sprache', { im_alpha: '3' }), { status: 401, json: { parked: false } })
  const page = await visitor.save('sprache', { im_alpha: '3' })
  t.equal(page.status, 403)
  t.match(page.text, /name="im_alpha" value="3"/, 'it goes back to its page')
  t.equal((await openPages(test)).length, 101)
})

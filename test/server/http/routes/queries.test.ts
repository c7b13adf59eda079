import { sql } from 'kysely'
import t, { type Test } from 'tap'
import type { About } from '../../../../server/queries/about.ts'
import { extentOf } from '../../../../server/queries/extent.ts'
import { closeQueries, findQueries, openQueries } from '../../../../server/store/queries.ts'
import { submissionsOf } from '../../../../server/store/submissions.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { published } from '../../../support/published.ts'

const women: About = { kind: 'field', name: 'zp_geschlecht_frauen' }

/** A form that was submitted, and in which something else was saved since. */
async function world(t: Test) {
  const test = await testApp(t)
  const participant = test.participants.get('117019') ?? 0
  const visitor = await test.login('KM')
  const save = async (section: string, fields: Record<string, string>) => {
    await visitor.get(`${visitor.home}/abschnitt/${section}`)
    return visitor.autosave(section, fields)
  }
  await save('zielgruppe', { zp_gesamt: '1200' })
  await save('zielpersonen', { zp_geschlecht_frauen: '500', zp_geschlecht_maenner: '700', zp_kinder18: '30' })
  t.equal((await visitor.submit()).status, 303)
  await save('zielpersonen', { zp_kinder18: '31' })
  const instrument = await published('umfrage-1')
  const ask = async (about: About, text: string) => {
    const extent = extentOf(about, instrument)
    if (extent === undefined) throw new Error(about.name)
    const asked = { wave: 'umfrage-1', participants: [participant], about, extent, text, dueOn: '2099-03-01' }
    const [id = 0] = await openQueries(test.db, { ...asked, by: undefined })
    return id
  }
  const close = (id: number) => closeQueries(test.db, { ids: [id], wave: 'umfrage-1', by: undefined })
  return { test, participant, visitor, save, ask, close }
}

const newest = async ({ db }: TestApp, participant: number) => (await submissionsOf(db, participant))[0]
const over = ({ db }: TestApp) => sql`update wave set frist = '2019-02-08'`.execute(db)

t.test('a Rückfrage stands beside its field, is answered with a text and with a value, and is closed', async (t) => {
  const { test, participant, visitor, save, ask, close } = await world(t)
  const id = await ask(women, 'Sind es wirklich 500?')
  t.match(
    (await visitor.get(visitor.home)).words,
    /Rückfragen .*bis 01\.03\.2099.*Sind es wirklich 500\?.*Antwort erbeten/,
  )
  t.match(
    (await visitor.get(`${visitor.home}/abschnitt/zielpersonen`)).words,
    /Rückfrage zu F\d+, .*Frauen.*Sind es wirklich 500\?/,
  )
  t.notMatch((await visitor.get(`${visitor.home}/abschnitt/sprache`)).words, 'Rückfrage')

  const thread = `${visitor.home}/rueckfragen/${id}`
  await visitor.get(thread)
  t.equal((await visitor.post(thread, { text: '  ' })).status, 422)
  t.equal((await visitor.post(thread, { text: 'x'.repeat(4001) })).status, 422)
  t.equal((await visitor.post(thread, { text: 'Wir <zählen> nach.' })).status, 303)
  t.equal((await visitor.post(thread, { text: 'Wir <zählen> nach.' })).status, 303, 'a second click says nothing new')
  t.match((await visitor.get(thread)).words, /beantwortet.*Ihre Antwort \(KM\).*Wir &lt;zählen&gt; nach\./)
  await ask(women, 'Bitte berichtigen Sie es.')
  await ask(women, 'Bitte berichtigen Sie es.')
  t.match(await findQueries(test.db, { id }), [{ id, lastKind: 'asked' }], 'the same thread goes on')

  await save('sprache', { im_alpha: '12' })
  await visitor.submit()
  t.match(await findQueries(test.db, { id }), [{ lastKind: 'asked' }], 'another answer is none to it')
  await save('zielpersonen', { zp_geschlecht_frauen: '480' })
  const { location } = await visitor.submit()
  const [query] = await findQueries(test.db, { participantId: participant })
  t.strictSame(
    query?.entries.map(({ kind, receipt }) => [kind, receipt]),
    [
      ['asked', null],
      ['answered', null],
      ['asked', null],
      ['submitted', location.split('/').at(-1)],
    ],
  )
  t.equal(await close(id), 1)
  t.equal(await close(id), 0, 'once')
  t.match((await visitor.get(visitor.home)).words, /Rückfragen .*abgeschlossen/)
  t.equal((await visitor.post(thread, { text: 'noch etwas' })).status, 409)
  const colleague = await test.login('AB', '117026')
  t.equal((await colleague.get(`${colleague.home}/rueckfragen/${id}`)).status, 404, 'it is nobody else’s')
  await colleague.get(colleague.home)
  t.equal((await colleague.post(`${colleague.home}/rueckfragen/${id}`, { text: 'fremd' })).status, 404)
})

t.test('after the Frist only what is asked about can be changed, and a submission changes nothing else', async (t) => {
  const { test, participant, visitor, save, ask, close } = await world(t)
  const before = await newest(test, participant)
  const id = await ask(women, 'Sind es wirklich 500?')
  await over(test)
  t.match((await visitor.get(visitor.home)).words, /sonst noch gespeichert und nicht abgesendet/)
  const shown = await visitor.get(`${visitor.home}/abschnitt/zielpersonen`)
  const tag = (name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(shown.text)?.[0] ?? ''
  t.match(tag('zp_geschlecht_frauen'), /value="500"/)
  t.notMatch(tag('zp_geschlecht_frauen'), /readonly/)
  t.match(tag('zp_geschlecht_maenner'), /readonly/)
  t.equal(tag('zp_kinder18'), '', 'other questions can be read alone')
  t.match(shown.words, /ändern lässt sich nur noch, wonach wir zurückfragen/)
  t.match(shown.words, / 30 /, 'as they came in, not as they were saved later')

  for (const [section, fields] of [
    ['zielpersonen', { zp_geschlecht_maenner: '1' }],
    ['zielpersonen', { zp_geschlecht_frauen: '1', zp_kinder18: '1' }],
    ['zielpersonen', { 'grund.zp_status_summe': '', 'text.zp_status_summe': 'weil' }],
    ['sprache', { im_alpha: '1' }],
  ] as const) {
    const refused = await visitor.autosave(section, fields)
    t.match(refused, { status: 409, json: { kept: true, message: /Frist ist abgelaufen.*wonach wir zurückfragen/ } })
  }
  t.equal((await visitor.save('zielpersonen', { zp_geschlecht_maenner: '1' })).status, 409)
  await visitor.get(`${visitor.home}/pruefen`)
  t.equal((await visitor.sendChecked({ 'text.zp_status_summe': 'weil' })).status, 409, 'nor other reasons')
  const { rows } = await sql<{ field: string }>`select field from draft_value where value in ('1', 'weil')`.execute(
    test.db,
  )
  t.strictSame(rows, [], 'nothing of it is in the draft')

  await visitor.get(`${visitor.home}/abschnitt/zielpersonen`)
  const all = { zp_geschlecht_frauen: '900', zp_geschlecht_maenner: '700', zp_geschlecht_kom: '' }
  t.match(await visitor.save('zielpersonen', all, 'pruefen'), { status: 303, location: /\/pruefen$/ })
  const check = await visitor.submit()
  t.match(check, { status: 422, words: /ein Hinweis|den Hinweis/ }, 'its signal asks for a reason as ever')
  const reasons = /name="grund\.zp_geschlecht_hoechstens_gesamt"[\s\S]*?<option value="(\w+)"/.exec(check.text)
  const said = {
    'grund.zp_geschlecht_hoechstens_gesamt': reasons?.[1] ?? '',
    'text.zp_geschlecht_hoechstens_gesamt': 'So ist es.',
  }
  const { status, location } = await visitor.submit(said)
  t.equal(status, 303)
  const after = await newest(test, participant)
  t.strictSame(after?.answers, { ...before?.answers, zp_geschlecht_frauen: 900 }, 'nothing else has changed')
  t.match(after, { revision: 2, justifications: [{ check: 'zp_geschlecht_hoechstens_gesamt', text: 'So ist es.' }] })
  t.equal((await visitor.submit(said)).location, location, 'a second click is the same')
  t.match(await findQueries(test.db, { id }), [{ lastKind: 'submitted' }])
  t.match((await visitor.get(location)).words, / 900 /)

  await sql`update wave set state = 'closed', closed_at = now()`.execute(test.db)
  t.match(await save('zielpersonen', { zp_geschlecht_frauen: '490' }), { status: 200 }, 'also once the wave is closed')
  await close(id)
  t.match(await visitor.autosave('zielpersonen', { zp_geschlecht_frauen: '1' }), { status: 409 }, 'until it is closed')
  t.notMatch((await visitor.get(`${visitor.home}/pruefen`)).text, /value="absenden"/)
  await visitor.sendChecked({}, 'absenden')
  t.equal((await newest(test, participant))?.revision, 2)
})

t.test('where nothing was submitted a Rückfrage is answered with a text alone', async (t) => {
  const { test, ask } = await world(t)
  const silent = test.participants.get('117042') ?? 0
  await ask(women, 'Für eine andere.')
  await openQueries(test.db, {
    ...{
      wave: 'umfrage-1',
      participants: [silent],
      about: women,
      text: 'Und Sie?',
      dueOn: '2099-03-01',
      by: undefined,
    },
    extent: { fields: ['zp_geschlecht_frauen'], checks: [] },
  })
  await over(test)
  const visitor = await test.login('SA', '117042')
  const [query] = await findQueries(test.db, { participantId: silent })
  t.match((await visitor.get(visitor.home)).words, /Und Sie\?/)
  visitor.rev = '1'
  t.match(await visitor.autosave('zielpersonen', { zp_geschlecht_frauen: '1' }), { status: 409 })
  const thread = `${visitor.home}/rueckfragen/${query?.id}`
  await visitor.get(thread)
  t.equal((await visitor.post(thread, { text: 'Wir haben keine.' })).status, 303)
  t.match(await findQueries(test.db, { id: query?.id }), [{ lastKind: 'answered' }])
})

t.test(
  'what is said against a correction is answered in the thread about its field, and opens nothing by itself',
  async (t) => {
    const { test, participant, visitor, save, ask, close } = await world(t)
    const amended = async (field: string, was: number, became: number) => {
      const { rows } = await sql<{ id: string }>`
      insert into amendment (participant_id, field, was, became, reason, source, state)
      values (${participant}, ${field}, ${was}::text::jsonb, ${became}::text::jsonb, 'typing', 'call', next_data_state('amendment'))
      returning id`.execute(test.db)
      return String(rows[0]?.id)
    }
    const total = await amended('zp_gesamt', 1200, 120)
    const page = `${visitor.home}/korrekturen`
    await visitor.get(page)
    const stale = await visitor.post(page, { korrektur: total, text: 'Es sind 1.200.', _csrf: 'x' })
    t.match(stale, { status: 403, text: /<textarea[^>]*>\s*Es sind 1\.200\.</ }, 'nothing that was typed is lost')
    const said = await visitor.post(page, { korrektur: total, text: 'Es sind 1.200.' })
    t.match(said.location, /widersprochen=1$/)
    t.match((await visitor.get(said.location)).text, /href="[^"]*\/rueckfragen\/1"/)
    t.equal((await visitor.post(page, { korrektur: total, text: 'Es sind 1.200.' })).status, 303)
    const thread = { about: { kind: 'field', name: 'zp_gesamt' }, lastKind: 'answered', closedAt: null }
    const [query, ...others] = await findQueries(test.db, { participantId: participant })
    t.match([query, ...others], [thread])
    t.strictSame(
      query?.entries.map(({ text, editor }) => [text, editor]),
      [['Widerspruch gegen die Korrektur (120 statt 1.200): Es sind 1.200.', 'KM']],
      'once, however often it is sent',
    )
    t.match((await visitor.get(visitor.home)).words, /Widerspruch gegen die Korrektur .*eingegangen/)
    t.match(
      (await visitor.get(`${visitor.home}/rueckfragen/1`)).words,
      /Ihr Widerspruch zu F\d+.*Ihr Widerspruch \(KM\)/,
    )

    const women500 = await ask(women, 'Sind es wirklich 500?')
    const inThread = await amended('zp_geschlecht_frauen', 500, 510)
    await visitor.post(page, { korrektur: inThread, text: 'Doch, 500.' })
    t.match(await findQueries(test.db, { id: women500 }), [{ lastKind: 'answered' }], 'a thread that goes on is joined')
    await close(women500)
    await over(test)
    t.match(await save('zielgruppe', { zp_gesamt: '1' }), { status: 409 }, 'whoever objects opens nothing by that')
    await ask({ kind: 'field', name: 'zp_gesamt' }, 'Bitte berichtigen Sie es selbst.')
    t.match(await save('zielgruppe', { zp_gesamt: '1' }), { status: 200 }, 'the office does')

    await sql`update amendment set undone_state = next_data_state('amendment'), undone_at = now()`.execute(test.db)
    await visitor.get(page)
    const late = await visitor.post(page, { korrektur: total, text: 'Noch einmal.' })
    t.match(late, { status: 409, words: /inzwischen zurückgenommen/ })
    t.equal((await visitor.post(page, { korrektur: '999', text: 'Fremd.' })).status, 404)
  },
)

import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../../support/app.ts'
import type { Answer, Visitor } from '../../../support/visitor.ts'

const check = '/erhebung/umfrage-1/117019/pruefen'
const section = '/erhebung/umfrage-1/117019/abschnitt/zielpersonen'

/** 118 of 120 twice: two signals, one cause. */
const unequal = {
  zp_unterbringung_gemeinschaft: '100',
  zp_unterbringung_kommunal: '18',
  zp_unterbringung_privat: '0',
  zp_unterbringung_unbekannt: '0',
  zp_alter_a14_17: '118',
  zp_alter_a18_25: '0',
  zp_alter_ue25: '0',
  zp_alter_unbekannt: '0',
}
const housing = { 'grund.zp_unterbringung_summe': 'quelle', 'text.zp_unterbringung_summe': 'Zwei sind verzogen.' }

async function atSignals(t: Parameters<typeof testApp>[0], typed: Record<string, string> = unequal) {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  const write = async (name: string, fields: Record<string, string>) => {
    await visitor.get(`${visitor.home}/abschnitt/${name}`)
    return visitor.autosave(name, fields)
  }
  await write('zielgruppe', { zp_gesamt: '120' })
  await write('zielpersonen', typed)
  await visitor.get(check)
  const endSession = () => sql`update session set seen_at = now() - interval '2 hours'`.execute(test.db)
  const drafted = async (field: string) => {
    const { rows } = await sql<{ value: string }>`select value from draft_value where field = ${field}`.execute(test.db)
    return rows[0]?.value
  }
  return { ...test, visitor, write, endSession, drafted }
}

/** What the script of the page where all is checked sends. */
const autosave = (visitor: Visitor, fields: Record<string, string>): Promise<Answer> =>
  visitor.post(check, { _rev: visitor.rev, _umfang: 'felder', ...fields }, { accept: 'application/json' })

/** The text of a field on a page. */
const shown = ({ text }: Answer, name: string) =>
  new RegExp(`<textarea[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>\\n?([^<]*)<`).exec(text)?.[1]

const few = { zp_unterbringung_gemeinschaft: '118', zp_unterbringung_kommunal: '0' }
const single = { ...few, zp_unterbringung_privat: '0', zp_unterbringung_unbekannt: '0' }

t.test('a reason is saved as it is typed, in two halves, and holds for the numbers of now', async (t) => {
  const { visitor, drafted } = await atSignals(t, single)
  const first = await autosave(visitor, { 'grund.zp_unterbringung_summe': 'quelle' })
  t.match(first, { status: 200, json: { open: 1, standing: [{ reason: { state: 'begun' } }] } })
  visitor.rev = String(first.json.rev)
  const second = await autosave(visitor, { 'text.zp_unterbringung_summe': 'Zwei sind verzogen.' })
  t.match(second.json, { open: 0, missing: /^die Bestätigung/, savedAt: /^\d\d:\d\d$/ })
  t.match(
    second.json.standing[0].reason.sentence,
    /^Begründet: Zahlen aus verschiedenen Quellen\. Zwei sind verzogen\./,
  )
  t.match(await drafted('gilt.zp_unterbringung_summe'), /^\{"zp_gesamt":"120",.*"zp_unterbringung_gemeinschaft":"118"/)
  t.equal(shown(await visitor.get(check), 'text.zp_unterbringung_summe'), 'Zwei sind verzogen.')
})

t.test(
  'what is typed after the end of the session is parked, and given back with the numbers it was said of',
  async (t) => {
    for (const how of ['with script', 'without script']) {
      t.test(how, async (t) => {
        const { app, visitor, endSession, codeFor, drafted, db } = await atSignals(t, single)
        await endSession()
        const sent = how === 'with script' ? await autosave(visitor, housing) : await visitor.sendChecked(housing)
        if (how === 'with script') t.match(sent, { status: 401, json: { parked: true } })
        else t.match(sent.location, /aufbewahrt=ja/)
        t.equal(await drafted('text.zp_unterbringung_summe'), undefined)
        await visitor.get('/zugang')
        await visitor.post('/zugang', { code: await codeFor('117019'), kuerzel: 'KM' })
        const kept = await visitor.get(`${visitor.home}/aufbewahrt`)
        t.match(kept.words, /Prüfen und absenden.*Zahlen aus verschiedenen Quellen/)
        t.match(kept.words, /Erläuterung.*Zwei sind verzogen/)
        t.notMatch(kept.words, /gilt\.|\{"zp_gesamt/)
        const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(kept.text)?.[1] ?? ''
        const all = { _aktion: 'alle', _rev: hidden('_rev'), _gesehen: hidden('_gesehen') }
        t.equal((await visitor.post(`${visitor.home}/aufbewahrt`, all)).location, `${check}?gespeichert=ja`)
        t.match((await visitor.get(check)).words, /Begründet: Zahlen aus verschiedenen Quellen/)
        t.equal((await visitor.submit()).status, 303)
        const { justifications } = await db.selectFrom('submission').select('justifications').executeTakeFirstOrThrow()
        t.match(justifications, [{ check: 'zp_unterbringung_summe', reason: 'quelle', text: 'Zwei sind verzogen.' }])
        t.strictSame(Object.keys(justifications[0] ?? {}).toSorted(), ['check', 'reason', 'text', 'values'])
        t.ok(app)
      })
    }
  },
)

t.test('what leads away saves first: to a field and back, and to the overview', async (t) => {
  const { visitor, drafted } = await atSignals(t, single)
  const way = await visitor.sendChecked(housing, 'berichtigen:zp_unterbringung_gemeinschaft:zp_unterbringung_summe')
  t.equal(way.location, `${section}?von=pruefen.zp_unterbringung_summe#zp_unterbringung_gemeinschaft`)
  t.equal(await drafted('text.zp_unterbringung_summe'), 'Zwei sind verzogen.')
  const there = await visitor.get(way.location.split('#')[0] ?? '')
  t.match(there.words, /Zurück zum Prüfen/)
  t.match(there.text, /name="_von" value="pruefen\.zp_unterbringung_summe"/)
  const back = await visitor.post(section, {
    _rev: visitor.rev,
    _umfang: 'felder',
    _von: 'pruefen.zp_unterbringung_summe',
    _aktion: 'pruefen',
  })
  t.equal(back.location, `${check}#befund-zp_unterbringung_summe`, 'not to the top of a long list')
  t.match((await visitor.get(check)).text, /id="befund-zp_unterbringung_summe"/)
  t.equal((await visitor.sendChecked({}, 'hub')).location, visitor.home)
})

t.test('the next signal is one step away, also when the present one is settled by the same save', async (t) => {
  const { visitor, write } = await atSignals(t)
  await write('integrationsmanagement', { im_gesamt: '10', im_plan: '20' })
  await visitor.get(check)
  const von = 'pruefen.zp_unterbringung_summe'
  const there = await visitor.get(`${section}?von=${von}`)
  t.match(there.words, /Nächster Hinweis: F12, F11/)
  const fixed = { zp_unterbringung_kommunal: '20', zp_alter_a14_17: '120' }
  const next = await visitor.post(section, {
    _rev: visitor.rev,
    _umfang: 'felder',
    _von: von,
    _aktion: 'naechster',
    ...fixed,
  })
  t.match(next.location, /\?von=pruefen\.im_plan_hoechstens_im#im_plan$/)
  t.notMatch((await visitor.get(`${visitor.home}/abschnitt/sprache?von=https://example.org`)).text, /example\.org|_von/)
})

t.test('one reason for all that has one cause; one of them can have its own', async (t) => {
  const { visitor, db } = await atSignals(t)
  const page = await visitor.get(check)
  t.match(page.words, /F4 passt nicht zu 2 anderen Angaben/)
  const saved = await autosave(visitor, housing)
  t.match(saved.json.changes, {
    'grund.zp_alter_summe': 'quelle',
    'text.zp_alter_summe': 'Zwei sind verzogen.',
  })
  t.equal(saved.json.open, 0)
  visitor.rev = String(saved.json.rev)
  await autosave(visitor, { 'text.zp_alter_summe': 'Zwei sind zu jung.' })
  await visitor.get(check)
  await autosave(visitor, { 'text.zp_unterbringung_summe': 'Zwei sind doch verzogen.' })
  t.equal((await visitor.submit()).status, 303)
  const { justifications } = await db.selectFrom('submission').select('justifications').executeTakeFirstOrThrow()
  t.strictSame(justifications.map(({ check, reason, text }) => [check, reason, text]).toSorted(), [
    ['zp_alter_summe', 'quelle', 'Zwei sind zu jung.'],
    ['zp_unterbringung_summe', 'quelle', 'Zwei sind doch verzogen.'],
  ])
})

t.test('a reason given in a section is for that signal alone, and is shown there as given', async (t) => {
  const { visitor } = await atSignals(t)
  await visitor.get(section)
  const { json } = await visitor.autosave('zielpersonen', housing)
  t.match(json.findings.zp_unterbringung, [{ reason: { state: 'holds' } }])
  const page = await visitor.get(section)
  t.match(page.words, /Begründet: Zahlen aus verschiedenen Quellen\. Zwei sind verzogen\..*Begründung ändern/)
  t.match((await visitor.get(check)).words, /1 offener Hinweis/)
  t.match((await visitor.get(`${visitor.home}/drucken`)).words, /Begründet: Zahlen aus verschiedenen Quellen/)
})

t.test('a reason lapses with the numbers, and can be said to hold on', async (t) => {
  const { visitor, write } = await atSignals(t, single)
  await autosave(visitor, housing)
  const { json } = await write('zielpersonen', { zp_unterbringung_kommunal: '1' })
  t.match(json.findings.zp_unterbringung, [{ reason: { state: 'lapsed', text: 'Zwei sind verzogen.' } }])
  t.equal((await visitor.submit()).status, 422)
  t.equal((await visitor.sendChecked({}, 'gilt:zp_unterbringung_summe')).status, 303)
  t.equal((await visitor.submit()).status, 303)
})

t.test('two people give different reasons: neither is lost, and the second is asked', async (t) => {
  const { visitor, login, drafted } = await atSignals(t, single)
  const other = await login('AB')
  await other.get(check)
  await autosave(visitor, housing)
  const late = await autosave(other, { 'text.zp_unterbringung_summe': 'Ganz anders.' })
  t.match(late.json.conflicts, [{ name: 'text.zp_unterbringung_summe', mine: 'Ganz anders.', by: 'KM' }])
  const asked = await other.sendChecked({ 'text.zp_unterbringung_summe': 'Ganz anders.' })
  t.equal(asked.status, 409)
  t.match(asked.words, /Erläuterung.*Ganz anders/)
  t.equal(await drafted('text.zp_unterbringung_summe'), 'Zwei sind verzogen.')
})

t.test('a text that is too long is refused with everything kept', async (t) => {
  const { visitor } = await atSignals(t, single)
  const text = 'x'.repeat(10_001)
  const refused = await visitor.sendChecked({ ...housing, 'text.zp_unterbringung_summe': text })
  t.equal(refused.status, 422)
  t.match(refused.words, /länger als 10\.000 Zeichen/)
  t.equal(shown(refused, 'text.zp_unterbringung_summe'), text)
})

t.test('what is said about answers is neither counted nor exported as an answer', async (t) => {
  const { visitor, db } = await atSignals(t, single)
  const before = /(\d+) von 1\d\d Feldern/.exec((await visitor.get(visitor.home)).words)?.[0]
  await visitor.get(section)
  await visitor.autosave('zielpersonen', { ...housing, 'erledigt.zielpersonen': '1' })
  t.equal(/(\d+) von 1\d\d Feldern/.exec((await visitor.get(visitor.home)).words)?.[0], before)
  await visitor.submit()
  const stored = await db.selectFrom('submission').select(['answers', 'comments']).executeTakeFirstOrThrow()
  t.notMatch(JSON.stringify(stored), /grund|erledigt|gilt|verzogen/)
})

t.test('after the Frist nothing asks to be corrected or justified', async (t) => {
  const { visitor, db } = await atSignals(t)
  t.match((await visitor.get(check)).words, /F4 berichtigen .* Begründung für beide Hinweise/)
  await sql`update wave set frist = '2019-01-31'`.execute(db)
  const { words } = await visitor.get(check)
  t.match(words, /F4 ansehen/)
  t.notMatch(words, /berichtigen|Begründung/)
})

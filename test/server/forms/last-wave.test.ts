import { sql } from 'kysely'
import t from 'tap'
import { hashAccessCode, newAccessCode } from '../../../server/domain/access-code.ts'
import { storeCodes } from '../../../server/store/access-codes.ts'
import { remarksQuery } from '../../../server/store/remarks-query.ts'
import { createWave, setWaveState } from '../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { newWave, published } from '../../support/published.ts'
import { Visitor } from '../../support/visitor.ts'

/** What was chosen and written beside that number. */
const then = {
  zg_gruppe_duldung: '1',
  zg_gruppe_andere: '1',
  zg_gruppe_andere_text: 'Spätaussiedler: seit 2015',
  zg_alter: 'ab 16',
}

/** Somebody of a Kommune that answered Umfrage 1 with 120 persons, now in the form of Umfrage 4. */
async function comesBack(t: Teardown): Promise<[Visitor, TestApp]> {
  const test = await testApp(t)
  const before = await test.login('KM')
  await before.get(`${before.home}/abschnitt/zielgruppe`)
  await before.autosave('zielgruppe', { zp_gesamt: '1.120', ...then })
  await before.submit()

  const instrument = await published('umfrage-4')
  const wave = newWave(instrument, ['117019', '117026'])
  const [participant] = await createWave(test.db, { ...wave, id: 'wieder', stichtag: '2019-12-15' })
  await setWaveState(test.db, 'wieder', 'open')
  const code = newAccessCode()
  await storeCodes(test.db, [
    { participantId: participant?.id ?? 0, hash: await hashAccessCode(code, test.keys.accessCode) },
  ])
  const visitor = new Visitor(test.app)
  await visitor.get('/zugang')
  await visitor.post('/zugang', { code, kuerzel: 'KM' })
  visitor.home = '/erhebung/wieder/117019'
  return [visitor, test]
}

const field = (text: string) => /<label for="zp_gesamt">.*?<\/div>/s.exec(text)?.[0] ?? ''

t.test('the figure of the last wave stands beside the field with its Stichtag, and fills nothing in', async (t) => {
  const [visitor] = await comesBack(t)
  const page = await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  t.match(field(page.text), /15\.12\.2018: 1\.120/)
  t.match(field(page.text), /name="zp_gesamt" value=""/)
  t.notMatch(field((await visitor.get(`${visitor.home}/abschnitt/integrationsmanagement`)).text), /2018/)
})

t.test('what is taken over is recorded and exported, what is typed is not', async (t) => {
  const [visitor, { db, pool }] = await comesBack(t)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.save('zielgruppe', { zp_weggezogen: '3' }, 'uebernehmen:zp_gesamt:1.120')
  const instrument = await published('umfrage-4')
  const taken = async () => {
    const { rows } = await pool.query(remarksQuery('wieder', instrument, Number.MAX_SAFE_INTEGER))
    return rows.filter(({ art }) => art === 'uebernommen').map(({ bezug, grund, werte }) => [bezug, grund, werte])
  }
  await visitor.submit()
  t.strictSame(await taken(), [['zp_gesamt', 'umfrage-1', 'zp_gesamt=1120']])

  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  t.match(field((await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)).text), /value="1\.120"/)
  await visitor.autosave('zielgruppe', { zp_gesamt: '1121' })
  t.strictSame(await taken(), [['zp_gesamt', 'umfrage-1', 'zp_gesamt=1120']], 'it is what was submitted')
  await visitor.submit()
  t.strictSame(await taken(), [])
  const { rows } = await sql`select value, taken_from from draft_change join participant on id = participant_id
    where wave_id = 'wieder' and field = 'zp_gesamt' order by rev`.execute(db)
  t.strictSame(rows, [
    { value: '1120', taken_from: 'umfrage-1' },
    { value: '1121', taken_from: null },
  ])
})

t.test('a button that names another number takes over nothing from the last wave', async (t) => {
  const [visitor, { db }] = await comesBack(t)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.save('zielgruppe', {}, 'uebernehmen:zp_gesamt:99')
  const { rows } = await sql`select value, taken_from from draft_change join participant on id = participant_id
    where wave_id = 'wieder' and field = 'zp_gesamt'`.execute(db)
  t.strictSame(rows, [{ value: '99', taken_from: null }])
})

t.test('a change that is implausible for a Kommune of that size asks for a reason', async (t) => {
  const [visitor] = await comesBack(t)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '1.130' })
  t.notMatch((await visitor.get(`${visitor.home}/pruefen`)).words, /1\.120/)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '112' })
  t.match((await visitor.get(`${visitor.home}/pruefen`)).words, /112.*1\.120|1\.120.*112/)
})

const taken = async (db: TestApp['db']) => {
  const { rows } = await sql<{ field: string; value: string }>`
    select distinct on (field) field, value, taken_from from draft_change join participant on id = participant_id
    where wave_id = 'wieder' and field like 'zg%' order by field, rev desc`.execute(db)
  return rows
}

const from = (fields: Record<string, string>) =>
  Object.entries(fields)
    .sort()
    .map(([field, value]) => ({ field, value, taken_from: 'umfrage-1' }))

t.test('what was chosen and written stands beside its question, and fills nothing in', async (t) => {
  const [visitor] = await comesBack(t)
  const { text, words } = await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  t.match(words, /15\.12\.2018: [^:]*Duldung[^:]*, Andere, Spätaussiedler: seit 2015 +übernehmen/)
  t.match(words, /15\.12\.2018: ab 16 +übernehmen/)
  t.notMatch(text, /id="zg_gruppe_duldung"[^>]*checked/)
  t.match(text, /id="zg_alter" name="zg_alter" value=""/)
})

t.test('without script one answer is taken over as a whole, in the place of what stood there', async (t) => {
  const [visitor, { db }] = await comesBack(t)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.save('zielgruppe', { zg_gruppe_ohne: '1', zg_alter: 'ab 18' }, 'zuletzt:zg_gruppe')
  const { text } = await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  t.match(text, /id="zg_gruppe_duldung"[^>]*checked/)
  t.notMatch(text, /id="zg_gruppe_ohne"[^>]*checked/)
  t.match(text, /id="zg_alter" name="zg_alter" value="ab 18"/, 'another answer stays')
  const { zg_alter: _, ...group } = then
  t.strictSame(await taken(db), [{ field: 'zg_alter', value: 'ab 18', taken_from: null }, ...from(group)])
  t.notMatch(text, /value="zuletzt:zg_gruppe"/, 'there is nothing more to take over')
})

t.test('of a question with several answers what is blank is taken over, and what is typed stays', async (t) => {
  const [visitor, { db }] = await comesBack(t)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.save('zielgruppe', { zg_gruppe_ohne: '1' }, 'zuletzt:zg')
  const { text } = await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  t.notMatch(text, /id="zg_gruppe_duldung"[^>]*checked/)
  t.match(text, /id="zg_alter" name="zg_alter" value="ab 16"/)
  t.strictSame(await taken(db), [
    ...from({ zg_alter: 'ab 16' }),
    { field: 'zg_gruppe_ohne', value: '1', taken_from: null },
  ])
})

t.test('what a script has taken over is recorded, field by field', async (t) => {
  const [visitor, { db }] = await comesBack(t)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { ...then, zg_alter: 'ab 17', _aktion: 'zuletzt:zg' })
  const { zg_alter: _, ...group } = then
  t.strictSame(await taken(db), [{ field: 'zg_alter', value: 'ab 17', taken_from: null }, ...from(group)])
})

t.test('the list of forms holds answers against the last wave too', async (t) => {
  const [visitor] = await comesBack(t)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '10' })
  const reason = {
    'grund.wandel_gesamt_zp_gesamt': 'bestand',
    'text.wandel_gesamt_zp_gesamt': 'Die Unterkunft ist zu.',
  }
  t.equal((await visitor.submit(reason)).status, 303)
  t.match((await visitor.get('/erhebung')).words, /Quittung [-0-9A-Z]+ abgesendet/)
})

t.test('what was invented stands beside nothing real, and nothing real in what is invented', async (t) => {
  const [visitor, { db }] = await comesBack(t)
  const shown = async () => (await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)).words.includes('1.120')
  t.equal(await shown(), true)
  await db.updateTable('wave').set({ synthetic: true }).where('id', '=', 'umfrage-1').execute()
  t.equal(await shown(), false)
  await db.updateTable('wave').set({ synthetic: true }).where('id', '=', 'wieder').execute()
  t.equal(await shown(), true)
  await db.updateTable('wave').set({ synthetic: false }).where('id', '=', 'umfrage-1').execute()
  t.equal(await shown(), false)
})

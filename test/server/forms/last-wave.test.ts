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

/** Somebody of a Kommune that answered Umfrage 1 with 120 persons, now in the form of Umfrage 4. */
async function comesBack(t: Teardown): Promise<[Visitor, TestApp]> {
  const test = await testApp(t)
  const before = await test.login('KM')
  await before.get(`${before.home}/abschnitt/zielgruppe`)
  await before.autosave('zielgruppe', { zp_gesamt: '1.120' })
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

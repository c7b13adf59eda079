import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../../support/app.ts'

t.test(
  'whoever has submitted says what it cost, changes it until the wave closes, and no answer knows of it',
  async (t) => {
    const test = await testApp(t)
    const { db } = test
    const visitor = await test.login('KM')
    await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
    await visitor.autosave('zielgruppe', { zp_gesamt: '120' })
    const { location } = await visitor.submit()
    const receipt = location.split('?')[0] ?? ''
    const before = await sql`select * from submission`.execute(db)
    const burden = () => db.selectFrom('burden').select(['minutes', 'effort']).execute()

    t.match((await visitor.get(receipt)).words, /Zwei Fragen zum Aufwand Freiwillig\./)
    const refused = await visitor.post(`${receipt}/aufwand`, { minuten: 'zwei Stunden', schwer: '4' })
    t.equal(refused.status, 422)
    t.match(refused.words, /„zwei Stunden“ ist keine ganze Zahl von 1 bis 30\.000/)
    t.match(refused.text, /value="zwei Stunden"/, 'nothing typed is lost')
    t.match(refused.text, /value="4" checked/)
    t.strictSame(await burden(), [])
    t.equal(
      (await visitor.post(`${receipt}/aufwand`, { minuten: '1.200', schwer: '4' })).location,
      `${receipt}?aufwand=ja#aufwand`,
    )
    t.strictSame(await burden(), [{ minutes: 1200, effort: 4 }])
    const kept = await visitor.get(`${receipt}?aufwand=ja`)
    t.match(kept.words, /Danke, Ihre Angabe zum Aufwand ist gespeichert/)
    t.match(kept.text, /name="minuten" value="1200"/)
    await visitor.post(`${receipt}/aufwand`, { minuten: '', schwer: '2' })
    t.strictSame(await burden(), [{ minutes: null, effort: 2 }])
    await visitor.post(`${receipt}/aufwand`, { minuten: '' })
    t.strictSame(await burden(), [], 'said again that there is nothing to say')
    await visitor.post(`${receipt}/aufwand`, { minuten: '90' })
    t.strictSame(await sql`select * from submission`.execute(db), before)

    await sql`update wave set state = 'closed', closed_at = now()`.execute(db)
    t.notMatch((await visitor.get(receipt)).words, /Fragen zum Aufwand/)
    t.equal((await visitor.post(`${receipt}/aufwand`, { minuten: '1' })).status, 404)
    t.strictSame(await burden(), [{ minutes: 90, effort: null }])
  },
)

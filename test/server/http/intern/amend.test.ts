import t from 'tap'
import { listAmendments } from '../../../../server/store/amendments.ts'
import { testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const page = '/intern/erhebungen/umfrage-1/teilnehmende/117019/korrigieren'

t.test('all fields of a question are corrected together, in one act and with one reason', async (t) => {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '1200' })
  await visitor.get(`${visitor.home}/abschnitt/zielpersonen`)
  await visitor.autosave('zielpersonen', { zp_geschlecht_frauen: '500', zp_geschlecht_maenner: '700' })
  t.equal((await visitor.submit()).status, 303)
  const office = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const made = () => listAmendments(test.db, { participantId: test.participants.get('117019') ?? 0 })

  t.match((await office.get(page)).text, /href="[^"]*\?frage=zp_geschlecht"/)
  const shown = await office.get(`${page}?frage=zp_geschlecht`)
  t.match(shown.text, /name="neu\.zp_geschlecht_frauen"[^>]*value="500"/)
  const grounds = { grund: 'Zählung', quelle: 'Telefon', bemerkung: '' }
  const sent = (women: string, men: string) => ({
    frage: 'zp_geschlecht',
    ...grounds,
    'alt.zp_geschlecht_frauen': '500',
    'neu.zp_geschlecht_frauen': women,
    'alt.zp_geschlecht_maenner': '700',
    'neu.zp_geschlecht_maenner': men,
  })
  const faulty = await office.post(page, { ...sent('480', 'viele'), grund: '' })
  t.match([faulty.status, faulty.words], [400, /wählen Sie einen Grund.*„viele“ ist keine Zahl/])
  t.equal(
    faulty.words.match(/Bitte wählen Sie einen Grund/g)?.length,
    2,
    'above and beside the field, for all fields once',
  )
  t.match(faulty.text, /name="neu\.zp_geschlecht_frauen"[^>]*value="480"/, 'what was typed stays')
  t.match((await office.post(page, sent('500', '700'))).words, /schon verwendet/, 'nothing else was typed')
  t.strictSame(await made(), [], 'all of it or nothing')

  // Each by itself would make a sum that asks for a note.
  t.match((await office.post(page, sent('720', '700'))).words, /Bemerkung, warum es so stimmt/)
  t.match((await office.post(page, sent('520', '680'))).location, /getan=korrigiert$/)
  const both = await made()
  t.match(both, [
    { field: 'zp_geschlecht_frauen', was: 500, became: 520, reason: 'counted' },
    { field: 'zp_geschlecht_maenner', was: 700, became: 680 },
  ])
  t.equal(new Set(both.map(({ state }) => state)).size, 1)
  t.match((await office.post(page, sent('520', '680'))).location, /getan=korrigiert$/, 'a second click')
  const other = await signIn(test, await staffAccount(test, 'feldbuero', 'f.zwei'))
  await other.get(page)
  t.match((await other.post(page, sent('520', '680'))).words, /schon verwendet/, 'a colleague is told that it was done')
  t.equal((await made()).length, 2)
  const stale = await other.post(page, sent('510', '700'))
  t.match([stale.status, stale.words], [400, /Verwendet wird jetzt 520, nicht 500/])
  const fieldIn = (name: string) => new RegExp(`name="${name}"[^>]*value="(\\d+)"`).exec(stale.text)?.[1]
  t.strictSame(
    ['alt.zp_geschlecht_frauen', 'neu.zp_geschlecht_frauen', 'neu.zp_geschlecht_maenner'].map(fieldIn),
    ['520', '510', '680'],
    'the page goes on from what is used now: with what was typed, and without what was only old',
  )
  const long = await other.post(page, { ...sent('510', '690'), bemerkung: 'x'.repeat(2_500) })
  t.match([long.status, long.words, long.text], [400, /höchstens 1000 Zeichen/, /x{2500}/], 'what was typed stays')
  const large = {
    ...sent('5', '680'),
    'alt.zp_geschlecht_frauen': '520',
    'alt.zp_geschlecht_maenner': '680',
    bemerkung: 'gezählt',
  }
  t.match((await office.post(page, large)).location, /getan=wartet$/)
  t.match((await office.post(page, large)).location, /getan=wartet$/, 'a second click')
  const list = '/intern/erhebungen/umfrage-1/korrekturen'
  t.match((await office.get(list)).text, /Vorschlag 1 von[\s\S]*Zu den Freigaben/)
  t.notMatch((await office.get(list)).text, /passt nicht mehr/)
  const meanwhile = {
    ...sent('510', '690'),
    'alt.zp_geschlecht_frauen': '520',
    'alt.zp_geschlecht_maenner': '680',
  }
  t.match((await other.post(page, meanwhile)).location, /getan=korrigiert$/)
  t.match((await office.get(list)).words, /520 → 5\. Verwendet wird jetzt 510, nicht 520.*passt nicht mehr/)
  t.match(
    (await other.get('/intern/freigaben')).words,
    /Achtung Eine Korrektur passt nicht mehr zu dem, was jetzt verwendet wird.*Verwendet wird jetzt 510, nicht 520/,
  )
  const researcher = await signIn(test, await staffAccount(test, 'forschung', 'w.eins'))
  const read = (await researcher.get(list)).text
  t.match(read, /Vorschlag 1 von/)
  t.notMatch(read, /Zu den Freigaben|Zurücknehmen/, 'who only reads is not led to where others agree')
  t.equal((await office.post(page, { ...sent('1', '2'), frage: 'gibt_es_nicht' })).status, 400)
})

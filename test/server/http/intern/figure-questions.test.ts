import t, { type Test } from 'tap'
import { storeEinsaetze, storeEmpfaenger } from '../../../../server/store/funding.ts'
import { type ScopePart, setScope } from '../../../../server/store/scopes.ts'
import { setWaveState } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'
import { addWave, correct } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const root = '/intern/erhebungen/kennzahlen/zusammenfuehrung'
const [kreis, salach] = [`${root}/kreis/117`, `${root}/empfaenger/117042`]
const seenOn = (text: string) => /name="gesehen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
const numbers = ['117019-001', '117000-001']

async function world(t: Test) {
  const test = await testApp(t, { id: 'probe', participants: [] })
  await addWave(test, 'kennzahlen', numbers, () => ({ erreicht: 7, beratungen: 9, plaene: 0, monate: 12 }))
  await setWaveState(test.db, 'kennzahlen', 'open')
  const since = { valid_from: '2018-01-01', valid_to: '2024-12-31' }
  await storeEmpfaenger(test.db, [{ empfaenger: '117042', art: 'gemeinde', name: 'Salach', ...since }])
  const posting = { einsatz: '117019-001 117042', im_nummer: '117019-001', empfaenger: '117042', vzae: 0.5, ...since }
  await storeEinsaetze(test.db, [posting])
  const account = async (name: string, parts: ScopePart[]) => {
    const made = await staffAccount(test, 'landkreis', name)
    await setScope(test.db, { account: made.id, parts })
    return signIn(test, made)
  }
  return { test, account }
}

t.test('a Kreis asks a recipient about a figure, which answers, corrects it, and is done with', async (t) => {
  const { test, account } = await world(t)
  const above = await account('l.kreis', [{ kind: 'kreis', key: '117' }])
  const below = await account('l.salach', [{ kind: 'unit', key: '117042' }])
  const sign = async () => below.post(`${salach}/freigabe`, { gesehen: seenOn((await below.get(salach)).text) })
  await sign()

  await above.get(kreis)
  const asked = { aktion: 'fragen', an: 'empfaenger/117042', zahl: 'erreicht', text: 'Warum nur 7?', bis: '31.12.2031' }
  const ask = (more: object) => above.post(`${kreis}/rueckfragen`, { ...asked, ...more })
  const refused = await ask({ an: 'kreis/117', zahl: 'x', bis: 'bald' })
  t.equal(refused.status, 400)
  t.match(refused.words, /wen Sie fragen.*um welche Zahl.*Bitte geben Sie den Tag an.*Warum nur 7\?/)
  t.strictSame(await test.db.selectFrom('contact.roll_up_said').select('id').execute(), [], 'nothing by halves')
  t.equal((await ask({})).status, 303)
  await ask({})
  t.equal((await test.db.selectFrom('contact.roll_up_said').select('id').execute()).length, 1, 'a second click')
  t.match((await above.get(kreis)).text, /mailto:\?subject=Kennzahlen[^"]*Warum%20nur%207/)

  const seen = await below.get(salach)
  t.match(
    seen.words,
    /Landkreis Göppingen fragt nach „Erreichte Personen“ offen Antwort bis 31\.12\.2031\. .*Warum nur 7\?/,
  )
  const said = (text: string, aktion = 'antworten') =>
    below.post(`${salach}/rueckfragen`, { aktion, rueckfrage: '1', text })
  t.match((await said(' ')).words, /Bitte schreiben Sie eine Antwort/)
  t.equal((await said('Ein Tippfehler.')).status, 303)
  t.equal((await said('', 'schliessen')).status, 404, 'who is asked does not close it')
  const answered = (await above.get(kreis)).words
  t.match(answered, /An Salach zu „Erreichte Personen“ beantwortet .*Ein Tippfehler\./)
  t.notMatch(answered, /seit der Frage eine andere/)
  await correct(test, 'kennzahlen', '117019-001', { erreicht: 70, beratungen: 90, plaene: 0, monate: 12 })
  await sign()
  t.match((await above.get(kreis)).words, /Die Zahl ist seit der Frage eine andere/)
  t.equal((await above.post(`${kreis}/rueckfragen`, { aktion: 'schliessen', rueckfrage: '1' })).status, 303)
  t.match((await above.get(kreis)).words, /An Salach zu „Erreichte Personen“ abgeschlossen/)
  await below.get(salach)
  t.match((await said('Noch etwas.')).words, /inzwischen abgeschlossen\. .*„Noch etwas\.“/)
  const foreign = await account('l.fremd', [{ kind: 'kreis', key: '118' }])
  await foreign.get('/intern/konto')
  t.equal((await foreign.post(`${kreis}/rueckfragen`, asked)).status, 404)
})

t.test('a recipient asks a person in the form, and whoever works for all asks the Kreis', async (t) => {
  const { test, account } = await world(t)
  const own = await account('l.salach', [{ kind: 'unit', key: '117042' }])
  await own.get(salach)
  const asked = { aktion: 'fragen', an: 'person/117019-001', text: 'Stimmt die 7?', bis: '31.12.2031' }
  const refused = await own.post(`${salach}/rueckfragen`, { ...asked, zahl: 'vzae' })
  t.match(refused.words, /Nach dieser Zahl sind Personen nicht gefragt/)
  t.equal((await own.post(`${salach}/rueckfragen`, { ...asked, zahl: 'erreicht' })).status, 303)
  t.match(await test.db.selectFrom('contact.query').select(['about', 'fields']).execute(), [{ about: 'erreicht' }])
  t.match((await own.get(salach)).words, /An 117019-001 zu „Erreichte Personen“ offen .*Stimmt die 7\?/)
  const { id } = await test.db.selectFrom('contact.query').select('id').executeTakeFirstOrThrow()
  const close = { aktion: 'schliessen', wer: 'person', rueckfrage: String(id) }
  t.equal((await own.post(`${salach}/rueckfragen`, close)).status, 303)
  t.match((await own.get(salach)).words, /An 117019-001 zu „Erreichte Personen“ abgeschlossen/)

  const office = await signIn(test, await staffAccount(test, 'feldbuero'))
  await office.get(kreis)
  await office.post(`${kreis}/rueckfragen`, { ...asked, an: 'kreis/117', zahl: 'erreicht' })
  t.match((await office.get(kreis)).words, /Bewilligungsstelle fragt nach „Erreichte Personen“ offen/)
})

import t from 'tap'
import { newReceiptNumber } from '../../../../server/domain/receipt-number.ts'
import { createWave } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'
import { addWave, correct } from '../../../support/panel-world.ts'
import { newWave, published } from '../../../support/published.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const root = '/intern/erhebungen/kennzahlen/zusammenfuehrung'
const verbund = `${root}/empfaenger/117000`
const kreis = `${root}/kreis/117`
const persons = ['117000-001', '117000-002', '117019-001']
const seenOn = (text: string) => /name="gesehen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''

t.test('figures go up from persons over recipients to the Kreis, with a late correction', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const given: Record<string, object> = {
    '117000-001': { erreicht: 3200, beratungen: 9000, plaene: 12, monate: 12 },
    '117019-001': { erreicht: 10, beratungen: 30, plaene: 1, monate: 2 },
  }
  await addWave(test, 'kennzahlen', persons, (unit) => given[unit] as Record<string, number> | undefined)
  const office = await signIn(test, await staffAccount(test, 'feldbuero', 'k.meier'))
  const sign = async (href: string) =>
    office.post(`${href}/freigabe`, { gesehen: seenOn((await office.get(href)).text) })

  const list = await office.get(root)
  t.match(list.words, /Landkreis Göppingen noch nicht freigegeben mindestens 3\.200 aus 1 von 2/)
  t.match(list.words, /Die Frist endete am 31\.03\.2025\. .*zurückfordern/)
  t.match((await office.get('/intern/erhebungen/kennzahlen')).words, /Wie die Zahlen nach oben gehen/)

  const below = await office.get(verbund)
  t.match(below.words, /Es fehlen Angaben von .*117000-002/)
  t.match(below.words, /117000-001 eingegangen 3\.200 9\.000 12/)
  t.equal((await office.post(`${verbund}/zahlen`, { vzae: 'viele' })).status, 400)
  t.match((await office.post(`${verbund}/zahlen`, {})).words, /Bitte geben Sie eine Zahl an/)
  t.equal((await office.post(`${verbund}/zahlen`, { vzae: '2,25', zuwendung: '115000' })).status, 303)
  const outdated = seenOn(below.text)
  t.equal((await office.post(`${verbund}/freigabe`, { gesehen: outdated })).status, 409, 'seen before the own figures')
  t.equal((await sign(verbund)).status, 303)
  t.equal((await sign(`${root}/empfaenger/117019`)).status, 303)
  t.match((await office.get(kreis)).words, /Erreichte Personen mindestens 3\.210 aus 2 von 3/)
  t.equal((await office.get(`${kreis}/uebergabe?format=csv`)).status, 404, 'nobody has signed')
  t.equal((await sign(kreis)).status, 303)

  await correct(test, 'kennzahlen', '117000-001', { erreicht: 3000, beratungen: 9000, plaene: 12, monate: 12 })
  const late = await office.get(verbund)
  t.match(late.words, /geändert seit der Freigabe/)
  t.match(late.words, /117000-001 Erreichte Personen 3\.200 3\.000/)
  t.match((await office.get(kreis)).words, /Seit ihrer Freigabe geändert, eine neue steht aus Landkreis Göppingen/)
  t.match((await office.get(`${kreis}/uebergabe?format=csv`)).text, /,erreicht,[^\r]*,3210,2,3,/, 'as it was signed')
  await sign(verbund)
  t.match((await office.get(kreis)).words, /geändert seit der Freigabe/)
  await sign(kreis)
  t.match((await office.get(`${kreis}/uebergabe?format=csv`)).text, /,erreicht,[^\r]*,3010,2,3,[^\r]*,k\.meier,2,0/)
  t.match((await office.get(`${kreis}/uebergabe?format=pdf`)).text, /^%PDF/)
  t.match((await office.get(kreis)).words, /Freigabe 1: k\.meier.* Freigabe 2: k\.meier/)
  t.notMatch((await office.get(root)).words, /zurückfordern/, 'handed over')

  const reader = await signIn(test, await staffAccount(test, 'forschung'))
  t.notMatch((await reader.get(verbund)).text, /name="gesehen"/)
  for (const href of [`${root}/person/117000-001`, `${root}/kreis/999`, '/intern/erhebungen/probe/zusammenfuehrung'])
    t.equal((await office.get(href)).status, 404, href)
})

t.test('the year before stands beside', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const instrument = await published('kennzahlen')
  const before = { ...newWave(instrument, persons), id: 'kennzahlen-2023', stichtag: '2023-12-31' }
  const asked = await createWave(test.db, before)
  await addWave(test, 'kennzahlen', persons, () => ({ erreicht: 300, beratungen: 600, plaene: 3 }))
  const sent = {
    ...{ survey_version: instrument.version, survey_hash: instrument.hash, comments: '{}', justifications: '[]' },
    ...{ answers: JSON.stringify({ erreicht: 20, beratungen: 600, plaene: 3 }), revision: 1 },
  }
  await test.db
    .insertInto('submission')
    .values(
      asked.map(({ id }) => ({ ...sent, participant_id: id, receipt: newReceiptNumber(), content_hash: `${id} 1` })),
    )
    .execute()
  const reader = await signIn(test, await staffAccount(test, 'forschung'))
  t.match((await reader.get(verbund)).words, /Anders als im Jahr davor .*117000-001 Erreichte Personen 20 300 /)
})

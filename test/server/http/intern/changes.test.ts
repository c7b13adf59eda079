import t from 'tap'
import { insertAmendments } from '../../../../server/store/amendments.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { participantsOf } from '../../../support/amend-world.ts'
import { testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import { addWave, withRegistry } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

t.test('what was changed: all of it for the office, for others what betrays nobody', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const { db } = test
  const units = (await withRegistry(test)).slice(0, 40)
  await addWave(test, 'umfrage-1', units, (_unit, place) => ({ zp_gesamt: 100 + place, im_gesamt: 2 }))
  const ids = await participantsOf(test, 'umfrage-1')
  const office = await staffAccount(test, 'feldbuero')
  const rows = units.slice(0, 8).map((unit, place) => ({
    participantId: ids.get(unit) ?? 0,
    field: place < 6 ? 'zp_gesamt' : 'im_gesamt',
    was: place < 6 ? 100 + place : 2,
    became: place < 6 ? 110 + place : 777,
    beside: {},
    follows: {},
    reason: 'typing' as const,
    source: 'call' as const,
    note: '',
  }))
  const { state } = await db
    .transaction()
    .execute((trx) => insertAmendments(trx, rows, { by: office.id, agreedBy: undefined }))
  const href = '/intern/erhebungen/umfrage-1/geaendert'
  const [researcher, evaluator] = [
    await signIn(test, await staffAccount(test, 'forschung')),
    await signIn(test, await staffAccount(test, 'evaluation')),
  ]

  t.test('the page', async (t) => {
    const { words } = await researcher.get(href)
    t.match(words, /Geänderte Werte 8 /)
    t.match(words, /Summe 4\.780 4\.840 \+60 6 6 /)
    t.match(words, /Summe 80 1\.630 \+1\.550 2 2 /)
    t.match(
      words,
      /Tippfehler 8 8 .*Tippfehler Geänderte Werte Kommunen Veränderung der Summe .*Zielpersonen in Kommune 6 6 \+60 .*Gespräch am Telefon 8 8 .*feldbuero 8 8 /,
    )
    const { words: little } = await evaluator.get(`${href}?stand=${state}`)
    t.match(little, /Summe 4\.780 4\.840 \+60 6 6 /)
    t.notMatch(little, /1\.550|1\.630|777|feldbuero/)
    t.match(little, /verdeckt/)
    t.match((await evaluator.get(`${href}?stand=${state - 1}`)).words, /In diesem Datenstand gilt keine Korrektur/)
    t.equal((await evaluator.get(`${href}?stand=${state + 9}`)).status, 400)
    t.equal((await evaluator.get('/intern/erhebungen/umfrage-9/geaendert')).status, 404)
    await setScope(db, { account: office.id, parts: [{ kind: 'unit', key: units[0] ?? '' }] })
    const { words: own } = await (await signIn(test, office)).get(href)
    t.match(own, /Gezählt sind nur diese.*Summe 100 110 \+10 1 1/)
  })

  t.test('the file is noted, and the command says the same', async (t) => {
    const { text } = await researcher.get(`${href}/datei?format=csv&stand=${state}`)
    const [head, total] = text.split('\r\n')
    t.equal(
      head,
      'welle,teil,code,variable,mass,werte,einheiten,vorher,nachher,veraenderung,verdeckt,synthetisch,datenstand',
    )
    t.equal(total, `umfrage-1,gesamt,,,,8,8,,,,0,0,${state}`)
    t.match(text, `umfrage-1,angabe,,zp_gesamt,summe,6,6,4780,4840,60,0,0,${state}`)
    t.match((await researcher.get('/intern/exporte')).words, /Was geändert wurde, umfrage-1/)
    const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) }
    const told = await stichtag(['wave', 'changes', 'umfrage-1', '--format', 'json'], env)
    t.equal(told.code, 0, told.stderr)
    t.match(JSON.parse(told.stdout), { wave: 'umfrage-1', state, resting: 0, change: { values: 8, units: 8 } })
    const disclosed = await stichtag(['wave', 'changes', 'umfrage-1', '--als', 'evaluation'], env)
    t.match(disclosed.stdout, /verdeckt/)
    t.notMatch(disclosed.stdout, /1\.550/)
  })

  t.test('a description says which values it uses, and its address keeps them', async (t) => {
    const page = '/intern/auswertung/umfrage-1/zp_gesamt'
    t.match((await researcher.get(page)).words, /4\.840.*Werte korrigiert, mit den Korrekturen des Feldbüros/)
    const { words, text } = await researcher.get(`${page}?werte=erhoben`)
    t.match(words, /4\.780.*Werte erhoben, wie angegeben, ohne Korrekturen.*umfrage-1-erhoben\.csv, heutiger Stand/)
    t.match(text, `${page}?werte=erhoben&amp;stand=${state}`)
    const wrong = await researcher.get(`${page}?werte=collected`)
    t.equal(wrong.status, 400)
    t.match(wrong.words, /Die Werte „collected“ gibt es nicht\. Möglich sind: korrigiert, erhoben\./)
    const form = { erhebung: 'umfrage-1', datei: 'antworten', format: 'csv', werte: 'erhoben' }
    await researcher.get('/intern/exporte')
    t.match((await researcher.post('/intern/exporte', form)).text, `,${state},erhoben`)
    t.match((await researcher.get('/intern/exporte')).words, /Werte erhoben/)
  })
})

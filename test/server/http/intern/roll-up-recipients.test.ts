import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { Forms } from '../../../../server/forms/form.ts'
import { signedFacts } from '../../../../server/kreisbericht/register-facts.ts'
import { storeEinsaetze, storeEmpfaenger } from '../../../../server/store/funding.ts'
import { registerReader } from '../../../../server/store/register.ts'
import { type ScopePart, setScope } from '../../../../server/store/scopes.ts'
import { testApp } from '../../../support/app.ts'
import { addWave } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const root = '/intern/erhebungen/kennzahlen/zusammenfuehrung'
const seenOn = (text: string) => /name="gesehen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
const posting = (im_nummer: string, empfaenger: string, valid_from: string, valid_to: string | null = null) => ({
  ...{ einsatz: `${im_nummer} ${empfaenger}`, im_nummer, empfaenger, vzae: 0.5, valid_from, valid_to },
})

/** Göppingen, with a person who changed to another recipient within the year. */
async function world(t: Test) {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const given: Record<string, Record<string, number>> = {
    '117000-001': { erreicht: 100, beratungen: 300, plaene: 4, monate: 12 },
    '117000-002': { erreicht: 20, beratungen: 50, plaene: 1, monate: 12 },
    '117019-001': { erreicht: 7, beratungen: 9, plaene: 0, monate: 12 },
  }
  await addWave(test, 'kennzahlen', Object.keys(given), (unit) => given[unit])
  const always = { valid_from: '2018-01-01', valid_to: null }
  await storeEmpfaenger(test.db, [
    { empfaenger: '117000', art: 'kreis', name: 'Landkreis Göppingen', ...always },
    { empfaenger: '117042', art: 'gemeinde', name: 'Salach', valid_from: '2018-01-01', valid_to: '2024-12-31' },
  ])
  await storeEinsaetze(test.db, [
    posting('117000-001', '117000', '2018-01-01', '2024-03-31'),
    posting('117000-001', '117042', '2024-04-01'),
    posting('117000-002', '117000', '2018-01-01'),
    posting('117000-002', '117042', '2018-01-01', '2023-12-31'),
  ])
  return test
}

t.test('a person of two recipients stands with both and counts once at the Kreis', async (t) => {
  const test = await world(t)
  const office = await signIn(test, await staffAccount(test, 'feldbuero'))
  const sign = async (href: string) =>
    office.post(`${href}/freigabe`, { gesehen: seenOn((await office.get(href)).text) })

  const salach = `${root}/empfaenger/117042`
  t.match(
    (await office.get(salach)).words,
    /Salach: Zahlen von 2024.*Angaben eingegangen 1 von 2 .*Erreichte Personen 100 /,
  )
  t.match((await office.get(`${root}/empfaenger/117000`)).words, /Landkreis Göppingen: .* 120 aus allen 2/)
  const own = (await office.get(`${root}/empfaenger/117019`)).words
  t.match(own, /Ohne Einsatz im Verzeichnis, zugeordnet nach der Nummer 117019-001/)
  for (const key of ['117000', '117042', '117019']) t.equal((await sign(`${root}/empfaenger/${key}`)).status, 303)
  const kreis = (await office.get(`${root}/kreis/117`)).words
  t.match(kreis, /Erreichte Personen 127 aus allen 3/, '120 + 100 + 7 would count one of them twice')
  t.match(kreis, /Eine Person arbeitet für mehrere Stellen darunter/)
  t.match((await office.get(root)).words, /Für eine Person nennt das Verzeichnis in diesem Jahr keinen Einsatz/)
})

t.test('a Landkreis finds its Kennzahlen, signs them, and sees those of nobody else', async (t) => {
  const test = await world(t)
  const account = async (name: string, parts: ScopePart[]) => {
    const made = await staffAccount(test, 'landkreis', name)
    await setScope(test.db, { account: made.id, parts })
    return signIn(test, made)
  }
  const own = await account('l.kreis', [{ kind: 'kreis', key: '117' }])
  const kreis = await own.get('/intern/kreis/117')
  t.match(kreis.words, /Kennzahlen zum Integrationsmanagement 2024 noch nicht freigegeben 3 von 6 Angaben eingegangen/)
  t.match(
    kreis.words,
    /Es fehlen: Landkreis Göppingen, Eislingen\/Fils, Salach/,
    'recipients have figures of their own',
  )
  t.match(kreis.text, `href="${root}/kreis/117"`)
  for (const place of ['empfaenger/117000', 'empfaenger/117042', 'empfaenger/117019', 'kreis/117']) {
    const seen = await own.get(`${root}/${place}`)
    t.equal((await own.post(`${root}/${place}/freigabe`, { gesehen: seenOn(seen.text) })).status, 303, place)
  }
  t.match((await own.get('/intern/kreis/117')).words, /2024 freigegeben 3 von 6/)
  t.match((await own.get(`${root}/kreis/117/uebergabe?format=csv`)).text, /,erreicht,[^\r]*,127,3,3,[^\r]*,l\.kreis,1,/)
  const context = { db: test.db, forms: new Forms(), register: registerReader(test.db) }
  const { facts, newest } = await signedFacts(context, '117')
  t.match(facts.figures?.reachedPersons, [{ value: 127, from: '2024-01-01', origin: /freigegeben am .*aus 3 von 3/ }])
  t.equal(newest, '2024-12-31')
  const list = (await own.get(root)).words
  t.match(list, /Landkreis Göppingen freigegeben/)
  t.notMatch(list, /Insgesamt freigegeben|Die Frist endete/)

  const one = await account('l.salach', [{ kind: 'unit', key: '117042' }])
  t.match((await one.get(root)).words, /Salach freigegeben/)
  t.notMatch((await one.get(root)).words, /Landkreis Göppingen|Eislingen|117019/)
  const foreign = await account('l.fremd', [{ kind: 'kreis', key: '118' }])
  t.notMatch((await foreign.get(root)).words, /Göppingen|Salach|117019/)
  for (const [visitor, places] of [
    [one, ['empfaenger/117000', 'kreis/117', 'kreis/117/uebergabe?format=csv']],
    [foreign, ['empfaenger/117042', 'kreis/117', 'kreis/117/uebergabe?format=pdf']],
  ] as const) {
    for (const place of places) t.equal((await visitor.get(`${root}/${place}`)).status, 404, place)
    await visitor.get('/intern/konto')
    for (const act of ['freigabe', 'zahlen'])
      t.equal((await visitor.post(`${root}/kreis/117/${act}`, { gesehen: '' })).status, 404, act)
  }
})

t.test(
  'own figures come from a wave, a Korrektur goes up, and the register changes no sign-off afterwards',
  async (t) => {
    const test = await world(t)
    await addWave(test, 'kennzahlen-traeger', ['117000', '117042'], (unit) =>
      unit === '117042' ? { vzae: 0.5 } : undefined,
    )
    const office = await signIn(test, await staffAccount(test, 'feldbuero'))
    const [kreis, landkreis, salach] = [`${root}/kreis/117`, `${root}/empfaenger/117000`, `${root}/empfaenger/117042`]
    const sign = async (href: string) =>
      office.post(`${href}/freigabe`, { gesehen: seenOn((await office.get(href)).text) })
    t.match((await office.get(salach)).words, /VZÄ.* 0,5 aus 1 .*Eigene Zahlen .*in der Erhebung kennzahlen-traeger/)
    t.equal((await office.post(`${salach}/zahlen`, { vzae: '9' })).status, 404, 'nothing is typed twice')
    t.match((await office.get('/intern/erhebungen/kennzahlen-traeger')).text, `href="${root}"`)
    for (const href of [landkreis, salach, `${root}/empfaenger/117019`, kreis])
      t.equal((await sign(href)).status, 303, href)
    const file = async () => (await office.get(`${kreis}/uebergabe?format=csv`)).text
    const handed = await file()
    t.match(handed, /,erreicht,[^\r]*,127,3,3,.*,vzae,[^\r]*,0\.5,1,3,/s)

    await sql`insert into amendment (participant_id, field, was, became, reason, source, state)
    select id, 'erreicht', '20', '30', 'typing', 'call', next_data_state('amendment')
    from participant where wave_id = 'kennzahlen' and unit = '117000-002'`.execute(test.db)
    const corrected = (await office.get(landkreis)).words
    t.match(corrected, /geändert seit der Freigabe .*117000-002 Erreichte Personen 20 30 \S+ \S+ Uhr, Korrektur/)
    t.match((await office.get(kreis)).words, /Seit ihrer Freigabe geändert, eine neue steht aus Landkreis Göppingen/)
    t.equal(await file(), handed, 'as it was signed')
    await sql`update amendment set undone_state = next_data_state('undo'), undone_at = now()`.execute(test.db)
    t.notMatch((await office.get(landkreis)).words, /geändert seit der Freigabe/, 'undone, it is as it was signed')

    await storeEinsaetze(test.db, [posting('117019-001', '117042', '2024-01-01')])
    t.match((await office.get(salach)).words, /Erreichte Personen 107 aus allen 2 100 aus 1 .*Verzeichnis vom/)
    t.equal(await file(), handed, 'who was expected then')
  },
)

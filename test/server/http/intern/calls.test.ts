import { sql } from 'kysely'
import t from 'tap'
import { berlinDay } from '../../../../server/domain/german-time.ts'
import { askedWave } from '../../../../server/field/asked-wave.ts'
import { readCalls } from '../../../../server/field/read-calls.ts'
import { Forms } from '../../../../server/forms/form.ts'
import { registerReader } from '../../../../server/store/register.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { createWave, setWaveState } from '../../../../server/store/waves.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { addAddresses } from '../../../support/mailing.ts'
import { newWave, published } from '../../../support/published.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const list = '/intern/erhebungen/umfrage-1/anrufe'
const call = (unit: string, wave = 'umfrage-1') => `/intern/erhebungen/${wave}/teilnehmende/${unit}/anruf`

async function office(test: TestApp, name = 'feldbuero') {
  const account = await staffAccount(test, 'feldbuero', name)
  return { account, visitor: await signIn(test, account) }
}

/** Who stands in the list, below which heading. */
const lines = (text: string) =>
  [...text.matchAll(/<h2 id="(\w+)">|<h3[^>]*id="anruf-(\d+)"/g)].map(([, turn, unit]) => turn ?? unit)

const inDays = (days: number) => berlinDay(new Date(Date.now() + days * 86_400_000))

t.test('whom to call first, with phone, person, last contact and notes', async (t) => {
  const test = await testApp(t)
  await addAddresses(test)
  await sql`update contact.address set phone = '07161 650-1' where unit = '117026'`.execute(test.db)
  const { visitor } = await office(test)
  const first = await visitor.get(list)
  t.strictSame(lines(first.text), ['offen', '117026', '117019', '117042'], 'the most inhabitants first')
  t.match(first.words, /Von 3 Kommunen fehlen die Antworten\. Oben steht, ohne wen .* folgt den Einwohnern\./)
  t.match(first.text, /href="tel:071616501">07161 650-1</)
  t.match(
    first.words,
    /Göppingen GKZ 117026, Landkreis Göppingen 07161 650-1 Jörg Müßig, Stadt Göppingen Letzter Kontakt: noch keiner/,
  )
  t.match(first.words, /Salach GKZ 117042, Landkreis Göppingen keine Telefonnummer bekannt/)

  const missed = await visitor.post(call('117026'), { ergebnis: 'nicht-erreicht', text: 'Zentrale', seite: '1' })
  t.equal(missed.status, 303)
  const after = await visitor.get(missed.location)
  t.match(after.words, /Göppingen: nicht erreicht, vermerkt\./)
  t.strictSame(lines(after.text), ['offen', '117019', '117042', 'heute', '117026'])
  t.match(after.words, /Telefon, nicht erreicht, [^,]*, [^,]* Uhr, feldbuero: Zentrale/)
  t.match(
    (await visitor.get('/intern/erhebungen/umfrage-1/teilnehmende/117026')).words,
    /Telefon, nicht erreicht, .*Zentrale/,
  )

  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  await respondent.submit()
  t.strictSame(lines((await visitor.get(list)).text), ['offen', '117042', 'heute', '117026'], 'who has sent is done')
  t.match((await visitor.post(call('117019'), { ergebnis: 'lehnt-ab' })).words, /Antworten sind inzwischen eingegangen/)
  await visitor.get(list)
  const declined = await visitor.post(call('117042'), { ergebnis: 'lehnt-ab' })
  t.strictSame(lines((await visitor.get(declined.location)).text), ['heute', '117026'])
  t.match(
    (await visitor.get('/intern/erhebungen/umfrage-1/teilnehmende/117042')).words,
    /lehnt ab.*Lehnt ab: am Telefon gesagt/,
  )
  const { rows } = await sql<{ action: string }>`
    select action from audit where detail ->> 'participant' is not null order by id`.execute(test.db)
  t.strictSame(
    rows.map(({ action }) => action),
    ['note_added', 'standing_set'],
  )
})

t.test('who is to be called again stands at its day', async (t) => {
  const test = await testApp(t)
  const { visitor } = await office(test)
  await visitor.get(list)
  const again = (unit: string, tag: string) =>
    visitor.post(call(unit), { ergebnis: 'wieder', tag, text: 'ruft zurück' })
  const later = formatDate(inDays(4))
  t.equal((await again('117026', later)).status, 303)
  t.equal((await again('117019', formatDate(inDays(2)))).status, 303)
  t.strictSame(lines((await visitor.get(list)).text), ['offen', '117042', 'verabredet', '117019', '117026'])
  t.match((await visitor.get(list)).words, new RegExp(`wieder anrufen am ${later.replaceAll('.', '\\.')}`))
  const today = await again('117042', formatDate(inDays(0)))
  t.strictSame(lines((await visitor.get(today.location)).text), ['faellig', '117042', 'verabredet', '117019', '117026'])

  for (const [tag, said] of [
    ['', /nennen Sie den Tag/],
    ['bald', /nennen Sie den Tag/],
    ['1.1.2020', /schon vorbei/],
  ] as const) {
    const refused = await again('117026', tag)
    t.equal(refused.status, 400)
    t.match(refused.words, said)
    t.match(refused.text, /<details class="no-print" open>/)
    t.match(refused.text, /ruft zurück<\/textarea>/, 'what was typed is still there')
  }
  t.equal((await visitor.post(call('117026'), { ergebnis: 'weg' })).status, 400)
  t.equal((await visitor.post(call('999999'), { ergebnis: 'erreicht' })).status, 404)
  t.equal((await visitor.post(call('117026'), { ergebnis: 'erreicht' })).status, 303)
  t.strictSame(lines((await visitor.get(list)).text), ['faellig', '117042', 'heute', '117026', 'verabredet', '117019'])
})

t.test('a note that is being written stays when one turns the page, for its writer alone', async (t) => {
  const test = await testApp(t)
  const { visitor } = await office(test)
  const { visitor: other } = await office(test, 'r.fuchs')
  await visitor.get(list)
  const kept = await visitor.post(call('117026'), { text: 'Ruft zurü' }, { accept: 'application/json' })
  t.match(kept.json.keptAt, /^\d\d:\d\d$/)
  t.match((await visitor.get(list)).text, /Ruft zurü<\/textarea>/)
  t.match((await visitor.get('/intern/erhebungen/umfrage-1/teilnehmende/117026')).text, /Ruft zurü<\/textarea>/)
  t.notMatch((await other.get(list)).text, /Ruft zurü/)
  await visitor.post(call('117026'), { ergebnis: 'erreicht', text: 'Ruft zurück' })
  t.notMatch((await visitor.get(list)).text, /Ruft zurück<\/textarea>/, 'then it is a note')
})

t.test('a sheet for one, for the first ones, and for nobody of others', async (t) => {
  const test = await testApp(t)
  await addAddresses(test)
  const { visitor, account } = await office(test)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  const sheets = (text: string) => [...text.matchAll(/id="bogen-(\d+)"/g)].map(([, unit]) => unit)
  const one = await visitor.get(`${list}/bogen?einheit=117019`)
  t.strictSame(sheets(one.text), ['117019'])
  t.match(one.words, /Eislingen\/Fils .*begonnen.*Ausgefüllt \d+ von \d+ Feldern.*Offene Abschnitte.*Gespräch erreicht/)
  t.strictSame(sheets((await visitor.get(`${list}/bogen?anzahl=2`)).text), ['117026', '117019'])
  t.equal((await visitor.get(`${list}/bogen?einheit=999999`)).status, 404)

  await setScope(test.db, { account: account.id, parts: [{ kind: 'unit', key: '117042' }] })
  t.strictSame(lines((await visitor.get(list)).text), ['offen', '117042'])
  t.strictSame(sheets((await visitor.get(`${list}/bogen`)).text), ['117042'])
  t.equal((await visitor.get(`${list}/bogen?einheit=117019`)).status, 404)
  t.equal((await visitor.post(call('117019'), { ergebnis: 'erreicht' })).status, 404)
  t.equal((await visitor.post(call('117019'), { text: 'x' }, { accept: 'application/json' })).status, 404)
})

t.test(
  'of a wave that continues another one the order follows what was answered there, for whoever may read it',
  async (t) => {
    const test = await testApp(t)
    for (const [unit, given] of [
      ['117042', '700'],
      ['117026', '10'],
    ] as const) {
      const respondent = await test.login('KM', unit)
      await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
      await respondent.autosave('zielgruppe', { zp_gesamt: given })
      t.match((await respondent.submit()).location, /quittung/)
    }
    const instrument = await published('umfrage-4')
    await createWave(test.db, { ...newWave(instrument, ['117019', '117026', '117042']), id: 'wieder' })
    await setWaveState(test.db, 'wieder', 'open')
    const { visitor } = await office(test)
    const page = await visitor.get('/intern/erhebungen/wieder/anrufe')
    // 710 of 66,979 inhabitants: of Eislingen's 22,325 they would be 237.
    t.strictSame(lines(page.text), ['offen', '117042', '117019', '117026'])
    t.match(page.words, /folgt der letzten Angabe zu „Anzahl Zielpersonen in Kommune“/)
    t.notMatch(page.words, /700/, 'no answer is shown')

    const context = { ...test, forms: new Forms(), register: registerReader(test.db) }
    const asked = await askedWave(context, 'wieder')
    if (asked === undefined) return t.fail('the wave is there')
    const { calls, by } = await readCalls(context, asked, { accountId: undefined, mayRead: false })
    t.strictSame(
      calls.map(({ participant }) => participant.unit),
      ['117026', '117019', '117042'],
      'by inhabitants alone',
    )
    t.equal(by, '')
    t.strictSame(
      calls.map(({ answeredBefore }) => answeredBefore),
      [true, false, true],
    )

    await sql`insert into restriction (id, participant_id, extent, ground, request_id, state)
    values (gen_random_uuid(), ${test.participants.get('117042')}, 'form', 'a', 1, 1)`.execute(test.owner.db)
    // 10 of 58,937 inhabitants: of Eislingen's they would be 4, of Salach's 1.
    t.strictSame(
      lines((await visitor.get('/intern/erhebungen/wieder/anrufe')).text),
      ['offen', '117026', '117019', '117042'],
      'what is restricted says no order',
    )
  },
)

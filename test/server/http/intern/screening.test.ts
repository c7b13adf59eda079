import { sql } from 'kysely'
import t from 'tap'
import { erase } from '../../../../server/persons/erase.ts'
import { findPerson } from '../../../../server/persons/find-person.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import { addWave, correct } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const list = '/intern/erhebungen/umfrage-4/pruefen'

/** Twelve Kommunen of one size and three of others, who answer twice; the fourth made its number ten times as large. */
async function answered(t: Parameters<typeof testApp>[0]) {
  const test = await testApp(t, { id: 'anderswo' })
  const more = Array.from({ length: 12 }, (_, place) => `1171${String(place).padStart(2, '0')}`)
  for (const gkz of more)
    await test.db
      .insertInto('gemeinde')
      .values({
        gkz,
        name: `Ort ${gkz}`,
        kreis: '117',
        population: 6000,
        valid_from: '2000-01-01',
        population_date: null,
        valid_to: null,
      })
      .execute()
  const units = ['117019', '117026', '117042', ...more]
  const before = (place: number) => 80 + (place % 5)
  await addWave(test, 'umfrage-1', units, (_, place) => ({ zp_gesamt: before(place) }))
  await addWave(test, 'umfrage-4', units, (_, place) => ({
    zp_gesamt: place === 3 ? 10 * before(place) : before(place) - (place % 3),
    // Of a part there cannot be more than of the whole.
    ...(place === 1 && { zp_kinder18: 500 }),
  }))
  return { ...test, wrong: more[0] ?? '', right: before(3) }
}

/** Who stands in the list. */
const ranked = (text: string) => [...text.matchAll(/id="angabe-(\d+-\w+)"/g)].map(([, id]) => id)

t.test('where to look first, and what is decided there', async (t) => {
  const test = await answered(t)
  const { db, wrong, right } = test
  const account = await staffAccount(test, 'feldbuero', 'k.meier')
  const visitor = await signIn(test, account)
  const first = await visitor.get(list)
  t.strictSame(ranked(first.text).slice(0, 2), ['117026-zp_kinder18', `${wrong}-zp_gesamt`])
  t.match(first.words, /Angegeben sind 830, zu erwarten wären etwa 8\d \(in der letzten Umfrage 83, /)
  t.match(first.words, /Noch ist über keine Angabe entschieden/)

  const decide = (unit: string, more: Record<string, string>) =>
    visitor.post(`${list}/${unit}`, { feld: 'zp_gesamt', stand: 'offen', seite: '1', rest: '2', ...more })
  const number = { wert: '830' }
  const wordless = await decide(wrong, { ...number, entscheidung: 'offen' })
  t.equal(wordless.status, 400)
  t.match(wordless.words, /Bitte schreiben Sie, was es entscheiden würde/)
  const open = await decide(wrong, { ...number, entscheidung: 'offen', text: 'Die Liste von Frau Weiß' })
  const told = await visitor.get(open.location)
  t.match(told.words, new RegExp(`Ort ${wrong}: Nicht zu entscheiden, vermerkt`))
  t.notOk(ranked(told.text).includes(`${wrong}-zp_gesamt`))
  const undecided = await visitor.get(`${list}?stand=unentschieden`)
  t.match(undecided.words, /Nicht zu entscheiden, .*, k\.meier Was es entscheiden würde: Die Liste von Frau Weiß/)
  const { texts } = await findPerson(test, 'Weiß')
  t.match(texts, [{ table: 'public.screening_decision', column: 'wanted', text: 'Die Liste von Frau Weiß' }])
  const ground = {
    ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO',
    accountId: null,
    consentId: null,
    initials: [],
    cut: [],
  }
  await erase(test, { ...ground, texts })
  const erased = await visitor.get(`${list}?stand=unentschieden`)
  t.match(erased.words, /Was es entscheiden würde: gelöscht/, 'a person is found and erased there, the decision holds')

  t.equal((await decide(wrong, { ...number, entscheidung: 'zurueck' })).status, 303)
  t.ok(
    ranked((await visitor.get(list)).text).includes(`${wrong}-zp_gesamt`),
    'what is taken back is to be looked at again',
  )
  const amending = await decide(wrong, { ...number, entscheidung: 'korrigieren' })
  t.match(amending, {
    status: 303,
    location: `/intern/erhebungen/umfrage-4/teilnehmende/${wrong}/korrigieren?feld=zp_gesamt`,
  })
  t.strictSame(ranked((await visitor.get(`${list}?stand=arbeit`)).text), [`${wrong}-zp_gesamt`])
  const asking = await decide('117019', { wert: '80', entscheidung: 'rueckfrage' })
  t.match(asking.location, /117019\/rueckfragen\?zu=feld:zp_gesamt/)

  await correct(test, 'umfrage-4', wrong, { zp_gesamt: right })
  const after = await visitor.get(list)
  t.notOk(ranked(after.text).includes(`${wrong}-zp_gesamt`), 'the right number is not suspected')
  t.match(after.words, /Über 2 Angaben ist entschieden, 1 davon ist seither eine andere/)
  t.match(after.words, /Anzahl Zielpersonen in Kommune 1 1\.962 1\.215 −747 \(−38,1 %\)/)
  const late = await decide(wrong, { ...number, entscheidung: 'stimmt' })
  t.match(late, { status: 400, words: /Dort steht inzwischen 83/ })

  for (const [unit, more, status] of [
    ['999999', { ...number, entscheidung: 'stimmt' }, 404],
    [wrong, { ...number, entscheidung: 'weg' }, 400],
    [wrong, { wert: '1', entscheidung: 'stimmt', feld: 'kuerzel' }, 400],
    ['117042', { wert: '1', entscheidung: 'stimmt', feld: 'im_plan' }, 400],
  ] as const)
    t.equal((await decide(unit, more)).status, status, JSON.stringify(more))

  const { rows } = await sql<{ action: string; detail: string }>`
    select action, detail::text from audit where action in ('number_decided', 'numbers_screened') order by id`.execute(
    db,
  )
  t.ok(rows.filter(({ action }) => action === 'number_decided').length === 4)
  t.ok(
    rows.some(({ action }) => action === 'numbers_screened'),
    'each look is in the log',
  )
  t.notOk(
    rows.some(({ detail }) => /Weiß|830|zp_/.test(detail)),
    'but neither number nor text',
  )

  const researcher = await signIn(test, await staffAccount(test, 'forschung'))
  const read = await researcher.get(list)
  t.equal(read.status, 200)
  t.notMatch(read.text, /name="entscheidung"/, 'who only reads decides nothing')
  t.match(first.text, /href="[^"]*\/teilnehmende\/117026"/)
  t.notMatch(read.text, /\/teilnehmende\/\d+"/, 'nor is led to pages of the office')

  await setScope(db, { account: account.id, parts: [{ kind: 'unit', key: '117026' }] })
  const own = await visitor.get(list)
  t.strictSame(ranked(own.text), ['117026-zp_kinder18'])
  t.match(own.words, /daran hängen 100 % der Summe/, 'the totals are those of its own')
  t.equal((await decide(wrong, { wert: String(right), entscheidung: 'stimmt' })).status, 404)

  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) }
  const run = (...args: string[]) => stichtag(args, env, t.testdir({}))
  const [top] = JSON.parse((await run('screen', 'umfrage-4', '--json', '--als', 'k.meier')).stdout)
  t.match(top, {
    rang: 1,
    kennung: '117026',
    feld: 'zp_kinder18',
    angegeben: 500,
    gruende: ['pruefung'],
    stand: 'offen',
  })
  const act = (...more: string[]) => run('screen', 'decide', 'umfrage-4', '117026', 'zp_kinder18', ...more)
  t.match(await act('--entscheidung', 'offen'), { code: 1, stderr: /was es entscheiden würde/ })
  t.match(await act('--entscheidung', 'stimmt', '--als', 'k.meier'), { code: 0, stdout: /Stimmt, vermerkt/ })
  const [same] = JSON.parse((await run('screen', 'umfrage-4', '--json', '--als', 'k.meier')).stdout)
  t.match(same, { stand: 'stimmt', entschieden_von: 'k.meier' })
})

import t from 'tap'
import type { Db } from '../../../../server/database/database.ts'
import { earlierSurvey, Forms, makeForm } from '../../../../server/forms/form.ts'
import { insertSubmission } from '../../../../server/store/submissions.ts'
import { createWave, setWaveState } from '../../../../server/store/waves.ts'
import { readCells } from '../../../../surveys/answer/read-cells.ts'
import { contentOf } from '../../../../surveys/answer/submission.ts'
import { compile } from '../../../../surveys/compile/compile.ts'
import { testApp, testAppAsking } from '../../../support/app.ts'
import { filteredDefinition } from '../../../support/filtered-definition.ts'
import { formerDefinition, sinceThen } from '../../../support/former-definition.ts'
import { newWave } from '../../../support/published.ts'
import type { Visitor } from '../../../support/visitor.ts'

const home = '/erhebung/umfrage-1/117019'

/** What the newest submission of all says. */
async function newestAnswers(db: Db): Promise<ReturnType<typeof contentOf>['answers']> {
  const newest = db.selectFrom('submission').select('answers').orderBy('id', 'desc').limit(1)
  return (await newest.executeTakeFirstOrThrow()).answers as ReturnType<typeof contentOf>['answers']
}

/** What stands between a mark on a page and the end of its element, roughly: whether it is hidden. */
const isHidden = (text: string, mark: string) => new RegExp(`${mark}"[^>]* hidden`).test(text)

t.test('a form without script shows what is asked, says what is not, and keeps what was typed there', async (t) => {
  const { login } = await testAppAsking(t, filteredDefinition())
  const visitor = await login('KM')
  const first = await visitor.get(`${home}/abschnitt/stelle`)
  t.notOk(isHidden(first.text, 'data-asked="stellen_zahl'), 'while nobody can tell, it is asked')
  t.match(first.words, /Nur wenn Sie in F1 „ja“ angegeben haben\./)

  const closing = { stelle: 'nein', stellen_zahl: '3', stellen_zahl_nv: '', stellen_alter_alt: '3' }
  const closed = await visitor.save('stelle', closing, 'weiter')
  t.equal(closed.location, `${home}/abschnitt/beratung`)
  const shut = await visitor.get(`${home}/abschnitt/stelle`)
  t.ok(isHidden(shut.text, 'data-asked="stellen_zahl'))
  t.match(shut.words, /Entfällt: Diese Frage stellen wir nur, wenn Sie in F1 „ja“ angegeben haben\./)
  t.match(shut.words, /bleibt aufbewahrt und wird nicht abgesendet/)
  t.match(shut.text, /name="stellen_zahl" value="3"/)

  const opened = await visitor.save('stelle', { ...closing, stelle: 'ja' }, 'weiter')
  t.match(opened.location, /abschnitt\/stelle\?gespeichert=ja&gefragt=F2,F3$/)
  t.match((await visitor.get(opened.location)).words, /Nach Ihren Angaben ist jetzt auch gefragt: F2, F3\./)

  t.equal((await visitor.save('beratung', { gesamt: '0' }, 'weiter')).location, `${home}/abschnitt/frueher`)
  t.match((await visitor.get(home)).words, /Weitergabe F8 bis F9 trifft nicht zu/)
  t.match((await visitor.get(`${home}/abschnitt/weiter-gabe`)).words, /Dieser Abschnitt entfällt/)
  const check = await visitor.get(`${home}/pruefen`)
  t.match(check.words, /F8 Wie viele haben Sie weitergegeben\? trifft nicht zu/)
  t.notMatch(check.words, /Weitergabe \d Feld/, 'nothing of it is open')
})

t.test('what was chosen in the last wave decides what is asked, and is read by the codes of today', async (t) => {
  const instrument = compile(filteredDefinition())
  const now = makeForm(instrument, earlierSurvey([sinceThen], instrument))
  const before = makeForm(compile(formerDefinition()))
  const forms = new Forms(async ({ survey }) => (survey === 'zuvor' ? before : now))
  const { db, pool, login } = await testApp(t, { stichtag: null, contactFields: [] }, {}, forms)
  const wave = { ...newWave(before.instrument, ['117019', '117026']), stichtag: '2017-12-15' }
  const asked = await createWave(db, wave)
  await setWaveState(db, 'zuvor', 'open')
  for (const { id, unit } of asked) {
    const stelle = unit === '117019' ? 'keine' : 'besteht'
    const content = contentOf(before.instrument, readCells(before.instrument, { stelle }), [])
    const of = { surveyVersion: '1.0.0', surveyHash: before.instrument.hash, receipt: `zuvor-${unit}` }
    await insertSubmission(pool, { participantId: id, editorId: null, base: 0, ...of, content, justifications: [] })
  }

  const words = 'wenn Sie in der letzten Erhebung eine Stelle hatten oder planten'
  for (const unit of ['117019', '117026', '117042']) {
    const isClosed = unit === '117019'
    const visitor = await login('KM', unit)
    const page = await visitor.get(`${visitor.home}/abschnitt/frueher`)
    t.equal(isHidden(page.text, 'data-asked="stelle_seither'), isClosed, unit)
    t.match(page.words, isClosed ? `Entfällt: Diese Frage stellen wir nur, ${words}.` : `Nur ${words}.`)
    await visitor.autosave('frueher', { stelle_seither: 'Sie blieb.' })
    t.equal((await visitor.get(`${visitor.home}/papier/leer`)).status, 200)
    const { location } = await visitor.submit()
    const receipt = await visitor.get(location)
    t.equal(receipt.words.includes('Sie blieb.'), !isClosed, location)
    const own = Object.entries(await newestAnswers(db)).filter(([name]) => name.startsWith('stelle'))
    t.strictSame(own, isClosed ? [['stelle_seither_entfaellt', true]] : [['stelle_seither', 'Sie blieb.']])
  }
})

t.test(
  'two people open, close and open again at once: nothing is lost, and nothing is sent that was not asked',
  async (t) => {
    const { db, login } = await testAppAsking(t, filteredDefinition())
    const [anna, ben] = [await login('AN'), await login('BE')]
    const look = (visitor: Visitor) => visitor.get(`${home}/abschnitt/stelle`)
    await Promise.all([anna, ben].map(look))
    const newest = () => newestAnswers(db)

    const [closed, written] = await Promise.all([
      anna.autosave('stelle', { stelle: 'nein' }),
      ben.autosave('stelle', { stellen_zahl: '4', stellen_zahl_kom: 'halbtags' }),
    ])
    t.strictSame([closed.status, written.status], [200, 200])
    await Promise.all([anna, ben].map(look))
    const again = await ben.autosave('stelle', { stellen_alter_jung: '4' })
    t.match(again.json, {
      asked: { questions: { stellen_alter: /^Entfällt: .* bleibt aufbewahrt/ } },
      findings: { stellen_alter: [] },
    })
    t.equal((await anna.submit()).status, 303)
    t.strictSame(await newest(), {
      stelle: 'nein',
      stellen_zahl_entfaellt: true,
      stellen_alter_entfaellt: true,
      wege_amt_entfaellt: true,
      urteil_abstimmung_entfaellt: true,
    })
    const comments = await db.selectFrom('submission').select('comments').execute()
    t.strictSame(comments, [{ comments: {} }])

    await Promise.all([anna, ben].map(look))
    const [opened] = await Promise.all([
      anna.autosave('stelle', { stelle: 'ja' }),
      ben.autosave('stelle', { stellen_alter_jung: '3', stellen_alter_unbekannt: '1' }),
    ])
    t.match(opened.json, { asked: { questions: { stellen_zahl: '' } } })
    t.equal((await ben.submit()).status, 303)
    t.match(await newest(), { stelle: 'ja', stellen_zahl: 4, stellen_alter_jung: 3, stellen_alter_unbekannt: 1 })
    t.notOk(Object.keys(await newest()).some((name) => name.endsWith('_entfaellt')))

    await Promise.all([anna, ben].map(look))
    // Both at the same time, and neither knows of the other: one is asked which of the two it is to be.
    const both = await Promise.all([
      anna.autosave('stelle', { stelle: 'nein' }),
      ben.autosave('stelle', { stelle: 'geplant' }),
    ])
    t.equal(both.flatMap(({ json }) => json.conflicts).length, 1)
    await look(ben)
    t.equal((await ben.submit()).status, 303)
    const last = await newest()
    t.equal(last.stellen_zahl, undefined)
    t.equal(last.stellen_zahl_entfaellt, true)
    await look(ben)
    await ben.autosave('stelle', { stelle: 'ja' })
    t.match((await look(ben)).text, /name="stellen_zahl" value="4"/, 'it is there again')
  },
)

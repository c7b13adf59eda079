import { sql } from 'kysely'
import t from 'tap'
import { fieldParticipants } from '../../../server/field/participants.ts'
import { type StandingFacts, standingOf } from '../../../server/field/standing.ts'
import { Forms } from '../../../server/forms/form.ts'
import { readRegister } from '../../../server/store/register.ts'
import { findWave } from '../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../support/app.ts'

const day = new Date('2026-11-29T12:00:00Z')
const nothing: StandingFacts = {
  revisions: 0,
  standing: null,
  rev: 0,
  openedAt: null,
  isUndelivered: false,
  invitedAt: null,
}

t.test('each step counts more than those before it', async (t) => {
  const steps: [Partial<StandingFacts>, string][] = [
    [{}, 'nicht-angeschrieben'],
    [{ invitedAt: day }, 'angeschrieben'],
    [{ isUndelivered: true }, 'unzustellbar'],
    [{ openedAt: day }, 'geoeffnet'],
    [{ rev: 3 }, 'begonnen'],
    [{ standing: 'declined' }, 'lehnt-ab'],
    [{ standing: 'exempt' }, 'befreit'],
    [{ revisions: 1 }, 'abgesendet'],
    [{ revisions: 2 }, 'berichtigt'],
  ]
  let facts = nothing
  for (const [more, expected] of steps) {
    facts = { ...facts, ...more }
    t.equal(standingOf(facts, false), expected)
  }
  t.equal(standingOf({ ...nothing, rev: 3 }, true), 'fertig')
  t.equal(
    standingOf({ ...nothing, rev: 3, isUndelivered: true }, false),
    'begonnen',
    'a mail that came back is no matter',
  )
})

async function states(test: TestApp) {
  const wave = await findWave(test.db, 'umfrage-1')
  if (wave === undefined) throw new Error('no wave')
  const context = { ...test, forms: new Forms(), register: () => readRegister(test.db) }
  const found = await fieldParticipants(context, { ...wave, surveyVersion: wave.survey_version }, undefined)
  return new Map(found.map((one) => [one.unit, one]))
}

t.test('the office counts what the Kommune sees in its overview', async (t) => {
  const test = await testApp(t)
  const of = async (unit: string) => (await states(test)).get(unit)
  t.equal((await of('117019'))?.state, 'nicht-angeschrieben')
  const code = await test.codeFor('117019')
  t.ok(code)
  t.match(await of('117019'), { state: 'angeschrieben', invitedBy: 'code' })

  const visitor = await test.login('KM')
  const opened = (await of('117019'))?.openedAt
  t.match(await of('117019'), { state: 'geoeffnet', progress: undefined })
  await test.login('AB')
  t.strictSame((await of('117019'))?.openedAt, opened, 'the first login counts')

  const seen = async () => /(\d+) von (\d+) Feldern ausgefüllt/.exec((await visitor.get(visitor.home)).words)
  const agree = async (state: string) => {
    const [, filled, total] = (await seen()) ?? []
    t.match(await of('117019'), { state, progress: { filled: Number(filled), total: Number(total) } })
    t.ok(Number(filled) > 0)
  }
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '120' })
  await agree('begonnen')

  const { instrument } = await new Forms().get({
    survey: 'umfrage-1',
    surveyVersion: (await findWave(test.db, 'umfrage-1'))?.survey_version ?? '',
    stichtag: '2018-12-15',
    frist: '2099-02-08',
  })
  for (const { id } of instrument.sections) {
    await visitor.get(`${visitor.home}/abschnitt/${id}`)
    await visitor.autosave(id, { [`erledigt.${id}`]: '1' })
  }
  await agree('fertig')
  t.match((await visitor.get(visitor.home)).words, /erledigt/)

  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: 'viele' })
  t.match((await visitor.get(visitor.home)).words, /zu prüfen/)
  t.equal((await of('117019'))?.state, 'begonnen', 'what does not fit is not done, whatever was ticked')

  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '120' })
  t.equal((await visitor.submit()).status, 303)
  t.match(await of('117019'), { state: 'abgesendet', progress: undefined, revisions: 1 })
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '121' })
  t.equal((await visitor.submit()).status, 303)
  t.equal((await of('117019'))?.state, 'berichtigt')
})

t.test('letters and mails, and who answers for whom', async (t) => {
  const test = await testApp(t)
  const id = test.participants.get('117026') ?? 0
  const send = (state: string, at: string, template: string) =>
    sql`insert into contact.dispatch (participant_id, template, key, way, state, sent_at)
      values (${id}, ${template}, '', 'letter', ${state}, ${at}::timestamptz)`.execute(test.db)
  await send('waiting', '2026-11-01', 'geplant')
  t.equal((await states(test)).get('117026')?.state, 'nicht-angeschrieben')
  await send('returned', '2026-11-02', 'einladung')
  t.match((await states(test)).get('117026'), { state: 'unzustellbar', invitedBy: 'letter' })
  await send('sent', '2026-11-09', 'nochmal')
  t.equal((await states(test)).get('117026')?.state, 'angeschrieben')

  const visitor = await test.login('KM')
  await visitor.get('/erhebung')
  await visitor.post('/erhebung', { code: await test.codeFor('117042'), kuerzel: 'KM' })
  const found = await states(test)
  t.strictSame(found.get('117019')?.together, ['117042'])
  t.strictSame(found.get('117042')?.together, ['117019'])
  t.strictSame(found.get('117026')?.together, [])
})

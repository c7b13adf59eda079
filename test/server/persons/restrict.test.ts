import { mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { eraseAgain } from '../../../server/persons/erase.ts'
import { liftRequested, restrictRequested } from '../../../server/persons/restrict.ts'
import { runRetention } from '../../../server/retention/run.ts'
import { lateInput } from '../../../server/store/late-input.ts'
import { readAnswers, readSnapshot } from '../../../server/store/panel-answers.ts'
import { readParticipation } from '../../../server/store/participation.ts'
import { addRequest } from '../../../server/store/person-requests.ts'
import { findTexts } from '../../../server/store/person-texts.ts'
import { listResponses } from '../../../server/store/responses.ts'
import { insertSubmission } from '../../../server/store/submissions.ts'
import { surveyContacts } from '../../../server/store/survey-contacts.ts'
import { createWave, listWaves, setWaveState } from '../../../server/store/waves.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf } from '../../../surveys/answer/submission.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { exportWave } from '../../support/export-wave.ts'
import { newWave, published } from '../../support/published.ts'
import { staffAccount } from '../../support/staff.ts'

const today = new Date().toISOString().slice(0, 10)

async function world(t: Test) {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  await staffAccount(test, 'datenschutz', 'd.eins')
  const visitor = await test.login('KM')
  await visitor.get(`${visitor.home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Weiß' })
  await visitor.get(`${visitor.home}/abschnitt/anmerkungen`)
  await visitor.autosave('anmerkungen', { anmerkungen: 'Frau Weiß weiß das' })
  await visitor.get(`${visitor.home}/abschnitt/angaben`)
  await visitor.autosave('angaben', { kuerzel: 'Weiß' })
  t.equal((await visitor.submit()).status, 303)
  const request = () => addRequest(test.db, { kind: 'einschraenkung', receivedOn: today, searched: 'Weiß', by: 1 })
  return { test, visitor, request, id: test.participants.get('117019') ?? 0 }
}

/** Everything that leaves of Umfrage 1, in one text. */
async function files(test: TestApp, upTo?: number): Promise<string> {
  const folder = await mkdtemp(join(test.config.dataDir, 'export-'))
  const instrument = await published('umfrage-1')
  await exportWave(test, { wave: 'umfrage-1', instrument, ...(upTo === undefined ? {} : { state: upTo }) }, folder)
  const read = ['umfrage-1.csv', 'umfrage-1-anmerkungen.csv'].map((name) => readFile(join(folder, name), 'utf8'))
  return (await Promise.all(read)).join('\n')
}

t.test('a restricted text leaves in no file of any state, and stays for those who wrote it', async (t) => {
  const { test, visitor, request, id } = await world(t)
  const { db, pool } = test
  const { state: before } = await readSnapshot(pool)
  const plain = await files(test)
  t.match(plain, /laut Weiß/)
  t.match(plain, /Frau Weiß/)
  const number = await request()
  const marks = ['im_alpha_kom', 'anmerkungen'].map((field) => ({ participantId: id, extent: 'text' as const, field }))
  t.equal(await restrictRequested(test, { request: number, by: 1, ground: 'b', marks }), 2)

  const { state: during } = await readSnapshot(pool)
  t.equal(during, before + 1, 'a restriction is a state')
  const restricted = await files(test)
  t.notMatch(restricted, /Weiß/)
  t.match(restricted, /117019/, 'the rest is there')
  t.notMatch(await files(test, before), /Weiß/, 'nor in a file of an earlier state, as long as it holds')
  t.match((await visitor.get(`${visitor.home}/drucken`)).words, /laut Weiß/)
  const { receipt } = await db.selectFrom('submission').select('receipt').executeTakeFirstOrThrow()
  t.match((await visitor.get(`${visitor.home}/quittung/${receipt}`)).words, /laut Weiß/)
  t.match((await findTexts(db, { term: 'laut Weiß' })).length, 3, 'it is still found')
  await t.rejects(restrictRequested(test, { request: number, by: 1, ground: 'b', marks }), /beendet/)

  await visitor.autosave('sprache', { im_alpha_kom: 'Weiß, noch einmal' })
  await visitor.submit()
  t.notMatch(await files(test), /Weiß/, 'nor in a later revision')
  const { state: later } = await readSnapshot(pool)
  t.equal(await liftRequested(test, { request: number, by: 1, toldOn: today }), 2)
  t.equal(await liftRequested(test, { request: number, by: 1, toldOn: today }), 0)
  t.match(await files(test), /Weiß, noch einmal/)
  t.equal(await files(test, during), restricted, 'a state that was told meanwhile stays what it was')
  t.notMatch(await files(test, later), /Weiß/)
  t.match(await files(test, before), /laut Weiß/)
})

t.test('the whole form of a person counts as one that did not come in', async (t) => {
  const { test, request } = await world(t)
  const { db, pool } = test
  const instrument = await published('umfrage-3')
  const numbers = ['117000-001', '117000-002']
  const wave = 'umfrage-3'
  const participants = await createWave(db, newWave(instrument, numbers))
  await setWaveState(db, wave, 'open')
  for (const { id } of participants)
    await insertSubmission(pool, {
      participantId: id,
      editorId: null,
      base: 0,
      surveyVersion: instrument.version,
      surveyHash: instrument.hash,
      receipt: `Q-${id}`,
      content: contentOf(instrument, readCells(instrument, {}), []),
      justifications: [],
    })
  const seen = async (upTo?: number) => {
    const snapshot = await readSnapshot(pool, upTo)
    const [response] = await listResponses(db, wave)
    const [participation] = await readParticipation(db, [wave], numbers, snapshot)
    return {
      panel: (await readAnswers(pool, wave, [], snapshot)).units.length,
      answered: [...(participation?.answered ?? [])],
      submitted: Number(response?.submitted),
      restricted: Number(response?.restricted),
      listed: Number((await listWaves(db)).find(({ id }) => id === wave)?.submitted),
    }
  }
  t.strictSame(await seen(), { panel: 2, answered: [1, 1], submitted: 2, restricted: 0, listed: 2 })
  const number = await request()
  const marks = [
    {
      participantId: participants.find(({ unit }) => unit === numbers[0])?.id ?? 0,
      extent: 'form' as const,
      field: null,
    },
  ]
  await restrictRequested(test, { request: number, by: 1, ground: 'd', marks })
  t.strictSame(await seen(), { panel: 1, answered: [0, 1], submitted: 1, restricted: 1, listed: 1 })
  await liftRequested(test, { request: number, by: 1, toldOn: today })
  t.strictSame(await seen(), { panel: 2, answered: [1, 1], submitted: 2, restricted: 0, listed: 2 })
})

t.test('what is restricted is kept beyond its term, and staff do not see it among what came too late', async (t) => {
  const { test, request, id } = await world(t)
  const { db } = test
  await sql`insert into parked_page (participant_id, section, typed, contact)
    values (${id}, 'sprache', '{"im_alpha_kom": "spät Weiß", "im_alpha": "3"}', false)`.execute(db)
  await sql`insert into contact.field_note (participant_id, kind, text) values (${id}, 'call', 'Weiß ruft')`.execute(db)
  await sql`with asked as (
      insert into contact.query (participant_id, about_kind, about, fields, checks, due_on)
      values (${id}, 'field', 'im_alpha', '{im_alpha}', '{}', '2026-01-01') returning id
    ) insert into contact.query_entry (query_id, participant_id, kind, text)
    select id, ${id}, 'answered', 'Weiß sagt es' from asked`.execute(db)
  await sql`insert into contact.delegation (participant_id, sections, said, salt, hash)
    values (${id}, '{sprache}', 'Bitte an Weiß', '\\x00', '\\x00')`.execute(db)
  await sql`insert into contact.dispatch (participant_id, template, key, way, recipient, state)
    values (${id}, 'einladung', 'einladung', 'letter', 'Herr Weiß', 'sent')`.execute(db)
  t.equal((await surveyContacts(db, 'umfrage-1')).length, 1)
  await sql`update wave set state = 'closed', opened_at = now() - interval '9 months',
    closed_at = now() - interval '8 months', stichtag = null, frist = (now() - interval '8 months')::date`.execute(db)
  const marks = [
    { participantId: id, extent: 'contact' as const, field: null },
    { participantId: id, extent: 'text' as const, field: 'im_alpha_kom' },
  ]
  const number = await request()
  await restrictRequested(test, { request: number, by: 1, ground: 'c', marks })
  t.strictSame(await surveyContacts(db, 'umfrage-1'), [], 'nobody writes to them')
  t.match(await lateInput(db, 'umfrage-1', undefined), [{ typed: { im_alpha_kom: '[eingeschränkt]', im_alpha: '3' } }])
  await sql`update parked_page set parked_at = now() - interval '10 years'`.execute(db)
  const kept = async () => (await findTexts(db, { term: 'Weiß' })).map(({ table }) => table)
  const before = await kept()
  await runRetention(test)
  t.strictSame(await kept(), before)
  const places = [
    'contact.respondent',
    'public.answer_page',
    'contact.delegation',
    'contact.dispatch',
    'contact.field_note',
    'contact.query_entry',
  ]
  for (const table of places) t.ok(before.includes(table), table)
  await liftRequested(test, { request: number, by: 1, toldOn: today })
  await runRetention(test)
  t.notOk((await kept()).some((table) => table.startsWith('contact.') || table === 'public.answer_page'))
})

t.test('an older state that comes back is restricted again, and lifted again', async (t) => {
  const { test, request, id } = await world(t)
  const { db, config } = test
  const mark = (field: string) => ({ participantId: id, extent: 'text' as const, field })
  const first = await request()
  await restrictRequested(test, { request: first, by: 1, ground: 'a', marks: [mark('im_alpha_kom')] })
  await liftRequested(test, { request: first, by: 1, toldOn: today })
  await restrictRequested(test, { request: await request(), by: 1, ground: 'b', marks: [mark('im_alpha_kom')] })
  const list = await readFile(join(config.dataDir, 'erasures.jsonl'), 'utf8')
  t.notMatch(list, /Weiß/)
  const dump = async () =>
    (await sql`select id, field, ground, lifted_at, told_on from restriction order by at`.execute(db)).rows
  const before = await dump()
  await eraseAgain(db, config.dataDir)
  t.strictSame(await dump(), before, 'what is there is not done twice')
  await sql`truncate restriction`.execute(test.owner.db)
  t.match(await files(test), /laut Weiß/)
  await eraseAgain(db, config.dataDir)
  t.strictSame(await dump(), before)
  t.notMatch(await files(test), /laut Weiß/)
})

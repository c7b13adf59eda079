import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import Papa from 'papaparse'
import t, { type Test } from 'tap'
import { addressesOf } from '../../../server/persons/chosen.ts'
import { erase, eraseAgain } from '../../../server/persons/erase.ts'
import { readList } from '../../../server/persons/erasure-list.ts'
import { findByTerms, findPerson } from '../../../server/persons/find-person.ts'
import { erasedText } from '../../../server/persons/places.ts'
import { runRetention } from '../../../server/retention/run.ts'
import { readUnits } from '../../../server/store/panel-units.ts'
import {
  addRequest,
  closeRequest,
  findRequest,
  proposeErasure,
  setChosen,
} from '../../../server/store/person-requests.ts'
import { listResponses, responsesByKreis } from '../../../server/store/responses.ts'
import { setTerms } from '../../../server/store/retention-terms.ts'
import { listParticipants } from '../../../server/store/waves.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { agree } from '../../support/agree.ts'
import { testAppForPersons } from '../../support/app.ts'
import { exportWave } from '../../support/export-wave.ts'
import { personDefinition } from '../../support/person-definition.ts'
import { staffAccount } from '../../support/staff.ts'
import { tableSums } from '../../support/table-sums.ts'
import { whereStands } from '../../support/where-stands.ts'

const number = '117000-001'
const nothing = { ground: 'Art. 17', accountId: null, consentId: null, texts: [], initials: [] }

/** Two of three persons have answered; the first also stands in all that is beside the answers. */
async function answered(t: Test) {
  const app = await testAppForPersons(t)
  const test = { ...app, config: { ...app.config, dataDir: t.testdir({}) } }
  const { db } = test
  for (const [unit, klienten] of [
    [number, '21'],
    ['117019-001', '40'],
  ] as const) {
    const visitor = await test.login('KM', unit)
    await visitor.get(`${visitor.home}/abschnitt/person`)
    await visitor.autosave('person', { im_nr: unit, klienten, klienten_kom: `zählt ${unit}` })
    t.equal((await visitor.submit()).status, 303)
    await visitor.get(`${visitor.home}/abschnitt/person`)
    await visitor.autosave('person', { klienten_kom: 'danach' })
  }
  const id = test.participants.get(number) ?? 0
  await sql`insert into contact.respondent (participant_id, field, value) values (${id}, 'kontakt_name', 'Anna')`.execute(
    db,
  )
  await sql`insert into parked_page (participant_id, section, typed, contact)
    values (${id}, 'person', ${JSON.stringify({ im_nr: number })}::jsonb, false)`.execute(db)
  return { test, db, id }
}

type World = Awaited<ReturnType<typeof answered>>

/** All tables of the database that have a row of a participant, as the catalogue knows them. */
async function tablesWith({ db, id }: World): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname = 'participant_id' and c.relkind = 'r' and n.nspname !~ '^pg_' order by 1`.execute(db)
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: own } = await sql`select from ${sql.raw(name)} where participant_id = ${id} limit 1`.execute(db)
    if (own.length > 0) found.push(name)
  }
  return found
}

const submissionOf = async ({ db, id }: World) =>
  (
    await sql<{ answers: object; comments: object; receipt: string; editor_id: number | null }>`
      select answers, comments, receipt, editor_id from submission where participant_id = ${id}`.execute(db)
  ).rows[0]

t.test('nothing leads from the answers to the number any more, and the answers stay', async (t) => {
  const world = await answered(t)
  const { test, db, id } = world
  await sql`insert into amendment (participant_id, field, was, became, reason, source, note, state, objection, objected_at)
    values (${id}, 'klienten', '21', '22', 'typing', 'call', ${`sagt ${number}`}, 0, ${`${number} widerspricht`}, now())`.execute(
    db,
  )
  const other = test.participants.get('117019-001')
  const amendments = [
    { participantId: id, note: `zu ${number}` },
    { participantId: other, note: 'bleibt' },
    { participantId: id, note: '' },
  ]
  const kept = JSON.stringify({ asked: { amendments }, seen: '' })
  await sql`insert into staff.approval (act, wave_id, detail, reason) select 'amend', wave_id, ${kept}::jsonb, ''
    from participant where id = ${id}`.execute(db)
  const { receipt } = (await submissionOf(world)) ?? {}
  const others = sql`select s.*, p.unit from submission s join participant p on p.id = s.participant_id where p.id <> ${id}`
  const { rows: before } = await others.execute(db)
  t.match(await whereStands(db, number), [
    'public.amendment',
    'public.answer_change',
    'public.answer_page',
    'public.answer_value',
    'public.im_nummer',
    'public.participant',
    'public.submission',
    'staff.approval',
  ])
  const sums = await tableSums(test.pool)

  t.match(await erase(test, { ...nothing, cut: [id] }), { cut: 1, texts: 2, submissions: 1 })
  t.strictSame(await whereStands(db, number), ['public.im_nummer'], 'only the register knows the number')
  const proposal = await sql<{
    notes: object
  }>`select jsonb_path_query_array(detail, '$.asked.amendments[*].note') as notes
    from staff.approval`.execute(db)
  t.strictSame(
    proposal.rows,
    [{ notes: [erasedText, 'bleibt', ''] }],
    'what waits for a second account keeps no words either',
  )
  t.strictSame(await tablesWith(world), [
    'public.amendment',
    'public.audit',
    'public.draft',
    'public.erasure',
    'public.submission',
  ])
  const left = await submissionOf(world)
  t.match(left, { answers: { klienten: 21 }, editor_id: null })
  t.strictSame(left?.comments, {})
  t.match(left?.receipt, /^Q-/)
  t.not(left?.receipt, receipt)
  t.strictSame((await others.execute(db)).rows, before, 'those of others are as they were')
  t.notMatch(await readList(test.config.dataDir), new RegExp(number))
  t.strictSame((await findPerson(test, number)).asked, [])
  const after = await tableSums(test.pool)
  t.equal(after['public.im_nummer'], sums['public.im_nummer'])

  t.match((await test.login('KM', '117019-001')).csrf, /./, 'others come in as before')
  const again = await sql`select from access_code where participant_id = ${id}`.execute(db)
  t.equal(again.rows.length, 0)
  t.strictSame((await listParticipants(db, 'umfrage-1')).length, 2, 'and gets no new code')
})

t.test('answers without an origin count, and are printed', async (t) => {
  const { test, db, id } = await answered(t)
  await erase(test, { ...nothing, cut: [id] })
  t.match(await listResponses(db), [{ asked: 3, submitted: 2, contributors: 2 }])
  t.match(await responsesByKreis(db, 'umfrage-1'), [
    { part: '117', asked: 2, submitted: 1 },
    { part: 'ohne Herkunft', asked: 1, submitted: 1 },
  ])
  const state =
    (await sql<{ state: number }>`select max(number)::integer as state from data_state`.execute(db)).rows[0]?.state ?? 0
  t.match((await readUnits(test.pool, ['umfrage-1'], { state })).at(-1), {
    unit: /^ohne-[0-9a-f]{12}$/,
    kreisName: 'ohne Herkunft',
  })
  const folder = t.testdir({})
  const files = await exportWave(test, { wave: 'umfrage-1', instrument: compile(personDefinition()) }, folder)
  const file = files.find((one) => /antworten.*csv$|umfrage-1\.csv$/.test(one)) ?? files[0] ?? ''
  const { data } = Papa.parse<Record<string, string>>(
    await readFile(file.startsWith('/') ? file : join(folder, file), 'utf8'),
    {
      header: true,
      skipEmptyLines: true,
    },
  )
  t.match(
    data.map(({ im_nummer, verbund, klienten }) => [im_nummer, verbund, klienten]),
    [
      ['117019-001', '117019', '40'],
      [/^ohne-/, '', '21'],
    ],
  )
})

t.test('an older state that comes back is cut again; whoever is asked later is somebody else', async (t) => {
  const world = await answered(t)
  const { test, db, id } = world
  await erase(test, { ...nothing, cut: [id] })
  const older = (created: string) =>
    test.owner.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      await sql`delete from erasure`.execute(trx)
      await sql`update participant set im_nummer = ${number}, pseudonym = null, created_at = ${created}
        where id = ${id}`.execute(trx)
    })
  await older(new Date().toISOString())
  t.match(await eraseAgain(db, test.config.dataDir), { texts: 0 })
  t.equal((await findPerson(test, number)).asked.length, 1, 'asked after that')
  await older(new Date(Date.now() - 86_400_000).toISOString())
  await sql`insert into contact.respondent (participant_id, field, value) values (${id}, 'kontakt_name', 'Anna')`.execute(
    db,
  )
  await eraseAgain(db, test.config.dataDir)
  t.strictSame(await whereStands(db, number), ['public.im_nummer'])
  t.strictSame(await whereStands(db, 'Anna'), [])
})

t.test('requests lead back no more: closed ones lose their words, open ones what was chosen', async (t) => {
  const world = await answered(t)
  const { test, db, id } = world
  const { id: first } = await staffAccount(test, 'datenschutz', 'd.eins')
  const { id: second } = await staffAccount(test, 'datenschutz', 'd.zwei')
  const found = await findByTerms(test, [number])
  const chosen = addressesOf(found)
  t.strictSame(chosen.cut, [id])
  const of = { receivedOn: '2026-11-02', searched: number, by: first } as const
  const closed = await addRequest(db, { ...of, kind: 'auskunft' })
  await setChosen(db, closed, { ...chosen, cut: [] })
  await closeRequest(db, closed, { state: 'done', by: first, outcome: 'geschickt', ground: '' })
  const other = await addRequest(db, { ...of, kind: 'loeschung' })
  await proposeErasure(db, other, { chosen, ground: 'a', by: first })
  const stranger = await addRequest(db, { ...of, kind: 'auskunft', searched: 'Weiß' })
  const request = await addRequest(db, { ...of, kind: 'loeschung' })
  await proposeErasure(db, request, { chosen: { texts: [], initials: [], cut: [id] }, ground: 'b', by: first })

  t.equal(await agree(test, { request, by: second }), '')
  const empty = { texts: [], initials: [], cut: [] }
  t.match(await findRequest(db, request), {
    state: 'done',
    searched: '',
    chosen: empty,
    proof: { before: { chosen: 1 }, after: { chosen: 0 }, erased: { cut: 1 } },
  })
  t.match(await findRequest(db, closed), { state: 'done', searched: '', outcome: '', chosen: empty })
  t.match(await findRequest(db, other), { state: 'open', searched: number, proposedById: null, chosen: empty })
  t.match(await findRequest(db, stranger), { searched: 'Weiß' })
  const { rows } = await sql`select * from erasure where holds = 'number'`.execute(db)
  t.match(rows, [{ participant_id: id, account_id: first, consent_id: second }])
})

t.test('a wave cuts them all when its term for it has come, and by itself never', async (t) => {
  const world = await answered(t)
  const { test, db } = world
  await sql`update wave set frist = (now() - interval '30 days')::date, stichtag = null`.execute(db)
  const left = async () => (await sql`select from participant where im_nummer is not null`.execute(db)).rows.length
  const term = (days: number | null) => ({ days, archive: false })
  const endless = { contact: term(null), drafts: term(null), initials: term(null), codes: term(null) }
  await setTerms(db, 'umfrage-1', endless)
  await runRetention(test)
  t.equal(await left(), 3)
  await setTerms(db, 'umfrage-1', { origin: term(31) })
  await runRetention(test)
  t.equal(await left(), 3, 'a day too early')
  await setTerms(db, 'umfrage-1', { origin: term(29) })
  const deleted = await runRetention(test)
  t.match(deleted, [{ wave: 'umfrage-1', kind: 'origin', rows: 3 }])
  t.equal(await left(), 0)
  t.strictSame(await whereStands(db, number), ['public.im_nummer'])
  t.match(await runRetention(test), [])
  const { rows } = await sql`select from data_state where what = 'erasure'`.execute(db)
  t.equal(rows.length, 1)

  // So a restored state is cut again at its first opening, whatever its terms say.
  const listed = (await readList(test.config.dataDir)).split('\n').filter(Boolean)
  t.equal(listed.length, 1)
  t.equal((JSON.parse(listed[0] ?? '{}') as { cut: number[] }).cut.length, 3)
})

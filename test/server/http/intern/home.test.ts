import { sql } from 'kysely'
import t from 'tap'
import { daysLeft, waiting } from '../../../../server/http/pages/intern/to-do.ts'
import { readToDo, type ToDo } from '../../../../server/store/to-do.ts'
import { testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const todo: ToDo = {
  queries: [{ wave: 'umfrage-1', overdue: 1, answered: 2 }],
  approvals: 1,
  erasures: 2,
  lateJobs: 1,
  failedJobs: 0,
  uncertainMails: 3,
  unsealed: 5,
  lastHere: null,
  came: [],
}

t.test('each role is told what it can do something about', async (t) => {
  const labels = (role: Parameters<typeof waiting>[1]['role'], isScoped = false) =>
    waiting(todo, { role, isScoped }).map(({ label }) => label)
  t.strictSame(labels('feldbuero'), [
    'umfrage-1: 1 Rückfrage ist überfällig',
    'umfrage-1: 2 Rückfragen sind beantwortet',
    '1 Vorschlag wartet auf ein zweites Konto',
    '1 Auftrag ist überfällig',
    '3 E-Mails, von denen ungewiss ist, ob sie ankamen',
  ])
  t.strictSame(labels('forschung'), [])
  t.strictSame(labels('datenschutz'), [
    '2 Löschungen warten auf ein zweites Konto',
    '5 Einträge im Protokoll sind seit über einer Stunde nicht gesichert',
  ])
  t.notMatch(
    labels('feldbuero', true).join(),
    /Vorschlag|Auftrag/,
    'what reaches everybody is not for who works for some',
  )
})

t.test('how long a wave runs is counted in days of the calendar', async (t) => {
  const today = '2026-03-28'
  t.strictSame(
    ['2026-03-27', today, '2026-03-29', '2026-03-30'].map((frist) => daysLeft(frist, today)),
    ['Frist vorbei, einzelne verlängert', 'endet heute', 'noch 1 Tag', 'noch 2 Tage'],
    'also where the clocks change',
  )
})

t.test('the overview says what came in since the last visit and what waits', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'feldbuero')
  const office = await signIn(test, account)
  t.match(
    (await office.get('/intern')).words,
    /Eingegangen in den letzten sieben Tagen Nichts\..*Wohin Verzeichnis Kommunen/,
  )

  const { db } = test
  await sql`insert into job (kind, key, state, due_at) values ('x', 'a', 'waiting', now() - interval '1 hour'),
    ('x', 'b', 'waiting', now() + interval '1 hour'), ('x', 'c', 'waiting', now() - interval '1 minute')`.execute(db)
  await sql`insert into staff.approval (act, wave_id, detail, reason, proposed_by) values ('x', null, '{}', 'x', ${account.id}),
    ('x', null, '{}', 'x', null)`.execute(db)
  await sql`
    with asked as (
      insert into contact.query (participant_id, about_kind, about, fields, checks, due_on)
      select min(id), 'field', day, '{zp_gesamt}'::text[], '{}'::text[], day::date
      from participant, unnest(array['2020-01-01', '2020-01-02', '2099-01-01']) day group by day
      returning id, participant_id
    )
    insert into contact.query_entry (query_id, participant_id, kind, text)
    select id, participant_id, 'asked', 'x' from asked`.execute(db)
  await sql`insert into contact.query_entry (query_id, participant_id, kind, text)
    select id, participant_id, 'answered', 'x' from contact.query where due_on = '2020-01-02'`.execute(db)
  await sql`update staff.session set seen_at = now() - interval '1 day'`.execute(db)
  const again = await signIn(test, account)
  const { words } = await again.get('/intern')
  t.match(words, /umfrage-1: 1 Rückfrage ist überfällig umfrage-1: 1 Rückfrage ist beantwortet 1 Vorschlag wartet/)
  t.match(words, /1 Auftrag ist überfällig/)
  t.match(words, /Eingegangen seit \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr umfrage-1: 1 Antwort auf eine Rückfrage/)

  const { rows } = await sql<{ id: number }>`select max(id) as id from staff.session`.execute(db)
  const scoped = { accountId: account.id, sessionId: rows[0]?.id ?? 0 }
  await sql`insert into staff.scope (account_id, kind, key) values (${account.id}, 'kreis', '999')`.execute(db)
  t.match(await readToDo(db, scoped), { queries: [], came: [] }, 'nothing of those it does not work for')
})

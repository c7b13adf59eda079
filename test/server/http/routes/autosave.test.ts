import { sql } from 'kysely'
import t from 'tap'
import { openPool } from '../../../../server/database/pool.ts'
import { hashToken } from '../../../../server/domain/session-token.ts'
import { savePage } from '../../../../server/forms/save.ts'
import { findVisit } from '../../../../server/store/visit.ts'
import { testApp } from '../../../support/app.ts'
import type { Visitor } from '../../../support/visitor.ts'

const section = '/abschnitt/zielpersonen'
const units = ['117019', '117026', '117042']

/** Three Kommunen at work: each has saved something and seen its newest page. */
async function atWork(t: Parameters<typeof testApp>[0]) {
  const test = await testApp(t)
  const visitors = new Map<string, Visitor>()
  for (const unit of units) {
    const visitor = await test.login('KM', unit)
    await visitor.get(visitor.home + section)
    await visitor.autosave('zielpersonen', { zp_status_duldung: '1' })
    await visitor.get(visitor.home + section)
    visitors.set(unit, visitor)
  }
  const visitor = (unit: string) => visitors.get(unit) as Visitor
  const stored = async (unit: string, field = 'zp_status_duldung') => {
    const { rows } = await sql<{ value: string; typed: number }>`select v.value,
      (select count(*)::integer from draft_change c where c.participant_id = v.participant_id and c.field = v.field) as typed
      from draft_value v join participant p on p.id = v.participant_id where p.unit = ${unit} and v.field = ${field}`.execute(
      test.db,
    )
    return rows[0]
  }
  return { ...test, visitor, stored }
}

t.test('changes of several Kommunen at the same moment: each is stored with its own', async (t) => {
  const { visitor, stored } = await atWork(t)
  for (const round of [10, 20]) {
    const answers = await Promise.all(
      units.map((unit, place) => visitor(unit).autosave('zielpersonen', { zp_status_duldung: String(round + place) })),
    )
    for (const [place, unit] of units.entries()) {
      const { status, json } = answers[place] ?? { status: 0 }
      t.equal(status, 200)
      t.equal(json.rev, Number(visitor(unit).rev) + 1)
      t.match(await stored(unit), { value: String(round + place), typed: round / 10 + 1 })
      visitor(unit).rev = String(json.rev)
    }
  }
})

t.test(
  'two people in one form at the same moment: other fields go side by side, the same field is asked about',
  async (t) => {
    const { login, visitor, stored } = await atWork(t)
    const one = visitor('117019')
    const two = await login('ZW', '117019')
    await two.get(two.home + section)
    const [first, second] = await Promise.all([
      one.autosave('zielpersonen', { zp_status_duldung: '7' }),
      two.autosave('zielpersonen', { zp_status_erlaubnis: '8' }),
    ])
    t.strictSame([first.json.conflicts, second.json.conflicts], [[], []])
    t.match([await stored('117019'), await stored('117019', 'zp_status_erlaubnis')], [{ value: '7' }, { value: '8' }])

    for (const person of [one, two]) await person.get(person.home + section)
    const answers = await Promise.all([
      one.autosave('zielpersonen', { zp_status_duldung: '70' }),
      two.autosave('zielpersonen', { zp_status_duldung: '80' }),
    ])
    const conflicts = answers.flatMap(({ json }) => json.conflicts)
    t.match(conflicts, [{ name: 'zp_status_duldung' }])
    t.equal((await stored('117019'))?.value, conflicts[0].theirs)
  },
)

t.test('nothing is stored for whoever may not, while the others are served', async (t) => {
  const { visitor, stored, db } = await atWork(t)
  const gone = visitor('117026')
  await sql`update session set ends_at = now() where participant_id =
    (select id from participant where unit = '117026')`.execute(db)
  const [here, ended] = await Promise.all([
    visitor('117019').autosave('zielpersonen', { zp_status_duldung: '5' }),
    gone.autosave('zielpersonen', { zp_status_duldung: '6' }),
  ])
  t.equal(here.status, 200)
  t.match(ended, { status: 401, json: { parked: true } })
  t.match([await stored('117019'), await stored('117026')], [{ value: '5' }, { value: '1' }])

  await sql`update wave set frist = '2019-01-31'`.execute(db)
  const late = await visitor('117042').autosave('zielpersonen', { zp_status_duldung: '9' })
  t.equal(late.status, 409)
  t.match(await stored('117042'), { value: '1', typed: 1 })
})

t.test('what is too long to be kept after the end of a session is not said to be kept', async (t) => {
  const { visitor, db } = await atWork(t)
  const gone = visitor('117026')
  await sql`update session set ends_at = now()`.execute(db)
  const typed = { zp_status_kom: 'x'.repeat(10_001) }
  t.match(await gone.autosave('zielpersonen', typed), { status: 401, json: { parked: false } })
  const page = await gone.save('zielpersonen', typed)
  t.equal(page.status, 403)
  t.ok(page.text.includes(typed.zp_status_kom), 'it goes back to where it came from')
  t.notMatch(page.text, 'name="zp_status_duldung" value="1"', 'and nothing else is shown')
  t.strictSame(await db.selectFrom('parked_page').select('id').execute(), [])
})

t.test('a draft that is locked keeps only its own people waiting', async (t) => {
  const { visitor, stored, pool, participants } = await atWork(t)
  const client = await pool.connect()
  await client.query('begin')
  await client.query('select from draft where participant_id = $1 for update', [participants.get('117026')])
  let isThrough = false
  const waiting = visitor('117026')
    .autosave('zielpersonen', { zp_status_duldung: '6' })
    .then((answer) => {
      isThrough = true
      return answer
    })
  const others = ['117019', '117042'].map((unit) => visitor(unit).autosave('zielpersonen', { zp_status_duldung: '5' }))
  t.match(await Promise.all(others), [{ status: 200 }, { status: 200 }])
  t.notOk(isThrough)
  await client.query('commit')
  client.release()
  t.equal((await waiting).status, 200)
  t.match(await stored('117026'), { value: '6', typed: 2 })
})

t.test('what another server has saved meanwhile is found, and nothing of it is lost', async (t) => {
  const { visitor, pool, stored } = await atWork(t)
  const here = visitor('117019')
  const elsewhere = openPool(pool.options.connectionString ?? '')
  t.teardown(() => elsewhere.end())
  const tokenHash = hashToken(here.cookie.split('=')[1] ?? '')
  const visit = await findVisit(elsewhere, tokenHash, { wave: 'umfrage-1', unit: '117019' })
  if (visit === undefined) throw new Error('the session is gone')
  await savePage(elsewhere, visit, { rev: visit.rev, whole: false, typed: { zp_status_erlaubnis: '3' }, basis: {} })
  const answer = await here.autosave('zielpersonen', { zp_status_duldung: '4' })
  t.match(answer, { status: 200, json: { conflicts: [], changes: { zp_status_erlaubnis: '3' } } })
  t.match([await stored('117019'), await stored('117019', 'zp_status_erlaubnis')], [{ value: '4' }, { value: '3' }])
})

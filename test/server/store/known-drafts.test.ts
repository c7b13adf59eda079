import { sql } from 'kysely'
import t from 'tap'
import { openPool } from '../../../server/database/pool.ts'
import { hashToken } from '../../../server/domain/session-token.ts'
import { savePage } from '../../../server/forms/save.ts'
import { keepDraft, knownDraft } from '../../../server/store/known-drafts.ts'
import { findVisit } from '../../../server/store/visits.ts'
import { testApp } from '../../support/app.ts'

const place = { wave: 'umfrage-1', unit: '117019' }

t.test('a draft is read again only when it is another one', async (t) => {
  const { login, db, pool } = await testApp(t)
  const elsewhere = openPool(pool.options.connectionString ?? '')
  t.teardown(() => elsewhere.end())
  const visitor = await login('KM')
  const tokenHash = hashToken(visitor.cookie.split('=')[1] ?? '')
  const visitBy = async (server = pool) => {
    const visit = await findVisit(server, tokenHash, place)
    if (visit === undefined) throw new Error('the session is gone')
    return visit
  }
  const save = async (text: string, server = pool) => {
    const visit = await visitBy(server)
    await savePage(server, visit, { rev: visit.rev, whole: false, typed: { im_alpha: text }, basis: {} })
  }
  const read = async (server = pool) => (await visitBy(server)).typed?.im_alpha
  const sneak = (text: string) =>
    db.updateTable('draft_value').set({ value: text }).where('field', '=', 'im_alpha').execute()

  await save('1')
  t.equal(await read(), '1')
  await sneak('0')
  t.equal(await read(), '1', 'what this server saved itself is known to it')
  t.equal(await read(elsewhere), '0', 'another server reads it')

  await save('2', elsewhere)
  t.equal(await read(), '2', 'a revision of another server is read')
  await sneak('0')
  t.equal(await read(), '2', 'once')

  await sneak('3')
  await sql`update draft set saved_at = saved_at - interval '1 hour' where saved_at is not null`.execute(db)
  t.equal(await read(), '3', 'a revision that was saved at another time is another one')
})

t.test('the draft whose use is longest ago is forgotten', async (t) => {
  const pool = openPool('postgres://localhost/none')
  const pinned = { survey: 's', surveyVersion: '1.0.0', stichtag: null, frist: '2019-01-31' }
  const draft = { pinned, rev: 1, savedAt: new Date(), typed: {}, reasons: 0, justifications: null }
  const keep = (unit: number) => keepDraft(pool, { wave: 'w', unit: String(unit) }, draft)
  for (let unit = 0; unit < 2_000; unit += 1) keep(unit)
  keep(0)
  keep(2_000)
  t.equal(knownDraft(pool, { wave: 'w', unit: '0' }), draft)
  t.equal(knownDraft(pool, { wave: 'w', unit: '1' }), undefined)
  t.equal(knownDraft(pool, { wave: 'w', unit: '2000' }), draft)
  t.equal(knownDraft(openPool('postgres://localhost/none'), { wave: 'w', unit: '0' }), undefined)
})

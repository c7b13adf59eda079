import t from 'tap'
import { openPool } from '../../server/database/pool.ts'
import { hashToken } from '../../server/domain/session-token.ts'
import { savePage } from '../../server/forms/save.ts'
import { findVisit } from '../../server/store/visit.ts'
import { amount } from '../support/amount.ts'
import { testApp } from '../support/app.ts'

const writers = 16
const rounds = amount(100, 300)
const edits = amount(15, 40)

t.test(
  'many writers in one field: every text is either stored or shown as a conflict, none is overwritten unseen',
  async (t) => {
    const { login, pool, db } = await testApp(t)
    const visitor = await login('KM')
    const tokenHash = hashToken(visitor.cookie.split('=')[1] ?? '')
    let stored = 0
    let conflicts = 0
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let edit = 0; edit < edits; edit += 1) {
          const visit = await findVisit(pool, tokenHash, { wave: 'umfrage-1', unit: '117019' })
          if (visit === undefined) throw new Error('the session is gone')
          const text = `${writer} ${edit}`
          // As a page that was opened just now, and sends after others may have.
          const page = { rev: visit.rev, whole: false, typed: { im_alpha: text }, basis: {} }
          const outcome = await savePage(pool, visit, page)
          if (outcome.conflicts.length > 0) conflicts += 1
          else stored += 1
        }
      }),
    )
    t.equal(stored + conflicts, writers * edits)
    t.ok(conflicts > 0, `${conflicts} conflicts, so writers did meet`)
    const history = await db
      .selectFrom('draft_change')
      .select(['value', 'rev'])
      .where('field', '=', 'im_alpha')
      .execute()
    t.equal(history.length, stored, 'each stored text is in the history')
    t.equal(new Set(history.map(({ rev }) => rev)).size, stored)
  },
)

t.test('many writers in many fields: all of it is there', async (t) => {
  const { login, pool, db } = await testApp(t)
  const visitor = await login('KM')
  const tokenHash = hashToken(visitor.cookie.split('=')[1] ?? '')
  const fields = ['syrien', 'afghanistan', 'irak', 'eritrea', 'somalia', 'nigeria', 'gambia', 'kamerun'].map(
    (code) => `im_herkunft_${code}`,
  )
  await Promise.all(
    fields.map(async (field) => {
      for (let edit = 1; edit <= edits; edit += 1) {
        const visit = await findVisit(pool, tokenHash, { wave: 'umfrage-1', unit: '117019' })
        if (visit === undefined) throw new Error('the session is gone')
        const page = { rev: visit.rev, whole: false, typed: { [field]: String(edit) }, basis: {} }
        const { conflicts } = await savePage(pool, visit, page)
        t.strictSame(conflicts, [])
      }
    }),
  )
  const values = await db.selectFrom('draft_value').select(['field', 'value']).where('field', 'in', fields).execute()
  t.equal(values.length, fields.length)
  t.ok(values.every(({ value }) => value === String(edits)))
  const changes = await db.selectFrom('draft_change').select('field').where('field', 'in', fields).execute()
  t.equal(changes.length, fields.length * edits)
})

t.test('of two servers that know the same revision one saves, and the other learns of it', async (t) => {
  const { login, pool, db } = await testApp(t)
  const visitor = await login('KM')
  const tokenHash = hashToken(visitor.cookie.split('=')[1] ?? '')
  const place = { wave: 'umfrage-1', unit: '117019' }
  const servers = [pool, openPool(pool.options.connectionString ?? '')] as const
  t.teardown(() => servers[1].end())

  for (let round = 1; round <= rounds; round += 1) {
    const visit = await findVisit(pool, tokenHash, place)
    if (visit === undefined) throw new Error('the session is gone')
    const outcomes = await Promise.all(
      servers.map((server, index) => {
        const typed = { im_alpha: `${round} ${index}` }
        return savePage(server, visit, { rev: visit.rev, whole: false, typed, basis: {} })
      }),
    )
    const conflicts = outcomes.flatMap((outcome) => outcome.conflicts)
    if (conflicts.length !== 1) t.strictSame(conflicts, [], 'exactly one is asked')
    const stored = await db.selectFrom('draft_value').select('value').where('field', '=', 'im_alpha').execute()
    if (stored[0]?.value !== conflicts[0]?.theirs.value) t.strictSame(stored, conflicts)
  }
  const history = await db.selectFrom('draft_change').select('rev').where('field', '=', 'im_alpha').execute()
  t.equal(history.length, rounds)
})

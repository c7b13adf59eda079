import t from 'tap'
import { openPool } from '../../server/database/pool.ts'
import { hashToken } from '../../server/domain/session-token.ts'
import { savePage } from '../../server/forms/save.ts'
import { knownDraft } from '../../server/store/known-drafts.ts'
import { findVisit, findVisitAndSave } from '../../server/store/visits.ts'
import { testApp } from '../support/app.ts'

const writers = 16
const edits = 40

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

t.test('of two servers that know the same revision one saves at once, and the other learns of it', async (t) => {
  const { login, pool } = await testApp(t)
  const visitor = await login('KM')
  const tokenHash = hashToken(visitor.cookie.split('=')[1] ?? '')
  const place = { wave: 'umfrage-1', unit: '117019' }
  const servers = [pool, openPool(pool.options.connectionString ?? '')] as const
  t.teardown(() => servers[1].end())
  const first = await findVisit(pool, tokenHash, place)
  if (first === undefined) throw new Error('the session is gone')
  await savePage(pool, first, { rev: first.rev, whole: false, typed: { im_alpha: '0' }, basis: {} })

  let both = 0
  let one = 0
  for (let round = 1; round <= 300; round += 1) {
    await Promise.all(servers.map((server) => findVisit(server, tokenHash, place)))
    const found = await Promise.all(
      servers.map((server, index) => {
        const known = knownDraft(server, place)
        if (known === undefined) throw new Error('the draft is not known')
        return findVisitAndSave(server, tokenHash, place, known, { im_alpha: `${round} ${index}` })
      }),
    )
    const saved = found.filter((each) => each.saved !== undefined).length
    if (saved === 2) both += 1
    if (saved === 1) one += 1
  }
  t.equal(both, 0)
  t.ok(one > 250, `${one} of 300 times one of them`)
})

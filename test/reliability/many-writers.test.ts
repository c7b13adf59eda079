import t from 'tap'
import { openPool } from '../../server/database/pool.ts'
import { hashToken } from '../../server/domain/session-token.ts'
import { savePage } from '../../server/forms/save.ts'
import { findVisit } from '../../server/store/visit.ts'
import { amount } from '../support/amount.ts'
import { testApp } from '../support/app.ts'
import { tryRecipe } from './recipe.ts'
import { manyWriters } from './recipes/many-writers.ts'

const rounds = amount(100, 300)

tryRecipe(manyWriters)

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

import { sql } from 'kysely'
import t from 'tap'
import { undoImport } from '../../../server/admindata/undo-import.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { registerFigures } from '../../../server/store/register-figures.ts'
import { admindataWorld, flatFile } from '../../support/admindata.ts'

t.test('in a state figures stay what they were, whatever is imported and undone after it', async (t) => {
  const { owner, pool, load } = await admindataWorld(t)
  const figure = async (state?: number, stichtag: string | null = '2018-12-31') =>
    (await registerFigures(pool, ['117019'], ['einwohner'], { stichtag, ...(state !== undefined && { state }) }))
      .get('117019')
      ?.get('einwohner')?.value
  const states: number[] = []
  for (const value of [9, 10]) {
    await load(`${value}.csv`, flatFile({ key: '08117019', value }))
    states.push((await readSnapshot(pool)).state)
  }
  const [first, second] = states
  t.equal(await figure(), 10)
  t.strictSame([await figure(first), await figure(second), await figure(0)], [9, 10, undefined])
  await undoImport(pool, 2, null)
  t.equal(await figure(), 9)
  t.strictSame([await figure(first), await figure(second)], [9, 10])

  await load('today.csv', flatFile({ key: '08117019', value: 11, time: '2025-12-31' }))
  const { state } = await readSnapshot(pool)
  await owner.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`update data_state set at = '2019-02-03' where number <= ${state}`.execute(trx)
  })
  t.equal(await figure(state, null), 9, 'without a day that of the state, not today')
  t.equal(await figure(undefined, null), 11)
})

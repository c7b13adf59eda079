import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { loadDemo } from '../../../server/demo/load.ts'
import { divide } from '../../../server/demo/steps.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('a wave that is real is left alone', async (t) => {
  const { db, pool } = await freshDatabase(t)
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  await db
    .insertInto('wave')
    .values({
      id: 'umfrage-0',
      survey: 'umfrage-0',
      survey_version: '1.0.0',
      survey_hash: '',
      stichtag: null,
      frist: '2030-01-01',
    })
    .execute()
  await t.rejects(
    loadDemo({ config: read.config, keys: deriveKeys('x'.repeat(40)), db, pool }, () => {}),
    { message: /keine Demo/ },
  )
})

t.test('numbers are divided without a rest', async (t) => {
  t.strictSame(divide(10, [1, 1, 1], [10, 10, 10]), [4, 3, 3])
  t.strictSame(divide(10, [1, 1, 0], [2, 3, 10]), [2, 3, 5])
  t.strictSame(divide(0, [1, 2], [0, 0]), [0, 0])
})

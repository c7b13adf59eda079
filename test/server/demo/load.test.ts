import { readFile } from 'node:fs/promises'
import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { loadDemo } from '../../../server/demo/load.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { Random } from '../../../server/demo/random.ts'
import { divide, inventNumbers } from '../../../server/demo/steps.ts'
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

t.test('who is new in a list takes room, and the others keep their proportions', async (t) => {
  const file = new URL('../../../server/demo/profiles/folgewelle.json', import.meta.url)
  const profile = readProfile(JSON.parse(await readFile(file, 'utf8')))
  const shares = { alt: 0.3, auch: 0.2, neu: 0.5 }
  const steps = [{ split: 'gruppe', of: 'einwohner', shares, occurs: {}, change: {}, arriving: ['neu'] }]
  const earlier = new Map(Object.entries({ gruppe_alt: 30, gruppe_auch: 10 }))
  const facts = { unit: '117019', name: 'Eislingen', einwohner: 4000, gemeinden: [], earlier }
  const numbers = inventNumbers({ ...profile, slip: 0, steps }, facts, new Random('neu'))
  const [alt = 0, auch = 0, neu = 0] = ['alt', 'auch', 'neu'].map((code) => numbers.get(`gruppe_${code}`))
  t.equal(alt + auch + neu, 4000)
  t.ok(neu > 1000 && neu < 3000, `${neu} are new`)
  t.ok(alt / auch > 2 && alt / auch < 4.5, `${alt} and ${auch} as before`)
})

import { join } from 'node:path'
import t from 'tap'
import { deriveKeys } from '../../server/boot/keys.ts'
import { compile } from '../../surveys/compile/compile.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { type Contender, startContender } from './contender.ts'
import { fire, type Shot } from './fire.ts'
import { largeQuestionnaire } from './questionnaire.ts'
import { rows } from './rows.ts'
import { makeWorld } from './world.ts'

// Nobody waits for the bench, so nobody sees that the product answers something else than what is measured. Every row does
// its work here once, for two Kommunen.

const secret = 'x'.repeat(40)
const { url, owner } = await freshDatabase(t)
const env = { DATABASE_URL: url, STICHTAG_SECRET: secret }
const folder = t.testdir({})
const world = await makeWorld(owner, deriveKeys(secret), compile(largeQuestionnaire()), 2)
const ours = await startContender('stichtag', env, join(folder, 'stichtag.log'))
t.teardown(() => ours.end())

/** A row may ask for the same page thousands of times; the first few answers say as much. */
const enough = 10
const once = ({ url }: Contender, shots: readonly Shot[], status: number) =>
  fire(url, shots.slice(0, enough), Math.min(shots.length, enough), status)

for (const row of rows)
  t.test(`${row.name}: both sides do the work and answer as they should`, async (t) => {
    const prepared = await row.prepare(world, ours, folder)
    const bare = await startContender(
      row.bare,
      { ...env, DATABASE_URL: owner.url, ...prepared.env },
      join(folder, `${row.bare}.log`),
    )
    t.teardown(() => bare.end())
    await t.resolves(once(ours, prepared.ours(0), prepared.status.ours))
    await t.resolves(once(bare, prepared.bare(0), prepared.status.bare))
    await t.resolves(prepared.verify())
  })

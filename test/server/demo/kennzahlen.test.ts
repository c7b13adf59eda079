import { sql } from 'kysely'
import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { patient } from '../../../server/database/pool.ts'
import { loadFunding } from '../../../server/demo/load-funding.ts'
import { loadKennzahlen } from '../../../server/demo/load-kennzahlen.ts'
import { loadVerbuende } from '../../../server/demo/load-verbuende.ts'
import { Forms } from '../../../server/forms/form.ts'
import { importShippedRegistry } from '../../../server/registry/import-registry.ts'
import { figuresOfKreis } from '../../../server/rollup/figures-of-kreis.ts'
import { registerReader } from '../../../server/store/register.ts'
import { addAccount } from '../../../server/store/staff-accounts.ts'
import { listWaves } from '../../../server/store/waves.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('figures of three years went up in the demo world, once', async (t) => {
  const { url } = await freshDatabase(t)
  const { db, pool, close } = openDatabase(url, patient)
  t.after(close)
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const context = { config: read.config, keys: deriveKeys('x'.repeat(40)), db, pool }
  await importShippedRegistry(db)
  await loadVerbuende(db)
  await loadFunding(db)
  for (const role of ['feldbuero', 'landkreis'] as const) await addAccount(db, { name: role, role, passwordHash: 'x' })

  await t.rejects(loadKennzahlen(context, AbortSignal.abort()), 'a start may be broken off')
  await loadKennzahlen(context)
  const counts = async () =>
    (
      await sql`select (select count(*) from submission) as given, (select count(*) from roll_up_sign_off) as signed`.execute(
        db,
      )
    ).rows[0]
  const before = await counts()
  await sql`update wave set state = 'open' where id = 'kennzahlen-2024'`.execute(db)
  await loadKennzahlen(context)
  t.strictSame(await counts(), before, 'what was broken off before its end is not done twice')
  const waves = (await listWaves(db)).map(({ id, state, synthetic }) => `${id} ${state} ${synthetic}`)
  const closed = ['2023', '2024', '2025'].flatMap((year) =>
    ['kennzahlen', 'kennzahlen-traeger'].map((survey) => `${survey}-${year} closed true`),
  )
  t.strictSame(waves.sort(), closed.sort())

  const found = await figuresOfKreis(
    { db, register: registerReader(db), forms: new Forms() },
    '117',
    ['2023', '2024', '2025'].map((year) => `kennzahlen-${year}`),
  )
  const standing = (year: number, place: `${string}/${string}`) => {
    const state = found.find(({ read }) => read.year === year)?.read.rolled.states.get(place)
    return state && { status: state.status, missing: state.missing, changedBelow: state.changedBelow }
  }
  t.match(standing(2023, 'empfaenger/117000'), { status: 'signed', missing: ['person/117000-004'] })
  t.match(standing(2023, 'empfaenger/117042'), { status: 'unsigned', missing: ['empfaenger/117042'] }, 'late')
  t.match(standing(2024, 'empfaenger/117000'), { status: 'changed' }, 'corrected after the sign-off')
  t.match(standing(2024, 'kreis/117'), { status: 'signed', missing: [], changedBelow: ['empfaenger/117000'] })
  t.match(standing(2024, 'kreis/116'), { status: 'changed' }, 'signed anew below')
  t.match(standing(2024, 'kreis/225'), { status: 'unsigned' })
  t.match(standing(2025, 'kreis/117'), { status: 'signed', missing: [], changedBelow: [] })
  t.match(standing(2025, 'kreis/136'), { status: 'unsigned' })
  const sums = [2024, 2025].map((year) =>
    found.find(({ read }) => read.year === year)?.state?.signedSums.get('beratungen'),
  )
  t.match(
    sums,
    [
      { from: 25, of: 25 },
      { from: 25, of: 25 },
    ],
    'complete in both, so that years can be compared',
  )
  t.ok((found[0]?.read.rolled.top.sums.get('erreicht')?.missing ?? []).length > 0, 'in other Kreise some are missing')
})

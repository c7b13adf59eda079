import { join } from 'node:path'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { checkLog } from '../../../server/audit/check-log.ts'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { erase, eraseAgain } from '../../../server/persons/erase.ts'
import { restrictRequested } from '../../../server/persons/restrict.ts'
import { runRetention } from '../../../server/retention/run.ts'
import { sealAll } from '../../../server/store/log-seals.ts'
import { addRequest } from '../../../server/store/person-requests.ts'
import { ageLog } from '../../support/age-log.ts'
import { testAppForPersons } from '../../support/app.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { staffAccount } from '../../support/staff.ts'
import { tableSums } from '../../support/table-sums.ts'
import { whereStands } from '../../support/where-stands.ts'

const [cutOff, restricted] = ['117000-001', '117019-001']

/** Two persons have answered: one is cut off, the other restricted, and the oldest of the log goes; with a backup before and one after. */
async function world(t: Test) {
  const app = await testAppForPersons(t)
  const folder = t.testdir({ daten: {} })
  const test = { ...app, config: { ...app.config, dataDir: join(folder, 'daten') } }
  const { db, pool, config, participants } = test
  const { id: by } = await staffAccount(test, 'datenschutz', 'd.eins')
  await ageLog(test)
  for (const unit of [cutOff, restricted]) {
    const visitor = await test.login('KM', unit)
    await visitor.get(`${visitor.home}/abschnitt/person`)
    await visitor.autosave('person', { im_nr: unit, klienten: '21', klienten_kom: 'laut Weiß' })
    t.equal((await visitor.submit()).status, 303)
  }
  await sealAll(db)
  const [before, after] = [join(folder, 'vorher'), join(folder, 'nachher')]
  await makeBackup(pool, { file: before, config, passphrase: undefined })
  const own = (unit: string) => participants.get(unit) ?? 0
  const cut = { ground: 'Art. 17', accountId: by, consentId: null, texts: [], initials: [], cut: [own(cutOff)] }
  t.match(await erase(test, cut), { cut: 1 })
  const of = { kind: 'einschraenkung', receivedOn: '2026-11-02', searched: 'Weiß', by } as const
  const mark = { participantId: own(restricted), extent: 'text', field: 'klienten_kom' } as const
  await restrictRequested(test, { request: await addRequest(db, of), by, ground: 'a', marks: [mark] })
  t.match(await runRetention(test), [{ kind: 'log', rows: 8 }])
  await sealAll(db)
  await makeBackup(pool, { file: after, config, passphrase: undefined })
  return { test, before, after }
}

async function restored(t: Test, file: string) {
  const target = await bareDatabase(t)
  const { head } = await restoreBackup(target.pool, { file, passphrase: undefined })
  return { ...target, anchor: head.log }
}

const standing = async ({ db }: Pick<Awaited<ReturnType<typeof restored>>, 'db'>) => ({
  cutOff: await whereStands(db, cutOff),
  restricted: (await sql`select field, lifted_at from restriction`.execute(db)).rows,
  leaves: (
    await sql`select from submission_in((select max(number) from data_state)) where comments ? 'klienten_kom'`.execute(
      db,
    )
  ).rows.length,
})
/** Of two comments one is left: that of whom nobody can tell any more. */
const wanted = { cutOff: ['public.im_nummer'], restricted: [{ field: 'klienten_kom', lifted_at: null }], leaves: 1 }

t.test('what was cut, restricted and deleted before a backup is so in what comes back of it', async (t) => {
  const { test, after } = await world(t)
  const target = await restored(t, after)
  t.strictSame(await tableSums(target.pool), await tableSums(test.pool))
  t.strictSame(await standing(target), wanted)
  t.strictSame(await eraseAgain(target.db, test.config.dataDir), { lines: 0, texts: 0 }, 'nothing is left to do')
  t.match(await checkLog(target.db, target.anchor), { cut: { number: 8 }, fault: undefined })
  t.match(await runRetention({ ...test, ...target }), [])
  await sealAll(target.db)
  t.match(await checkLog(target.db, target.anchor), { cut: { number: 8 }, fault: undefined }, 'the chain goes on')
})

t.test('what was cut, restricted and deleted after a backup is so again once that is opened', async (t) => {
  const { test, before } = await world(t)
  const target = await restored(t, before)
  t.match(await standing(target), { restricted: [], leaves: 2 })
  t.ok((await whereStands(target.db, cutOff)).length > 1)
  t.match(await eraseAgain(target.db, test.config.dataDir), { lines: 2 })
  t.strictSame(await standing(target), wanted)
  t.match(await checkLog(target.db, target.anchor), { cut: undefined, fault: undefined })
  t.match(await runRetention({ ...test, ...target }), [{ kind: 'log', rows: 8 }])
  await sealAll(target.db)
  t.match(await checkLog(target.db, target.anchor), { cut: { number: 8 }, fault: undefined })
})

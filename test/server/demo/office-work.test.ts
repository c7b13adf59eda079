import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { patient } from '../../../server/database/pool.ts'
import { beginDemo } from '../../../server/demo/load.ts'
import { loadOfficeWork } from '../../../server/demo/load-office-work.ts'
import { loadPapers } from '../../../server/demo/load-papers.ts'
import { standingOfQuery } from '../../../server/queries/standing.ts'
import { listAmendments } from '../../../server/store/amendments.ts'
import { openApprovals } from '../../../server/store/approvals.ts'
import { listPapers } from '../../../server/store/paper-entries.ts'
import { findQueries } from '../../../server/store/queries.ts'
import { listAccounts } from '../../../server/store/staff-accounts.ts'
import { dayFromToday } from '../../../server/store/waves.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('the office of the demo world has asked back, corrected and typed papers, once', async (t) => {
  const { url } = await freshDatabase(t)
  const { db, pool, close } = openDatabase(url, patient)
  t.after(close)
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const context = { config: read.config, keys: deriveKeys('x'.repeat(40)), db, pool }
  await beginDemo(context)
  const seen = async () => {
    const today = await dayFromToday(db, 0)
    const queries = await findQueries(db, { wave: 'umfrage-4' })
    const amendments = await listAmendments(db, { wave: 'umfrage-4', account: undefined })
    const [account] = await listAccounts(db)
    const papers = await listPapers(db, 'umfrage-4', account?.id ?? 0)
    return {
      papers: papers.map(({ begun, done, takenAt }) => [begun, done, takenAt !== null]).sort(),
      queries: queries.map((query) => `${query.about.name} ${standingOfQuery(query, today)}`).sort(),
      amendments: amendments.map(({ field, objection, undoneBy }) => [field, objection.slice(0, 11), undoneBy]),
      waiting: (await openApprovals(db, 'umfrage-4')).map(({ act, proposer }) => [act, proposer]),
    }
  }
  await loadOfficeWork(context)
  await loadPapers(context)
  const first = await seen()
  t.strictSame(first, {
    papers: [
      [0, 0, true],
      [1, 0, false],
      [1, 1, false],
      [2, 2, false],
    ],
    queries: ['im_plan overdue', 'zp_alter closed', 'zp_gesamt open', 'zp_status answered', 'zp_weggezogen answered'],
    amendments: [
      ['zp_weggezogen', 'Erfundener ', null],
      ['zp_zugezogen', '', null],
      ['zp_zugezogen', '', 'feldbuero'],
    ],
    waiting: [['amend', 'feldbuero']],
  })
  await loadOfficeWork(context)
  await loadPapers(context)
  t.strictSame(await seen(), first)
})

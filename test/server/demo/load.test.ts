import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { readConfig } from '../../../server/config.ts'
import { demoNotice, loadDemo } from '../../../server/demo/load.ts'
import { divide } from '../../../server/demo/steps.ts'
import { hashAccessCode } from '../../../server/domain/access-code.ts'
import { deriveKeys } from '../../../server/keys.ts'
import { findByCode } from '../../../server/store/access-codes.ts'
import { readRegister } from '../../../server/store/register.ts'
import { listWaves } from '../../../server/store/waves.ts'
import { readCells } from '../../../surveys/cell.ts'
import { findingsOf } from '../../../surveys/finding.ts'
import { loadInstrument } from '../../../surveys/load.ts'
import { obstacles, rawOf } from '../../../surveys/submission.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('the demo world: about 700 answers that fit or are justified, and three codes that work', async (t) => {
  t.setTimeout(120_000)
  const { db, pool } = await freshDatabase(t)
  const dataDir = t.testdir({})
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: dataDir })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const context = { config: read.config, keys: deriveKeys('x'.repeat(40)), db, pool }
  await loadDemo(context, () => {})
  const [wave] = await listWaves(db)
  t.match(wave, { id: 'umfrage-1', synthetic: true, open: true, participants: 1101 })
  t.ok(Number(wave?.submitted) > 650 && Number(wave?.submitted) < 750, `${wave?.submitted} submissions`)

  const instrument = await loadInstrument('umfrage-1')
  if (instrument === undefined) throw new Error('umfrage-1 is missing')
  const register = await readRegister(db)
  const rows = await db
    .selectFrom('submission')
    .innerJoin('participant', 'participant.id', 'submission.participant_id')
    .select(['unit', 'answers', 'comments', 'justifications'])
    .execute()
  let justified = 0
  for (const row of rows) {
    const raw = rawOf(row)
    const findings = findingsOf(instrument, raw, readCells(instrument, raw), { unit: row.unit, register })
    t.strictSame(obstacles(findings, row.justifications), [], row.unit)
    if (row.justifications.length > 0) justified += 1
  }
  const share = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).length / rows.length
  t.ok(justified / rows.length > 0.05 && justified / rows.length < 0.6, `${justified} with justifications`)
  t.ok(share(({ answers }) => answers.zp_status_nv === true) > 0.04, 'not available is there')
  t.ok(share(({ answers }) => answers.zp_gesamt === undefined) < 0.05, 'blanks are rare')
  t.ok(share(({ comments }) => Object.keys(comments).length > 0) > 0.1, 'comments are there')

  const lines = await demoNotice(context)
  const codes = JSON.parse(await readFile(join(dataDir, 'demo-zugangscodes.json'), 'utf8'))
  t.equal(codes.length, 3)
  for (const { code } of codes) {
    t.ok(lines.some((line) => line.includes(code)))
    t.ok(await findByCode(db, await hashAccessCode(code, context.keys.accessCode)))
  }

  await loadDemo(context, () => {})
  t.strictSame(await demoNotice(context), lines, 'loading again changes nothing')
})

t.test('a wave that is real is left alone', async (t) => {
  const { db, pool } = await freshDatabase(t)
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  await db
    .insertInto('wave')
    .values({
      id: 'umfrage-1',
      survey: 'umfrage-1',
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

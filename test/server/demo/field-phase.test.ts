import { readdir } from 'node:fs/promises'
import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { patient } from '../../../server/database/pool.ts'
import { beginDemo } from '../../../server/demo/load.ts'
import { loadAddresses } from '../../../server/demo/load-addresses.ts'
import { loadFieldPhase } from '../../../server/demo/load-field-phase.ts'
import { askedWave } from '../../../server/field/asked-wave.ts'
import { participantsOf } from '../../../server/field/participants-of.ts'
import { readResponse } from '../../../server/field/read-response.ts'
import { standings } from '../../../server/field/standing.ts'
import { Forms } from '../../../server/forms/form.ts'
import { listKeptMails } from '../../../server/mail/mailbox.ts'
import { openApprovals } from '../../../server/store/approvals.ts'
import { countByState, listMails } from '../../../server/store/dispatches.ts'
import { listJobs } from '../../../server/store/jobs.ts'
import { numbersOfSurvey } from '../../../server/store/last-wave.ts'
import { registerReader } from '../../../server/store/register.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { until } from '../../support/until.ts'

t.test('a wave in mid-field, of which nothing counts', async (t) => {
  const { url } = await freshDatabase(t)
  const { db, pool, close } = openDatabase(url, patient)
  t.after(close)
  const dataDir = t.testdir({})
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: dataDir })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const context = { config: read.config, keys: deriveKeys('x'.repeat(40)), db, pool }
  await beginDemo(context)
  await loadAddresses(db)
  const ending = new AbortController()
  const begun = loadFieldPhase(context, ending.signal)
  await until(async () => (await listJobs(db)).length > 3)
  ending.abort()
  await t.rejects(begun, 'broken off in its middle')
  t.ok((await listJobs(db)).length < 9)
  await loadFieldPhase(context)

  const found = await participantsOf(context, 'feldphase', undefined)
  const states = new Set(found?.participants.map(({ state }) => state))
  const { 'nicht-angeschrieben': _nobody, ...expected } = standings
  t.strictSame([...states].sort(), Object.keys(expected).sort())
  t.equal(found?.participants.filter(({ frist }) => frist !== null).length, 3)
  t.ok(found?.participants.some(({ notes }) => notes > 0))
  const asked = await askedWave({ db, forms: new Forms() }, 'feldphase')
  if (asked === undefined) throw new Error('the wave is missing')
  const needed = { ...context, forms: new Forms(), register: registerReader(db) }
  const { picture } = await readResponse(needed, asked, { account: undefined, days: 7 })
  t.ok(picture.still.length > 0 && picture.still.length < picture.begun + picture.ready, 'some drafts stand still')
  t.ok((picture.working.whole?.middle ?? 0) > 10, 'typed field by field')
  t.equal(picture.last?.wave, 'umfrage-1')
  t.match(await openApprovals(db, 'umfrage-1'), [{ act: 'extend', proposer: 'feldbuero' }])
  const counts = await countByState(db, { wave: 'feldphase' })
  for (const state of ['sent', 'refused', 'returned', 'uncertain'] as const) t.ok(counts[state], state)
  const kinds = new Set((await listMails(db, { most: 1000 })).map(({ template }) => template))
  t.strictSame(
    [...kinds].sort(),
    [
      ...['dank', 'einladung', 'erinnerung', 'erinnerung-begonnen', 'erinnerung-fertig', 'erinnerung-nicht-geoeffnet'],
      ...['erinnerung-fast-fertig', 'letzter-tag', 'neuer-zugangscode', 'verlaengerung'],
    ].toSorted(),
  )
  const { mails } = await listKeptMails(read.config.mail.folder, 200)
  t.ok(mails.length > 80)
  t.ok(
    mails.every(({ to }) => /\.example>?$/.test(to)),
    'to nobody who exists',
  )
  t.ok((await numbersOfSurvey(db, 'umfrage-1')).size < 5, 'nothing of it stands beside the fields of a later wave')

  const authors = await db.selectFrom('contact.field_note').select('account_id').distinct().execute()
  t.equal(authors.length, 2, 'notes of two accounts of the office')

  await loadFieldPhase(context)
  t.equal((await readdir(read.config.mail.folder)).length, mails.length, 'once')
})

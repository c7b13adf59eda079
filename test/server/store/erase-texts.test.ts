import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import type { TextAddress } from '../../../server/persons/text-address.ts'
import { type Erasure, eraseTexts as eraseInTransaction } from '../../../server/store/erase-texts.ts'
import { findTexts } from '../../../server/store/person-texts.ts'
import { newestSubmission } from '../../../server/store/submissions.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { tableSums } from '../../support/table-sums.ts'
import { whereStands } from '../../support/where-stands.ts'

const eraseTexts = (db: TestApp['db'], erasure: Erasure) =>
  db.transaction().execute((trx) => eraseInTransaction(trx, erasure))

const home = '/erhebung/umfrage-1/117019'
const erasureOf = (texts: readonly TextAddress[], at = new Date()): Erasure => ({
  id: randomUUID(),
  at,
  ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO',
  accountId: null,
  consentId: null,
  request: null,
  texts,
  initials: [],
  cut: [],
})

/** Somebody has written a name wherever one can write, submitted, corrected, and was late once. */
async function withPerson(test: TestApp, name: string): Promise<void> {
  const visitor = await test.login('KM')
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '12', im_alpha_kom: `${name} hat gezählt` })
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha_kom: `laut ${name}` })
  if ((await visitor.submit()).status !== 303) throw new Error('not submitted')
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '13' })
  if ((await visitor.submit()).status !== 303) throw new Error('not submitted again')
  await visitor.get(`${home}/abschnitt/sprache`)
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(test.db)
  await visitor.autosave('sprache', { im_alpha_kom: `spät: ${name}`, im_sprache_a: '7' })
}

t.test('a name is erased wherever it stands, and nothing else changes', async (t) => {
  const test = await testApp(t)
  const { db, pool, owner } = test
  await withPerson(test, 'Jürgen Weiß')
  const found = await findTexts(db, { term: 'jürgen weiß' })
  t.strictSame(
    found.map(({ table, column, field }) => `${table}.${column} ${field}`),
    [
      'public.answer_page.typed im_alpha_kom',
      'public.submission.comments im_alpha_kom',
      'public.submission.comments im_alpha_kom',
      'public.answer_change.value im_alpha_kom',
      'public.answer_value.value im_alpha_kom',
      'public.answer_change.value im_alpha_kom',
    ],
  )
  t.match(found, [{ wave: 'umfrage-1', unit: '117019' }])
  t.strictSame((await findTexts(db, { term: 'Ju\u0308rgen' })).length, found.length, 'however its letters are composed')
  t.strictSame(await findTexts(db, { term: '%' }), [])

  const before = await tableSums(owner.pool)
  await t.rejects(sql`update submission set comments = '{}'`.execute(owner.db), /append-only/)
  t.strictSame(await eraseTexts(db, erasureOf(found)), {
    texts: 6,
    participants: 1,
    submissions: 2,
    initials: 0,
    cut: 0,
  })
  t.strictSame(await findTexts(db, { term: 'Weiß' }), [])
  t.strictSame(await whereStands(db, 'Jürgen'), [])
  const after = await tableSums(owner.pool)
  const changed = Object.keys(after).filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]))
  t.strictSame(changed, [
    'public.answer_change',
    'public.answer_page',
    'public.answer_value',
    'public.data_state',
    'public.draft',
    'public.draft_change',
    'public.draft_value',
    'public.erasure',
    'public.parked_page',
    'public.session',
    'public.submission',
  ])
  await t.rejects(
    sql`update submission set comments = '{}'`.execute(owner.db),
    /append-only/,
    'only while it is erased',
  )

  const marks = await db
    .selectFrom('erasure')
    .select(['holds', 'ground', 'texts', 'content_hash'])
    .orderBy('id')
    .execute()
  t.match(marks, [{ holds: 'text', texts: 4, content_hash: null }, { texts: 1 }, { texts: 1, ground: /Art\. 17/ }])
  const newest = await newestSubmission(pool, test.participants.get('117019') ?? 0)
  t.equal(marks.filter(({ content_hash }) => content_hash === newest?.contentHash).length, 1)
})

t.test('what was submitted is still known as submitted, and a second click stores nothing', async (t) => {
  const test = await testApp(t)
  await withPerson(test, 'Jürgen Weiß')
  await eraseTexts(test.db, erasureOf(await findTexts(test.db, { term: 'Weiß' })))
  const back = await test.login('KM')
  t.match((await back.get(home)).words, /Abgesendet|abgesendet/)
  t.notMatch((await back.get(home)).words, /seitdem geändert/)
  t.equal((await back.submit()).status, 303)
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from submission`.execute(test.db)
  t.strictSame(rows, [{ n: 2 }])
})

t.test('what was typed after an erasure stays, and what is not there any more leaves no mark', async (t) => {
  const test = await testApp(t)
  await withPerson(test, 'Jürgen Weiß')
  const found = await findTexts(test.db, { term: 'Weiß' })
  await eraseTexts(test.db, erasureOf(found))
  const until = new Date()
  t.strictSame(await eraseTexts(test.db, erasureOf(found, until)), {
    texts: 0,
    participants: 0,
    submissions: 0,
    initials: 0,
    cut: 0,
  })
  const visitor = await test.login('KM')
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha_kom: 'Weiß es jetzt genauer' })
  t.strictSame(await eraseTexts(test.db, erasureOf(found, until)), {
    texts: 0,
    participants: 0,
    submissions: 0,
    initials: 0,
    cut: 0,
  })
  t.equal((await findTexts(test.db, { term: 'genauer' })).length, 2)
  t.equal((await test.db.selectFrom('erasure').select('id').execute()).length, 3)
})

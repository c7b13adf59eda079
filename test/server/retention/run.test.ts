import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import t, { type Test } from 'tap'
import { mailFile } from '../../../server/mail/folder-transport.ts'
import { otherPlaces, textPlaces } from '../../../server/persons/places.ts'
import { assertKinds } from '../../../server/retention/assert-kinds.ts'
import { type Due, findDue } from '../../../server/retention/due.ts'
import {
  lasting,
  logRule,
  type SiteKind,
  siteKinds,
  type Terms,
  type WaveKind,
  waveKinds,
} from '../../../server/retention/rules.ts'
import { nightlyRetention, runRetention } from '../../../server/retention/run.ts'
import { siteGoals, waveGoals } from '../../../server/store/retention.ts'
import { listTerms, noteOffer, setTerms } from '../../../server/store/retention-terms.ts'
import { createWave } from '../../../server/store/waves.ts'
import { type TestApp, testAppFor } from '../../support/app.ts'
import { newWave, published } from '../../support/published.ts'
import { staffAccount } from '../../support/staff.ts'
import { tableSums } from '../../support/table-sums.ts'

t.test('every table that can hold something about a person has a rule', async (t) => {
  const ruled = new Set([
    ...waveKinds.flatMap((kind) => waveGoals[kind]('').map(({ table }) => table)),
    ...siteKinds.flatMap((kind) => siteGoals[kind](0).map(({ table }) => table)),
    ...lasting.flatMap(({ tables }) => tables),
    ...logRule.tables,
  ])
  const held = [
    ...textPlaces.map(({ table }) => table),
    ...otherPlaces.map(({ column }) => column.replace(/\.\w+$/, '')),
  ]
  // The pieces of an upload and of a scan, and the parts of what was computed, go with it.
  ruled.add('staff.upload_piece').add('contact.paper_scan_piece').add('public.computation_part')
  // What a Rückfrage is about goes with what was said to it.
  held.push('contact.query')
  t.strictSame(
    [...new Set(held)].filter((table) => !ruled.has(table)),
    [],
  )
  t.strictSame(
    [...ruled].filter((table) => !held.includes(table)),
    [],
  )
})

const typed = {
  kontakt_name: 'Jürgen Weiß',
  kontakt_mail: 'weiss@example.org',
  kommune: 'Eislingen, Fils',
}

/** Wave umfrage-0 is over: Eislingen has handed in, Göppingen has not. Wave `weiter` runs, with the same in it. */
async function world(t: Test, env: Record<string, string> = {}): Promise<TestApp> {
  const test = await testAppFor(t, 'umfrage-0', env)
  const { db } = test
  for (const [unit, submits] of [
    ['117019', true],
    ['117026', false],
  ] as const) {
    const visitor = await test.login('KM', unit)
    visitor.home = `/erhebung/umfrage-0/${unit}`
    await visitor.get(`${visitor.home}/abschnitt/kontakt`)
    await visitor.save('kontakt', typed)
    if (submits) t.equal((await visitor.submit()).status, 303)
  }
  const other = await createWave(db, { ...newWave(await published('umfrage-0'), ['117019', '117026']), id: 'weiter' })
  for (const [place, { id }] of other.entries()) {
    const from = test.participants.get(place === 0 ? '117019' : '117026') ?? 0
    await sql`insert into contact.editor (participant_id, label) values (${id}, 'AB')`.execute(db)
    await sql`insert into access_code (hash, participant_id) values (${Buffer.from([place])}, ${id})`.execute(db)
    await sql`insert into contact.respondent (participant_id, field, value)
      values (${id}, 'kontakt_name', 'Anna')`.execute(db)
    await sql`insert into draft_value (participant_id, field, value, rev, contact)
      select ${id}, field, value, rev, contact from draft_value
      where participant_id = ${from} and rev > 0`.execute(db)
    await sql`insert into draft_change (participant_id, field, value, rev, contact)
      select ${id}, field, value, rev, contact from draft_change
      where participant_id = ${from} and rev > 0`.execute(db)
  }
  await sql`update wave set frist = (now() - interval '30 days')::date, stichtag = null where id = 'umfrage-0'`.execute(
    db,
  )
  await setTerms(db, 'umfrage-0', onlyAfter({}))
  return test
}

/** Terms by which nothing ends but what is named. */
const onlyAfter = (days: Partial<Record<WaveKind, number>>): Omit<Terms, 'origin'> => {
  const term = (kind: WaveKind) => ({ days: days[kind] ?? null, archive: false })
  return { contact: term('contact'), drafts: term('drafts'), initials: term('initials'), codes: term('codes') }
}

/** What is in these is in one of their parts. */
const beside = new Set(['public.draft_value', 'public.draft_change', 'public.parked_page'])

/** The tables in which something else stands than before, and how many rows went of each. */
async function changes(test: TestApp, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await tableSums(test.pool)
  await work()
  const after = await tableSums(test.pool)
  const rows = (sums: typeof before, table: string) => Number.parseInt(sums[table] ?? '', 10)
  return Object.fromEntries(
    Object.keys(before)
      .filter((table) => before[table] !== after[table] && !beside.has(table))
      .map((table) => [table, rows(before, table) - rows(after, table)]),
  )
}

const rowsOf = async (db: TestApp['db'], text: string) =>
  (await sql<{ rows: number }>`select count(*)::integer as rows from ${sql.raw(text)}`.execute(db)).rows[0]?.rows

/** What changes besides: the log tells of the run, a mark of the history that went. */
const noted = { 'public.audit': -1 }
const marked = { 'public.erasure': -1 }

t.test('each term of a wave ends what it names, when it is over, and nothing else', async (t) => {
  const cases: [kind: WaveKind, expected: Record<string, number>][] = [
    // References to the initials become null.
    [
      'initials',
      {
        'contact.editor': 2,
        'contact.draft_value': 0,
        'public.answer_value': 0,
        'public.session': 0,
        'public.submission': 0,
        ...noted,
      },
    ],
    ['contact', { 'contact.respondent': 2, 'contact.draft_value': 4, 'contact.draft_change': 4, ...noted, ...marked }],
    ['drafts', { 'public.answer_value': 1, 'public.answer_change': 1, ...noted, ...marked }],
    ['codes', { 'public.access_code': 2, ...noted }],
  ]
  const test = await world(t)
  const { db } = test
  for (const [kind, expected] of cases) {
    await setTerms(db, 'umfrage-0', onlyAfter({ [kind]: 31 }))
    await setTerms(db, 'weiter', onlyAfter({ [kind]: 0 }))
    t.strictSame(await changes(test, () => runRetention(test)), noted, `${kind}: a day too early`)
    await setTerms(db, 'umfrage-0', onlyAfter({ [kind]: 29 }))
    const due = await findDue(test)
    t.match(due, [{ wave: 'umfrage-0', kind }])
    t.strictSame(await changes(test, () => findDue(test)), {}, 'looking changes nothing')
    let deleted: Due[] | undefined
    t.strictSame(await changes(test, async () => (deleted = await runRetention(test))), expected, kind)
    t.strictSame(deleted, due, 'what is shown before is what happens')
    t.strictSame(await findDue(test), [])
  }
  t.equal(await rowsOf(db, `contact.draft_value where value = 'Jürgen Weiß'`), 2, 'the other wave keeps its own')
  t.equal(await rowsOf(db, `submission`), 1)
})

t.test('a wave that asks Kommunen has no term for the link to a person, and takes none', async (t) => {
  const { db } = await world(t)
  const terms = await listTerms(db, 'umfrage-0')
  t.notOk(terms.some(({ kind }) => kind === 'origin'))
  const origin = { days: 30, archive: false }
  t.throws(() => assertKinds({ origin }, terms), /„origin“.*nur, wo Personen befragt werden/)
  t.doesNotThrow(() => assertKinds({ codes: origin }, terms))
})

t.test('what is kept for a while ends by itself, whatever it belongs to', async (t) => {
  const test = await world(t)
  const { db } = test
  const account = await staffAccount(test, 'forschung')
  const [participant, other] = [test.participants.get('117019') ?? 0, test.participants.get('117026') ?? 0]
  const both = async (
    kind: SiteKind,
    table: string,
    insert: (ago: string) => RawBuilder<unknown>,
    ...ago: string[]
  ) => {
    for (const one of ago) await insert(one).execute(db)
    const due = await findDue(test)
    t.match(due, [{ wave: null, kind, rows: 1 }], kind)
    t.equal(due.length, 1)
    let deleted: Due[] | undefined
    t.strictSame(await changes(test, async () => (deleted = await runRetention(test))), { [table]: 1, ...noted }, kind)
    t.strictSame(deleted, due)
  }
  const page = (contact: boolean, settled: string) => (ago: string) =>
    sql`insert into parked_page (participant_id, section, typed, contact, parked_at, settled_at)
      values (${participant}, 'x', '{}', ${contact}, now() - ${ago}::interval,
        now() - ${settled === '' ? null : settled}::interval)`
  await both('parked', 'public.answer_page', page(false, ''), '91 days', '89 days')
  await both('parked', 'contact.parked_page', page(true, ''), '91 days', '89 days')
  await both('settled', 'public.answer_page', page(false, '25 hours'), '3 days')
  t.equal(await rowsOf(db, 'parked_page'), 2)
  await page(false, '23 hours')('3 days').execute(db)
  await both(
    'sessions',
    'public.session',
    (ago) => sql`insert into session (token_hash, participant_id, ends_at, ended_at, seen_at)
      values (${Buffer.from(ago)}, ${other}, now() + interval '1 hour', now() - ${ago}::interval, now())`,
    '169 hours',
    '167 hours',
  )
  await both(
    'sessions',
    'public.session',
    (ago) => sql`insert into session (token_hash, participant_id, ends_at, seen_at)
      values (${Buffer.from(`o${ago}`)}, ${other}, now() + interval '1 hour', now() - ${ago}::interval)`,
    '170 hours',
    '168 hours',
  )
  await both(
    'staffSessions',
    'staff.session',
    (ago) => sql`insert into staff.session (token_hash, account_id, verified_at, ends_at, seen_at)
      values (${Buffer.from(ago)}, ${account.id}, now(), now() - ${ago}::interval, now())`,
    '169 hours',
    '168 hours 5 minutes',
  )
  await both(
    'figurePlaces',
    'contact.figure_place',
    (ago) => sql`insert into contact.figure_place (participant_id, words, used_at)
      values (${participant}, ${ago}, now() - ${ago}::interval)`,
    '1096 days',
    '1094 days',
  )
  await both(
    'attempts',
    'public.attempt',
    (ago) => sql`insert into attempt values ('zugang', now() - ${ago}::interval, 1)`,
    '16 minutes',
    '14 minutes',
  )
  await both(
    'uploads',
    'staff.upload',
    (ago) => sql`insert into staff.upload (account_id, file_name, settings, uploaded_at)
      values (${account.id}, 'x', '{}', now() - ${ago}::interval)`,
    '61 minutes',
  )
})

t.test('what is to be offered to an archive waits until somebody says what came of it', async (t) => {
  const test = await world(t)
  const { db } = test
  const archived = { codes: { days: 0, archive: true } }
  await setTerms(db, 'umfrage-0', archived)
  t.match(await findDue(test), [{ kind: 'codes', rows: 2, waits: true }])
  t.strictSame(await changes(test, () => runRetention(test)), noted)
  t.equal(await noteOffer(db, { wave: 'umfrage-0', kind: 'drafts', offered: 'taken' }), false, 'not asked for')
  t.equal(await noteOffer(db, { wave: 'umfrage-0', kind: 'codes', offered: 'declined' }), true)
  t.match(await findDue(test), [{ kind: 'codes', rows: 2, waits: false }])
  t.strictSame(await changes(test, () => runRetention(test)), { 'public.access_code': 2, ...noted })
})

t.test('nothing that was invented ever ends with its wave', async (t) => {
  const test = await world(t)
  await setTerms(test.db, 'umfrage-0', onlyAfter({ contact: 0, drafts: 0, initials: 0, codes: 0 }))
  t.equal((await findDue(test)).length, 4)
  await test.db.updateTable('wave').set({ synthetic: true }).execute()
  t.strictSame(await findDue(test), [])
})

t.test('each night one of several servers does it, and says in the log how much', async (t) => {
  const test = await world(t)
  const { db } = test
  await setTerms(db, 'umfrage-0', onlyAfter({ codes: 0 }))
  const told: object[] = []
  const log = { info: (facts: object) => void told.push(facts) }
  const { rows } = await sql<{ day: string }>`select (now() at time zone 'UTC')::date::text as day`.execute(db)
  const [early, night] = [new Date(`${rows[0]?.day}T23:59:00Z`), new Date(`${rows[0]?.day}T12:00:00Z`)]
  t.equal(await nightlyRetention(test, log, early), false, 'before two in the night nothing happens')
  const all = await Promise.all([1, 2, 3].map(() => nightlyRetention(test, log, night)))
  t.strictSame(all.toSorted(), [false, false, true])
  t.equal(await nightlyRetention(test, log, night), false, 'once is enough')
  t.strictSame(told, [{ rows: 2 }])
  const runs = await db.selectFrom('audit').select('detail').where('action', '=', 'retention_run').execute()
  t.strictSame(runs, [{ detail: { rows: 2, counts: [{ wave: 'umfrage-0', kind: 'codes', rows: 2 }], nightly: true } }])
})

/** What the office keeps of both waves and of none, and mails that lie as files, each so many days old. */
async function office(test: TestApp) {
  const { db, config, participants } = test
  const lay = async (message: string, days: number) => {
    const file = join(config.mail.folder, mailFile(message))
    await mkdir(config.mail.folder, { recursive: true })
    await writeFile(file, `To: ${message}\n\nGuten Tag`)
    await utimes(file, new Date(), new Date(Date.now() - days * 86_400_000))
  }
  const { rows } = await sql<{ id: number }>`select id from participant where wave_id = 'weiter' limit 1`.execute(db)
  const asked = [
    ['umfrage-0', participants.get('117019')],
    ['weiter', rows[0]?.id],
  ] as const
  for (const [wave, id] of asked) {
    await sql`insert into job (kind, key, wave_id, state) values ('mail', ${wave}, ${wave}, 'done')`.execute(db)
    await sql`insert into contact.dispatch (participant_id, template, key, way, recipient, state, message_id, job_id)
      select ${id}, 'einladung', 'einladung', 'mail', 'a@b.example', 'sent', ${`<${wave}@b.example>`}, id
      from job where key = ${wave}`.execute(db)
    await sql`insert into contact.field_note (participant_id, kind, text, unfinished, account_id)
      values (${id}, 'call', 'sagt', false, null), (${id}, 'call', 'sag', true, 1)`.execute(db)
    await sql`with asked as (
        insert into contact.query (participant_id, about_kind, about, fields, checks, due_on)
        values (${id}, 'field', 'gkz', '{gkz}', '{}', '2026-01-01') returning id
      ) insert into contact.query_entry (query_id, participant_id, kind, text) select id, ${id}, 'asked', 'Ja?' from asked`.execute(
      db,
    )
    await sql`with scan as (
        insert into contact.paper_scan (participant_id, file_name, media, bytes) values (${id}, 'scan.pdf', 'application/pdf', 1)
        returning id
      ) insert into contact.paper_scan_piece select id, 0, '\\x00' from scan`.execute(db)
    await sql`insert into contact.paper_entry (participant_id, turn, account_id, typed) values (${id}, 1, 1, '{"zp_gesamt": "1"}')`.execute(
      db,
    )
    await sql`insert into contact.delegation (participant_id, sections, said, salt, hash)
      values (${id}, '{sprache}', 'bitte', '\\x00', ${Buffer.from(wave)})`.execute(db)
    await sql`insert into contact.roll_up_said (wave_id, from_level, from_unit, level, unit, figure, kind, text, due_on, account_id)
      values (${wave}, 'kreis', '117', 'empfaenger', '117042', 'vzae', 'asked', 'Ja?', '2026-01-01', 1)`.execute(db)
    await sql`insert into contact.address (unit, recipient, source, wave_id)
      values (${`1170${id}`}, 'Stadt', 'survey', ${wave})`.execute(db)
    await lay(`<${wave}@b.example>`, 30)
  }
  await lay('<probe-alt@b.example>', 8)
  await lay('<probe-neu@b.example>', 6)
}

t.test('what the office keeps of a wave ends with its contact data, the files of its mails too', async (t) => {
  const test = await world(t, { STICHTAG_DATA: t.testdir({}) })
  const { db } = test
  await staffAccount(test, 'feldbuero')
  await office(test)
  await setTerms(db, 'umfrage-0', onlyAfter({ contact: 29 }))
  const due = await findDue(test)
  t.match(due, [
    { wave: 'umfrage-0', kind: 'contact' },
    { wave: null, kind: 'mailFiles', rows: 1 },
  ])
  t.strictSame(await changes(test, () => runRetention(test)), {
    'contact.address': 1,
    'contact.delegation': 1,
    'contact.dispatch': 1,
    'contact.draft_change': 4,
    'contact.draft_value': 4,
    'contact.field_note': 2,
    'contact.paper_entry': 1,
    'contact.paper_scan': 1,
    'contact.paper_scan_piece': 1,
    'contact.query': 1,
    'contact.query_entry': 1,
    'contact.respondent': 2,
    'contact.roll_up_said': 1,
    'public.job': 1,
    ...noted,
    ...marked,
  })
  t.strictSame((await readdir(test.config.mail.folder)).toSorted(), ['probe-neu.eml', 'weiter.eml'])
  t.strictSame(await findDue(test), [])
})

t.test('proposals, and addresses that nobody needs, have a term', async (t) => {
  const test = await world(t)
  const { db } = test
  await sql`insert into staff.approval (act, decided_at, decision) values
    ('open', now() - interval '1096 days', 'agreed'), ('open', now() - interval '1094 days', 'refused')`.execute(db)
  await sql`insert into staff.approval (act, proposed_at) values ('open', now() - interval '1096 days')`.execute(db)
  await sql`insert into contact.address (unit, recipient, source, since) values
    ('117019', 'befragt', 'file', now() - interval '1096 days'), ('117099', 'vergessen', 'file', now() - interval '1096 days'),
    ('117026', 'neu', 'file', now() - interval '1094 days')`.execute(db)
  const gone = await changes(test, () => runRetention(test))
  t.match(gone, { 'staff.approval': 2, 'contact.address': 1, ...noted })
  const rows = await db.selectFrom('contact.address').select('recipient').orderBy('recipient').execute()
  t.strictSame(rows, [{ recipient: 'befragt' }, { recipient: 'neu' }])
  await sql`update wave set state = 'closed', closed_at = now() - interval '1096 days'`.execute(db)
  t.strictSame(await changes(test, () => runRetention(test)), { 'contact.address': 1, ...noted })
})

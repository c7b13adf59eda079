import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { projectRoot } from '../../../server/project-root.ts'
import { extendAll, extendSome, listExtensions, undoExtension } from '../../../server/store/extensions.ts'
import { lateInput } from '../../../server/store/late-input.ts'
import { parkedPages, parkPage } from '../../../server/store/parked-pages.ts'
import { listResponses } from '../../../server/store/responses.ts'
import { listTerms } from '../../../server/store/retention-terms.ts'
import { dayFromToday, findPublicWave, findWave } from '../../../server/store/waves.ts'
import { extensionFaults, whyNotUndone } from '../../../server/waves/extension-faults.ts'
import { testApp } from '../../support/app.ts'

const [eislingen, salach] = ['117019', '117042']

/** A wave whose Frist ended yesterday, with two weeks more for Eislingen. */
async function extended(t: Test) {
  const test = await testApp(t, { stichtag: null })
  const { db, participants } = test
  const [yesterday, later] = [await dayFromToday(db, -1), await dayFromToday(db, 14)]
  await db.updateTable('wave').set({ frist: yesterday }).execute()
  const more = { wave: 'umfrage-1', frist: later, reason: 'Brand im Rathaus' }
  await db.transaction().execute((trx) => extendSome(trx, more, [participants.get(eislingen) ?? 0]))
  return { ...test, yesterday, later }
}

t.test('only who was given more time can still answer', async (t) => {
  const { login, db, later, participants } = await extended(t)
  const own = await login('KM')
  const hub = await own.get(own.home)
  t.match(hub.words, /Ihre Frist ist verlängert: bis \d\d\.\d\d\.\d{4} statt bis/)
  t.match(hub.words, /noch 14 Tage/)
  t.notMatch(hub.words, /Brand im Rathaus/, 'the reason is for the office')
  await own.get(`${own.home}/abschnitt/zielgruppe`)
  t.equal((await own.autosave('zielgruppe', { zp_gesamt: '120' })).status, 200)
  t.match((await own.submit()).location, /quittung/)

  const other = await login('KM', salach)
  t.match((await other.get(other.home)).words, /Die Frist endete mit dem/)
  await other.get(`${other.home}/abschnitt/zielgruppe`)
  await other.autosave('zielgruppe', { zp_gesamt: '7' })
  t.notMatch((await other.submit()).location, /quittung/)
  const { rows } = await sql<{
    unit: string
  }>`select p.unit from submission s join participant p on p.id = s.participant_id`.execute(db)
  t.strictSame(rows, [{ unit: eislingen }])
  const sessions = await db.selectFrom('session').selectAll().execute()
  for (const { id, participant_id: participantId } of sessions) {
    const page = { participantId, sessionId: id, editorId: null, section: 'zielgruppe', contact: false, same: [] }
    await parkPage(db, { ...page, typed: { zp_gesamt: '8' } })
  }
  t.match(await lateInput(db, 'umfrage-1', undefined), [{ unit: salach, late: true }])
  t.match(await parkedPages(db, participants.get(eislingen) ?? 0), [{ late: false }])
  t.match(await findPublicWave(db, 'umfrage-1'), { open: true, over: true })
  t.match((await listResponses(db, 'umfrage-1'))[0], { running: true })
  const [term] = await listTerms(db, 'umfrage-1')
  t.ok(term?.dueAt && term.dueAt > new Date(later), 'a wave ends when its last extension ends')
})

t.test('the page for everybody says that the Frist is over, and that some have more time', async (t) => {
  const { app } = await extended(t)
  const { body } = await app.inject('/erhebungen/umfrage-1')
  t.match(body, /beendet; einzelnen ist sie verlängert/)
  t.match(body, /Mit Zugangscode anmelden/)
})

t.test('no statement asks a wave for its end but the one place that knows of own Fristen', async (t) => {
  const folders = [
    'server/store',
    'server/forms',
    'server/http',
    'server/commands',
    'server/retention',
    'server/export',
  ]
  const sessions =
    /store\/(?:sessions|staff-sessions|staff-accounts|open-forms|retention|visit|delegate-visit|carrier-codes|letter-receivers|new-code)\.ts$/
  const readers: string[] = []
  for (const folder of folders)
    for (const name of await readdir(join(projectRoot, folder), { recursive: true })) {
      const path = join(folder, name)
      if (!name.endsWith('.ts') || path === 'server/store/frist.ts') continue
      const text = await readFile(join(projectRoot, path), 'utf8')
      // A session has an end of its own, `s.ends_at`.
      const found = sessions.test(path) ? /\b(?:w|wave)\.ends_at/ : /\bends_at\b|\bendsAt\b/
      if (found.test(text)) readers.push(path)
    }
  t.strictSame(readers, ['server/http/pages/frame.ts'], 'the frame tells when a session ends')
})

t.test('who has a later day keeps it when all get more time, and gets an earlier one back', async (t) => {
  const { db, later, yesterday, participants } = await extended(t)
  const between = await dayFromToday(db, 3)
  const fristOf = async () =>
    (await db.selectFrom('participant').select('frist').where('unit', '=', eislingen).executeTakeFirstOrThrow()).frist
  await db.transaction().execute((trx) => extendAll(trx, { wave: 'umfrage-1', frist: between, reason: 'für alle' }))
  t.equal(await fristOf(), later)
  const longest = await dayFromToday(db, 30)
  await db.transaction().execute((trx) => extendAll(trx, { wave: 'umfrage-1', frist: longest, reason: 'noch mehr' }))
  t.equal(await fristOf(), null, 'an own Frist is never earlier than that of all')
  const [last, first] = await listExtensions(db, 'umfrage-1')
  if (last === undefined || first === undefined) return t.fail('there are extensions')
  t.match([last.reason, first.reason], ['noch mehr', 'für alle'])
  const wave = await findWave(db, 'umfrage-1')
  t.equal(whyNotUndone(last, wave ?? { frist: '' }, await dayFromToday(db, 0)), '')
  t.match(whyNotUndone(first, wave ?? { frist: '' }, await dayFromToday(db, 0)), /seither noch einmal geändert/)
  await undoExtension(db, { ...last, wave: 'umfrage-1' })
  t.equal(await fristOf(), later)
  t.equal((await findWave(db, 'umfrage-1'))?.frist, between)
  t.ok(participants.size)
  t.match(
    whyNotUndone({ ...first, undoneAt: null }, { frist: between }, await dayFromToday(db, 0)),
    /ist schon vorbei/,
    `back to ${yesterday} nobody can go`,
  )
})

t.test('an own Frist ends at midnight in Berlin on the days when the clock changes', async (t) => {
  const { db } = await testApp(t, { stichtag: null })
  for (const [frist, end] of [
    ['2027-03-27', '2027-03-27T23:00:00.000Z'],
    ['2027-03-28', '2027-03-28T22:00:00.000Z'],
    ['2027-10-30', '2027-10-30T22:00:00.000Z'],
    ['2027-10-31', '2027-10-31T23:00:00.000Z'],
  ] as const) {
    await db.updateTable('participant').set({ frist }).where('unit', '=', salach).execute()
    const { ends_at } = await db
      .selectFrom('participant')
      .select('ends_at')
      .where('unit', '=', salach)
      .executeTakeFirstOrThrow()
    t.equal(ends_at?.toISOString(), end, frist)
  }
})

t.test('what speaks against an extension', async (t) => {
  const wave = { state: 'open', frist: '2026-06-30', stichtag: '2026-05-01' } as const
  const faults = (frist: string, everybody: boolean, more: Partial<Parameters<typeof extensionFaults>[0]> = {}) =>
    extensionFaults({ frist, everybody, wave, today: '2026-06-10', reason: 'Umbau', ...more }).map(
      ({ message }) => message,
    )
  t.strictSame(faults('2026-07-15', true), [])
  t.strictSame(faults('2026-07-15', false), [])
  t.strictSame(faults('2026-06-10', true), [], 'today is the earliest last day')
  t.match(faults('2026-06-09', true), [/09\.06\.2026 ist schon vorbei/])
  t.match(faults('2026-06-30', true), [/schon die Frist/])
  t.match(faults('2026-06-30', false), [/frühestens am Tag danach/])
  t.match(faults('31.6.', true), [/letzten Tag/])
  t.match(faults('2026-02-30', true), [/letzten Tag/])
  t.match(faults('2026-07-15', true, { reason: ' ' }), [/Grund/])
  t.match(faults('2026-07-15', true, { wave: { ...wave, state: 'closed' } }), [/geschlossen/])
  t.match(faults('2026-04-01', true, { today: '2026-03-01' }), [/vor dem Stichtag/])
})

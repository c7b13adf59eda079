import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { hashSlowly, newAccessCode } from '../../../../server/domain/access-code.ts'
import { networkKey } from '../../../../server/domain/network-key.ts'
import { createWave, setWaveState } from '../../../../server/store/waves.ts'
import { amount } from '../../../support/amount.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { newWave, published } from '../../../support/published.ts'
import { Visitor } from '../../../support/visitor.ts'

async function people({ app }: TestApp, count: number): Promise<Visitor[]> {
  const all = Array.from({ length: count }, () => new Visitor(app))
  for (const visitor of all) await visitor.get('/zugang')
  return all
}

const statusesOf = async (answers: Promise<{ status: number }>[]) =>
  [...new Set((await Promise.all(answers)).map(({ status }) => status))].sort()

/** A machine that is too busy says so, and a browser comes again. */
async function logIn(visitor: Visitor, code: string, tries = 20): Promise<{ status: number }> {
  const answer = await visitor.post('/zugang', { code })
  if (answer.status !== 503 || tries === 0) return answer
  await sleep(250)
  return logIn(visitor, code, tries - 1)
}

t.test('200 people behind one address log in at once while another one there guesses', async (t) => {
  const test = await testApp(t)
  const codes = await Promise.all(['117019', '117026', '117042'].map(test.codeFor))
  const [guesser, ...all] = await people(test, 201)
  const guesses = Array.from({ length: 60 }, () => guesser?.post('/zugang', { code: newAccessCode() }))
  const logins = all.map((visitor, place) => logIn(visitor, codes[place % codes.length] ?? ''))
  t.strictSame(await statusesOf(logins), [303])
  await Promise.all(guesses)
})

t.test(
  '10,000 guesses change nothing for a right code, be they like it or not, here or on another instance',
  async (t) => {
    const test = await testApp(t)
    const code = await test.codeFor('117019')
    const [one, other] = [new Visitor(test.app), new Visitor(await test.another())]
    await one.get('/zugang')
    await other.get('/zugang')
    const like = (guess: string) => code.slice(0, 14) + guess.slice(14)
    // As if there had been most of the thousand in this quarter of an hour; and in the next, should it begin meanwhile.
    await sql`insert into attempt select 'zugang', date_bin('15 minutes', now() + q * interval '15 minutes', '2000-01-01'), 980
      from generate_series(0, 1) q`.execute(test.db)
    const counts = new Map<number, number>()
    for (let round = 0; round < amount(200, 10_000); round += 4) {
      const guesses = Array.from({ length: 4 }, newAccessCode).map((guess) => (round % 20 < 4 ? like(guess) : guess))
      for (const { status } of await Promise.all(guesses.map((guess) => one.post('/zugang', { code: guess }))))
        counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    t.comment(JSON.stringify([...counts]))
    t.strictSame([...counts.keys()].sort(), [422, 429])
    t.ok((counts.get(422) ?? 0) < 50, 'a wrong one is told to wait once there were a thousand')
    const wrong = await other.post('/zugang', { code: newAccessCode() })
    t.equal(wrong.status, 429, 'on all instances')
    t.ok(Number(wrong.headers['retry-after']) > 0)
    t.match(wrong.words, /ein richtiger wird trotzdem sofort angenommen/)
    t.notMatch(wrong.words, /gesperrt/)
    for (const visitor of [one, other]) t.equal((await visitor.post('/zugang', { code })).status, 303)
  },
)

t.test(
  'wrong codes that begin alike are told to wait after ten; others are not, and the right one gets in',
  async (t) => {
    const test = await testApp(t)
    const code = await test.codeFor('117019')
    const [visitor = new Visitor(test.app)] = await people(test, 1)
    const guess = () => visitor.post('/zugang', { code: code.slice(0, 5) + newAccessCode().slice(5) })
    for (let round = 0; round < 10; round += 1) t.equal((await guess()).status, 422)
    t.equal((await guess()).status, 429)
    t.equal((await visitor.post('/zugang', { code: newAccessCode() })).status, 422)
    t.equal((await visitor.post('/zugang', { code })).status, 303)
    const kept = JSON.stringify(await test.db.selectFrom('attempt').selectAll().execute())
    t.notMatch(kept, code.slice(0, 4), 'nothing of a code is kept')
  },
)

t.test('a code that a server of before has kept as a slow hash opens its form, and is turned over', async (t) => {
  const test = await testApp(t)
  const code = await test.codeFor('117019')
  const hash = await hashSlowly(code, test.keys.slowAccessCode)
  const kept = () => test.db.selectFrom('access_code').select(['hash', 'slow', 'participant_id']).execute()
  const [before] = await kept()
  await test.db.deleteFrom('access_code').execute()
  const participant = test.participants.get('117019') ?? 0
  await test.db.insertInto('access_code').values({ hash, participant_id: participant, revoked_at: null }).execute()
  const [wrong, ...all] = await people(test, 5)
  t.equal((await wrong?.post('/zugang', { code: newAccessCode() }))?.status, 422)
  t.strictSame(await statusesOf(all.map((visitor) => visitor.post('/zugang', { code }))), [303], 'several at once')
  t.strictSame(await kept(), [before])
  t.equal(before?.slow, false)
  const [again] = await people(test, 1)
  t.equal((await again?.post('/zugang', { code }))?.status, 303)
})

t.test('while there are slow hashes, one network looks for no more than 300 in a quarter of an hour', async (t) => {
  const test = await testApp(t, {}, { TRUST_PROXY: '127.0.0.1' })
  const [old, quick] = [await test.codeFor('117019'), await test.codeFor('117026')]
  const hash = await hashSlowly(old, test.keys.slowAccessCode)
  const participant = test.participants.get('117019') ?? 0
  await test.db.updateTable('access_code').set({ hash, slow: true }).where('participant_id', '=', participant).execute()
  const [guesser = new Visitor(test.app), elsewhere, neighbour] = await people(test, 3)
  const from = { 'x-forwarded-for': '192.0.2.1' }
  t.equal((await guesser.post('/zugang', { code: newAccessCode() }, from)).status, 422)
  await test.db
    .updateTable('attempt')
    .set({ count: 300 })
    .where('key', '=', `zugang ${networkKey('192.0.2.1', test.keys.attempt)}`)
    .execute()
  t.match(await guesser.post('/zugang', { code: old }, from), { status: 429, words: /zu viele Versuche/ })
  t.equal((await neighbour?.post('/zugang', { code: quick }, from))?.status, 303, 'the others are let in')
  t.equal((await elsewhere?.post('/zugang', { code: old }, { 'x-forwarded-for': '192.0.2.2' }))?.status, 303)
})

t.test('slow hashes of a wave that is over keep nobody waiting', async (t) => {
  const test = await testApp(t)
  const [participant] = await createWave(test.db, {
    ...newWave(await published('umfrage-1'), ['117019']),
    id: 'vorbei',
  })
  const hash = await hashSlowly(newAccessCode(), test.keys.slowAccessCode)
  await test.db
    .insertInto('access_code')
    .values({ hash, participant_id: participant?.id ?? 0, revoked_at: null })
    .execute()
  await setWaveState(test.db, 'vorbei', 'closed')
  const [visitor] = await people(test, 1)
  t.equal((await visitor?.post('/zugang', { code: newAccessCode() }))?.status, 422)
  const counted = await test.db.selectFrom('attempt').select('key').execute()
  t.notOk(
    counted.some(({ key }) => key === `zugang ${networkKey('127.0.0.1', test.keys.attempt)}`),
    'nothing was looked for at length',
  )
})

import t, { type Test } from 'tap'
import { hashAccessCode, hashSlowly, newAccessCode } from '../../server/domain/access-code.ts'
import { cost } from '../../server/domain/password.ts'
import { storeCodes } from '../../server/store/access-codes.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import { amount } from '../support/amount.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { password, staffAccount } from '../support/staff.ts'
import { Visitor } from '../support/visitor.ts'

const rounds = amount(7, 15)
/** A page without a slow hash is made in so short a time that chance weighs more. */
const quickRounds = amount(41, 151)
/** Far more than chance makes of equal work, far less than looking a code up without hashing it would. */
const mostRatio = 1.5

/**
 * Does each of these in turn, many times over, and holds the medians of their times against each other: of the time that they
 * have a processor, so that a busy neighbour changes nothing.
 */
async function takeEquallyLong(
  t: Test,
  db: TestApp['db'],
  kinds: Record<string, () => Promise<unknown>>,
  howOften = rounds,
) {
  const times: Record<string, number[]> = {}
  for (let round = 0; round <= howOften; round += 1) {
    // Each is the first as often as the others: what the one before left to be tidied up is not always the same one's.
    const inTurn = Object.entries(kinds)
    for (const [kind, act] of [...inTurn.slice(round % inTurn.length), ...inTurn.slice(0, round % inTurn.length)]) {
      await db.deleteFrom('attempt').execute()
      const began = process.cpuUsage()
      await act()
      const { user, system } = process.cpuUsage(began)
      if (round > 0) times[kind] = [...(times[kind] ?? []), (user + system) / 1_000]
    }
  }
  const medians = Object.fromEntries(
    Object.entries(times).map(([kind, all]) => [kind, all.sort((a, b) => a - b)[Math.floor(howOften / 2)] ?? 0]),
  )
  const ratio = Math.max(...Object.values(medians)) / Math.min(...Object.values(medians))
  t.ok(ratio < mostRatio, `${JSON.stringify(medians)}, ratio ${ratio.toFixed(2)}`)
}

t.test('an unknown name, a wrong password and a right one take the same time, and so do their codes', async (t) => {
  const test = await testApp(t)
  await staffAccount(test, 'forschung', 'forschung', cost)
  const visitor = new Visitor(test.app)
  await visitor.get('/intern/anmelden')
  const tries: Record<string, [name: string, kennwort: string]> = {
    unknown: ['niemand', password],
    wrong: ['forschung', 'ganz falsches Kennwort'],
    right: ['forschung', password],
  }
  const typed = (name: string, kennwort: string) => visitor.post('/intern/anmelden', { name, kennwort })
  await takeEquallyLong(
    t,
    test.db,
    Object.fromEntries(Object.entries(tries).map(([kind, both]) => [kind, () => typed(...both)])),
  )

  const waiting: [string, Visitor][] = []
  for (const [kind, [name, kennwort]] of Object.entries(tries)) {
    const person = new Visitor(test.app)
    await person.get('/intern/anmelden')
    await person.post('/intern/anmelden', { name, kennwort })
    waiting.push([kind, person])
  }
  for (const [code, howOften] of [
    ['000000', quickRounds],
    ['0000-0000-0000-0000', rounds],
  ] as const) {
    const acts = waiting.map(([kind, person]) => [kind, () => person.post('/intern/anmelden/code', { code })])
    await takeEquallyLong(t, test.db, Object.fromEntries(acts), howOften)
  }
})

t.test('a wrong, a replaced and an expired code take the same time', async (t) => {
  const { app, db, keys, replaceCode } = await testApp(t)
  const replaced = await replaceCode('117026')
  await replaceCode('117026')
  const expired = newAccessCode()
  const participantId = await closedWave()
  await storeCodes(db, [{ participantId, hash: hashAccessCode(expired, keys.accessCode) }])

  const visitor = new Visitor(app)
  await visitor.get('/zugang')
  const wrong = (code: () => string) => async () =>
    t.equal((await visitor.post('/zugang', { code: code() })).status, 422)
  const kinds = { unknown: wrong(newAccessCode), replaced: wrong(() => replaced), expired: wrong(() => expired) }
  await takeEquallyLong(t, db, kinds, quickRounds)

  // The same where codes of a wave that is over are kept as a slow hash: for them nobody waits.
  const slow = newAccessCode()
  const hash = await hashSlowly(slow, keys.slowAccessCode)
  await db.updateTable('access_code').set({ hash, slow: true }).where('participant_id', '=', participantId).execute()
  await takeEquallyLong(t, db, { ...kinds, expired: wrong(() => slow) }, quickRounds)

  async function closedWave(): Promise<number> {
    const [participant] = await createWave(db, {
      id: 'vorbei',
      survey: 'umfrage-1',
      surveyVersion: '1.0.0',
      surveyHash: '',
      contactFields: [],
      stichtag: null,
      frist: '2019-02-08',
      participants: ['117042'],
      unit: 'gemeinde',
      ownField: undefined,
    })
    await setWaveState(db, 'vorbei', 'closed')
    return participant?.id ?? 0
  }
})

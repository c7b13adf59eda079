import t from 'tap'
import { hashAccessCode, newAccessCode } from '../../server/domain/access-code.ts'
import { storeCodes } from '../../server/store/access-codes.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import { testApp } from '../support/app.ts'
import { Visitor } from '../support/visitor.ts'

const rounds = 15
/** Far more than chance makes of equal work, far less than looking a code up without hashing it would. */
const mostRatio = 1.5

t.test('a wrong, a replaced and an expired code take the same time', async (t) => {
  const { app, db, keys, codeFor } = await testApp(t)
  const replaced = await codeFor('117026')
  await codeFor('117026')
  const expired = await codeOfClosedWave()

  const visitor = new Visitor(app)
  await visitor.get('/zugang')
  const codes: Record<string, () => string> = {
    wrong: newAccessCode,
    replaced: () => replaced,
    expired: () => expired,
  }
  const times: Record<string, number[]> = {}
  for (let round = 0; round <= rounds; round += 1) {
    for (const [kind, code] of Object.entries(codes)) {
      await db.deleteFrom('attempt').execute()
      const began = performance.now()
      const { status } = await visitor.post('/zugang', { code: code() })
      if (round > 0) times[kind] = [...(times[kind] ?? []), performance.now() - began]
      t.equal(status, 422, kind)
    }
  }
  const medians = Object.fromEntries(
    Object.entries(times).map(([kind, all]) => [kind, all.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0]),
  )
  const ratio = Math.max(...Object.values(medians)) / Math.min(...Object.values(medians))
  t.ok(ratio < mostRatio, `${JSON.stringify(medians)}, ratio ${ratio.toFixed(2)}`)

  async function codeOfClosedWave(): Promise<string> {
    const [participant] = await createWave(db, {
      id: 'vorbei',
      survey: 'umfrage-1',
      surveyVersion: '1.0.0',
      surveyHash: '',
      stichtag: null,
      frist: '2019-02-08',
      participants: ['117042'],
      unit: 'gemeinde',
      ownField: undefined,
    })
    await setWaveState(db, 'vorbei', 'closed')
    const code = newAccessCode()
    await storeCodes(db, [{ participantId: participant?.id ?? 0, hash: await hashAccessCode(code, keys.accessCode) }])
    return code
  }
})

import t from 'tap'
import { hashToken, newToken } from '../../server/domain/session-token.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { startSession } from '../../server/store/visits.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import { loadInstrument } from '../../surveys/load.ts'
import { testApp } from '../support/app.ts'
import { type Sender, submit } from '../support/hand-in.ts'

t.test('1,000 submissions, each sent twice at the same moment to two servers: 1,000 rows and receipts', async (t) => {
  t.setTimeout(240_000)
  const { app, another, db } = await testApp(t, { id: 'vorab' })
  await importShippedRegistry(db)
  const instrument = await loadInstrument('umfrage-1')
  if (instrument === undefined) throw new Error('umfrage-1 is missing')
  const gemeinden = await db
    .selectFrom('gemeinde')
    .select('gkz')
    .where('valid_to', 'is', null)
    .orderBy('gkz')
    .limit(1_000)
    .execute()
  const participants = await createWave(db, {
    id: 'umfrage-1',
    survey: 'umfrage-1',
    surveyVersion: instrument.version,
    surveyHash: instrument.hash,
    stichtag: '2018-12-15',
    frist: '2999-12-31',
    participants: gemeinden.map(({ gkz }) => gkz),
    gkzField: 'gkz',
  })
  await setWaveState(db, 'umfrage-1', 'open')
  t.equal(participants.length, 1_000)

  const bases = await Promise.all([app, await another()].map((one) => one.listen({ host: '127.0.0.1', port: 0 })))
  const [base = ''] = bases
  const senders = await Promise.all(
    participants.map(async ({ id }): Promise<Sender> => {
      const token = newToken()
      await startSession(db, { tokenHash: hashToken(token), participantId: id, editor: '' })
      return { base, cookie: `stichtag=${token}` }
    }),
  )
  const answers: (string | undefined)[][] = []
  const waiting = [...senders]
  const hands = Array.from({ length: 16 }, async () => {
    for (let sender = waiting.pop(); sender !== undefined; sender = waiting.pop())
      answers.push(await submit(sender, bases))
  })
  await Promise.all(hands)

  t.ok(
    answers.every(([one, two]) => one !== undefined && one === two),
    'both copies get the same receipt',
  )
  t.equal(new Set(answers.flat()).size, 1_000)
  const stored = await db.selectFrom('submission').select(['receipt', 'participant_id', 'revision']).execute()
  t.equal(stored.length, 1_000)
  t.equal(new Set(stored.map(({ participant_id }) => participant_id)).size, 1_000)
  t.ok(stored.every(({ revision }) => revision === 1))
})

import t from 'tap'
import { hashAccessCode, newAccessCode } from '../../../server/domain/access-code.ts'
import { addIssue, beginDrawing, keepDrawn, listIssues } from '../../../server/store/letter-issues.ts'
import { discardIssue, settleIssue } from '../../../server/store/settle-letters.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { Visitor } from '../../support/visitor.ts'

const wave = 'umfrage-1'

/** Letters for some, with a file that is complete. */
async function issue(test: TestApp, ...units: string[]) {
  const participants = units.map((unit) => test.participants.get(unit) ?? 0)
  const wanted = { wave, letter: 'einladung', form: 'pdf', participants } as const
  const id = await test.db.transaction().execute((trx) => addIssue(trx, wanted))
  const draw = async () => {
    const drawing = (await beginDrawing(test.db, id)) ?? 0
    const made = units.map(() => newAccessCode())
    const codes = participants.map((participantId, index) => ({
      participantId,
      hash: hashAccessCode(made[index] ?? '', test.keys.accessCode),
    }))
    return { made, drawing, keep: () => keepDrawn(test.db, { issue: id, drawing, codes }) }
  }
  const settle = (drawing: number) => settleIssue(test.db, { issue: id, drawing, recipients: new Map() })
  return { id, draw, settle }
}

async function enters(test: TestApp, code: string | undefined): Promise<boolean> {
  const visitor = new Visitor(test.app)
  await visitor.get('/zugang')
  return (await visitor.post('/zugang', { code: code ?? '' })).status === 303
}

const dispatches = (test: TestApp) =>
  test.db.selectFrom('contact.dispatch').selectAll().orderBy('participant_id').execute()

t.test('a download that nobody confirms ends no code; one that is confirmed ends code and session', async (t) => {
  const test = await testApp(t)
  const before = await test.login('KM', '117026')
  const { draw, settle } = await issue(test, '117026', '117019')
  const { drawing, keep } = await draw()
  t.ok(await keep())
  t.ok(await enters(test, await test.codeFor('117026')), 'the former code goes on')
  t.equal((await before.get('/erhebung/umfrage-1/117026')).status, 200)
  t.strictSame(await dispatches(test), [])
  t.strictSame(await settle(drawing), { count: 2, superseded: 0 })
  t.notOk(await enters(test, await test.codeFor('117026')), 'now it does not')
  t.equal((await before.get('/erhebung/umfrage-1/117026')).status, 303, 'and who was in is out')
  t.match(await dispatches(test), [
    { way: 'letter', state: 'sent', template: 'einladung' },
    { way: 'letter', state: 'sent', template: 'einladung' },
  ])
  t.equal(await settle(drawing), undefined, 'once')
})

t.test('a letter that was posted without a confirmation still lets in, once for all', async (t) => {
  const test = await testApp(t)
  const old = await test.codeFor('117026')
  const { draw, settle, id } = await issue(test, '117026', '117019')
  const { drawing, keep, made } = await draw()
  t.notOk(await enters(test, made[0]), 'not before the file is complete')
  await keep()
  t.ok(await enters(test, made[0]))
  t.notOk(await enters(test, old), 'the former one ends with that')
  t.ok(await enters(test, made[0]), 'it goes on')
  t.equal((await dispatches(test)).length, 1)
  t.strictSame(await settle(drawing), { count: 1, superseded: 0 }, 'the others are confirmed as ever')
  t.ok(await enters(test, made[0]))
  t.match(await listIssues(test.db, wave, { id }), [{ valid: 2, superseded: 0, outcome: 'valid' }])
})

t.test('only the newest file counts, and a discarded one not at all', async (t) => {
  const test = await testApp(t)
  const { draw, settle, id } = await issue(test, '117026')
  const first = await draw()
  const second = await draw()
  t.ok(await second.keep())
  t.notOk(await first.keep(), 'one that was begun earlier and ends later is not given out')
  t.equal(await settle(first.drawing), undefined)
  t.notOk(await enters(test, first.made[0]))
  t.ok(await discardIssue(test.db, id))
  t.notOk(await enters(test, second.made[0]))
  t.equal(await settle(second.drawing), undefined)
  t.notOk(await discardIssue(test.db, id), 'once')
})

t.test('whoever got a code in between keeps it; two at once do not cross', async (t) => {
  const test = await testApp(t)
  const one = await issue(test, '117026', '117019')
  const other = await issue(test, '117019', '117026', '117042')
  const [a, b] = [await one.draw(), await other.draw()]
  await a.keep()
  await b.keep()
  const byPhone = await test.replaceCode('117042')
  const counts = await Promise.all([one.settle(a.drawing), other.settle(b.drawing)])
  const sum = counts.reduce((sum, count) => sum + (count?.count ?? 0), 0)
  t.equal(sum, 2, `each of two Kommunen has one: ${JSON.stringify(counts)}`)
  const working = await Promise.all([a.made[0], a.made[1], b.made[0], b.made[1]].map((code) => enters(test, code)))
  t.equal(working.filter(Boolean).length, 2)
  t.ok(await enters(test, byPhone), 'the code told on the phone goes on')
  t.notOk(await enters(test, b.made[2]))
})

t.test('codes that are replaced at the same time wait for each other', async (t) => {
  const test = await testApp(t)
  await test.codeFor('117026')
  const codes = await Promise.all(Array.from({ length: 8 }, () => test.replaceCode('117026')))
  const working = await Promise.all(codes.map((code) => enters(test, code)))
  t.equal(working.filter(Boolean).length, 1)
})

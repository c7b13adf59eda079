import { sql } from 'kysely'
import t from 'tap'
import { participantsOf } from '../../../../server/field/participants-of.ts'
import { extendAll, extendSome } from '../../../../server/store/extensions.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

t.test('the history of a wave tells of single ones only to those who work with all of them', async (t) => {
  const test = await testApp(t)
  await sql`insert into kreis values ('211', 'Baden', 'Landkreis', 'Karlsruhe', '2000-01-01', null)`.execute(test.db)
  const boss = await staffAccount(test, 'feldbuero', 'chefin')
  const foreign = await staffAccount(test, 'feldbuero', 'fremd')
  await setScope(test.db, { account: foreign.id, parts: [{ kind: 'kreis', key: '211' }] })
  const extended = { wave: 'umfrage-1', by: boss.id }
  await test.db.transaction().execute(async (trx) => {
    const sick = { ...extended, frist: '2098-01-01', reason: 'Kämmerin erkrankt' }
    await extendSome(trx, sick, [test.participants.get('117026') ?? 0])
    await extendAll(trx, { ...extended, frist: '2098-02-01', reason: 'Umstellung der Ämter' })
  })
  const wordsFor = async (account: typeof boss) =>
    (await (await signIn(test, account)).get('/intern/erhebungen/umfrage-1/ablauf')).words
  t.match(await wordsFor(boss), /117026.*Kämmerin erkrankt/)
  for (const account of [foreign, await staffAccount(test, 'evaluation')]) {
    const words = await wordsFor(account)
    t.notMatch(words, /117026|Kämmerin/, account.name)
    t.match(words, /Umstellung der Ämter/)
  }
})

t.test('for whom else somebody has logged in is told as far as an account works for them', async (t) => {
  const test = await testApp(t)
  const salach = await staffAccount(test, 'feldbuero', 'salach')
  await setScope(test.db, { account: salach.id, parts: [{ kind: 'unit', key: '117042' }] })
  const both = await test.login('KM', '117042')
  await both.get('/erhebung')
  await both.post('/erhebung', { code: await test.codeFor('117026'), kuerzel: 'KM' })
  const together = async (account: number | undefined) =>
    (await participantsOf(test, 'umfrage-1', account))?.participants
      .filter(({ unit }) => unit === '117042')
      .map((one) => one.together)
  t.strictSame(await together(undefined), [['117026']])
  t.strictSame(await together(salach.id), [[]])
})

import t from 'tap'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'

t.test('the check-list of a wave by command: what is open, in words and as JSON, and what was seen', async (t) => {
  const test = await testApp(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), CONTACT_MAIL: '', CONTACT_PHONE: '' }
  const run = (...args: string[]) => stichtag(['wave', 'check', ...args], env)
  const told = await run('umfrage-1')
  t.equal(told.code, 1)
  t.match(told.stdout, /offen: Papierfassung angesehen: noch nicht angesehen/)
  t.match(told.stdout, /nicht geprüft: E-Mail geht hinaus: noch keine Test-E-Mail verschickt/)
  t.match(told.stdout, /offen: Anschriften: 0 von 3 Kommunen/)
  t.match(told.stderr, /\d von 8 Punkten sind offen/)
  const seen = await run('umfrage-1', '--gesehen', 'papier', '--gesehen', 'texte', '--json')
  const points: { name: string; state: string; isLaw: boolean }[] = JSON.parse(seen.stdout)
  const stateOf = (name: string) => points.find((point) => point.name === name)?.state
  t.strictSame(
    points.map(({ name }) => name),
    ['operator', 'contact', 'mail', 'templates', 'retention', 'paper', 'addresses', 'codes'],
  )
  t.strictSame([stateOf('paper'), stateOf('templates'), stateOf('mail')], ['erledigt', 'erledigt', 'nicht geprüft'])
  t.equal(seen.code, 1)
  t.equal((await run('umfrage-1', '--gesehen', 'alles')).code, 2)
  t.match((await run('nichts')).stderr, /gibt es nicht/)
})

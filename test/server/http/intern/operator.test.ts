import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { kiel, operatorFile } from '../../../support/operators.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const pageWith = async (t: Parameters<typeof testApp>[0], env: Record<string, string>) => {
  const test = await testApp(t, {}, env)
  const visitor = await signIn(test, await staffAccount(test, 'feldbuero'))
  return (await visitor.get('/intern/betreiber')).text
}

t.test('the field office sees what is missing of who runs the site', async (t) => {
  const { dataProtectionOfficer: _left, ...rest } = kiel
  const part = await pageWith(t, { STICHTAG_OPERATOR: operatorFile(rest) })
  t.match(part, /Was fehlt[\s\S]*Datenschutzbeauftragte[\s\S]*Buchstabe b DSGVO[\s\S]*Was noch hilft[\s\S]*Logo/)
  const whole = await pageWith(t, { STICHTAG_OPERATOR: operatorFile(kiel) })
  t.match(whole, 'Alles Nötige ist angegeben')
  t.notMatch(whole, 'Was fehlt')
  t.match(await pageWith(t, {}), 'Dieser Betreiber ist erfunden')
})

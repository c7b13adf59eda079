import t from 'tap'
import { newAccessCode } from '../../../server/domain/access-code.ts'
import { testApp } from '../../support/app.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

const letters = '/intern/erhebungen/umfrage-1/einladungen'

t.test('a code that was typed from a letter that came back stands on no page, however it was typed', async (t) => {
  const test = await testApp(t)
  const clerk = await signIn(test, await staffAccount(test, 'feldbuero'))
  await clerk.get(letters)
  const code = newAccessCode()
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), `https://x.example/zugang#${code}`]) {
    const answer = await clerk.post(`${letters}/zurueck`, { zurueck: `117019\n${typed}` })
    t.equal(answer.status, 422)
    t.notOk(answer.text.includes(typed), typed)
  }
  const answer = await clerk.post(`${letters}/zurueck`, { zurueck: '999999' })
  t.match(answer.text, />\s*999999\s*</, 'what holds none comes back to be put right')
})

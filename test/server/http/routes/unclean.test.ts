import t from 'tap'
import { cleanedNotice } from '../../../../server/http/pages/cleaned-notice.ts'
import { testApp } from '../../../support/app.ts'
import { Visitor } from '../../../support/visitor.ts'

const home = '/erhebung/umfrage-1/117019'
const sprache = `${home}/abschnitt/sprache`

t.test('what no text can hold is taken out of texts, and the person is told', async (t) => {
  const { login, db } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  const saved = await visitor.save('sprache', { im_alpha: '1\0' + '2', im_alpha_kom: 'vor\0nach \u202e12' }, 'weiter')
  t.equal(saved.location, `${sprache}?gespeichert=ja&bereinigt=im_alpha,im_alpha_kom`, 'stays where it can be seen')
  const page = await visitor.get(saved.location)
  t.match(page.words, /Gespeichert um .* Uhr\. Unsichtbare Zeichen.* F20, .*; F20, Kommentar zu F20\./)
  t.match(page.text, /name="im_alpha"[^>]*value="12"/)
  const { json } = await visitor.autosave('sprache', { im_alpha_kom: 'neu\0' })
  t.match(json, { kept: { im_alpha_kom: 'neu' }, notice: /Unsichtbare Zeichen.*Kommentar zu F20/ })
  t.match((await visitor.autosave('sprache', { im_alpha_kom: 'sauber' })).json, { kept: {}, notice: '' })
  const { value } = await db
    .selectFrom('draft_value')
    .select('value')
    .where('field', '=', 'im_alpha')
    .executeTakeFirstOrThrow()
  t.equal(value, '12')
})

t.test('half a surrogate pair, sent as JSON, is replaced', async (t) => {
  const { login, app } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  const response = await app.inject({
    method: 'POST',
    url: sprache,
    headers: { cookie: visitor.cookie, accept: 'application/json', 'content-type': 'application/json' },
    payload: `{"_csrf":"${visitor.csrf}","_rev":"1","_umfang":"felder","im_alpha_kom":"a\\ud800b"}`,
  })
  t.equal(response.statusCode, 200)
  t.match(response.json(), { kept: { im_alpha_kom: 'a\ufffdb' }, notice: /Unsichtbare Zeichen/ })
})

t.test('in names and addresses it is refused, in German', async (t) => {
  const { login, app, codeFor } = await testApp(t)
  const visitor = new Visitor(app)
  await visitor.get('/zugang')
  for (const [url, fields] of [
    ['/zugang', { code: await codeFor('117019'), kuerzel: 'K\0M' }],
    ['/zugang', { code: await codeFor('117019'), kuerzel: 'K\u202eM' }],
    ['/intern/anmelden', { name: 'mu\0ster', kennwort: 'x' }],
  ] as const) {
    const refused = await visitor.post(url, fields)
    t.equal(refused.status, 400, url)
    t.match(refused.words, /Ein Zeichen in Ihrer Eingabe lässt sich nicht verwenden/)
  }
  const guest = await login('KM')
  for (const url of [
    '/erhebung/a%00b/117019',
    `${home}/abschnitt/%00`,
    '/intern/erhebungen/%E2%80%AE',
    '/zugang?weiter=%00',
  ]) {
    const refused = await guest.get(url)
    t.equal(refused.status, 400, url)
    t.match(refused.words, /Diese Adresse lässt sich nicht lesen/)
    t.equal((await guest.post(url, {})).status, 400)
  }
  t.equal((await guest.get('/zugang?weiter=100%')).status, 303, 'a stray % does no harm')
})

t.test('a field that asks ends no sentence', async (t) => {
  t.match(cleanedNotice([{ number: 'F3', label: 'Wie alt?' }]), / in: F3, Wie alt\.$/)
})

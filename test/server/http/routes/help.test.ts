import t from 'tap'
import { testApp, testAppFor } from '../../../support/app.ts'
import { Visitor } from '../../../support/visitor.ts'

const home = '/erhebung/umfrage-1/117019'
const backIn = (text: string) =>
  /<a class="kern-btn kern-btn--primary" href="([^"]*)"><span class="kern-label">([^<]*)/.exec(text)

t.test('asking for help saves what was typed, and leads back to the question', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  const section = await visitor.get(`${home}/abschnitt/sprache`)
  t.match(section.text, /value="hilfe:im_alpha"/)
  const answer = await visitor.save('sprache', { im_alpha: '12' }, 'hilfe:im_alpha')
  t.equal(answer.status, 303)
  const help = await visitor.get(answer.location)
  t.match(help.words, /Zu Frage F20 .*Wie viele Zielpersonen im Integrationsmanagement können mit dem lateinischen/)
  t.match(help.words, /Zuletzt gespeichert: /)
  t.strictSame(backIn(help.text)?.slice(1), [`${home}/abschnitt/sprache#im_alpha`, 'Zurück zu Frage F20'])
  t.match((await visitor.get(`${home}/abschnitt/sprache`)).text, /name="im_alpha"[^>]*value="12"/)
})

t.test('what cannot be read stops nobody who asks for help about it; it is kept as typed', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(`${home}/abschnitt/sprache`)
  const answer = await visitor.save('sprache', { im_alpha: 'ca. 12' }, 'hilfe')
  t.match(answer.location, `${home}/hilfe?seite=abschnitt%2Fsprache`)
  const help = await visitor.get(answer.location)
  t.strictSame(backIn(help.text)?.slice(1), [`${home}/abschnitt/sprache`, 'Zurück zu „Sprachkenntnisse“'])
  t.match((await visitor.get(`${home}/abschnitt/sprache`)).text, /value="ca\. 12"/)
})

t.test('reasons are saved as well, and whoever came from there goes back there over the question', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(`${home}/abschnitt/zielpersonen`)
  await visitor.save('zielgruppe', { zp_gesamt: '120' })
  await visitor.save('zielpersonen', { zp_geschlecht_frauen: '100', zp_geschlecht_maenner: '100' })
  const check = await visitor.get(`${home}/pruefen`)
  const [, name = ''] = /name="(text\.[^"]+)"/.exec(check.text) ?? []
  const answer = await visitor.sendChecked({ [name]: 'Zählung vom Amt' }, 'hilfe')
  t.strictSame(backIn((await visitor.get(answer.location)).text)?.slice(1), [`${home}/pruefen`, 'Zurück zum Prüfen'])
  t.match((await visitor.get(`${home}/pruefen`)).text, /Zählung vom Amt/)

  await visitor.get(`${home}/abschnitt/sprache?von=pruefen`)
  const asked = await visitor.save('sprache', { _von: 'pruefen' }, 'hilfe:im_alpha')
  t.equal(backIn((await visitor.get(asked.location)).text)?.[1], `${home}/abschnitt/sprache?von=pruefen#im_alpha`)
})

t.test('every page of a form names its way back, and no address leads out of the form', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.submit()
  const hub = await visitor.get(home)
  const [receipt = ''] = /[^"]*\/quittung\/[^"/]*/.exec(hub.text) ?? []
  for (const [page, label] of [
    [home, 'Zurück zur Übersicht'],
    [`${home}/drucken`, 'Zurück zur Druckansicht'],
    [receipt, 'Zurück zur Quittung'],
    [`${home}/angemeldet`, 'Zurück zu den Sitzungen'],
  ] as const) {
    const { text } = await visitor.get(page)
    const [, help = ''] = /<a class="masthead__help" href="([^"]*)"/.exec(text) ?? []
    t.strictSame(backIn((await visitor.get(help)).text)?.slice(1), [page, label], page)
  }
  for (const query of [
    'seite=//evil.example',
    'seite=https:evil.example',
    'seite=../../intern',
    'seite=abschnitt/gibt-es-nicht&feld=im_alpha',
    'seite=pruefen&seite=drucken',
    'feld="><script>',
  ])
    t.equal(backIn((await visitor.get(`${home}/hilfe?${query}`)).text)?.[1], home, query)
  t.equal(
    backIn((await visitor.get(`${home}/hilfe?seite=abschnitt/sprache&feld=zp_status`)).text)?.[1],
    `${home}/abschnitt/sprache`,
    'a question of another section',
  )
})

t.test('it knows the reasons that can be given, and of a person the number and its Antragsverbund', async (t) => {
  const { login } = await testApp(t)
  const kommune = await login('KM')
  const { words } = await kommune.get(`${home}/hilfe`)
  t.match(words, /Je nach Hinweis stehen zur Wahl: .*Zahlen aus verschiedenen Quellen .*Anderer Grund/)
  t.match(words, /Nach ihr fragen wir nur Integrationsmanagerinnen/)

  const persons = await testAppFor(t, 'umfrage-3')
  const visitor = new Visitor(persons.app)
  await visitor.get('/zugang')
  await visitor.post('/zugang', { code: await persons.codeFor('117000-001'), kuerzel: '' })
  const help = await visitor.get('/erhebung/umfrage-3/117000-001/hilfe?seite=abschnitt/angaben&feld=im_nummer')
  t.match(help.words, /angemeldet.*117000-001.*sechs Ziffern, +117000 *,.*Landkreis Göppingen/)
  t.match(help.text, /<a href="#verbundnummer">/)
})

t.test('each answer has an anchor, and each link to one leads somewhere', async (t) => {
  const { app, login } = await testApp(t)
  const visitor = await login('KM')
  for (const text of [
    (await app.inject('/hilfe')).body,
    (await visitor.get(`${home}/hilfe?seite=abschnitt/zielpersonen&feld=zp_status`)).text,
  ]) {
    const links = [...text.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id = '']) => id)
    const anchors = [...text.matchAll(/<h2 id="([\w-]+)">/g)].map(([, id = '']) => id)
    t.ok(links.length >= 19)
    for (const id of links) t.ok(anchors.includes(id), id)
    for (const id of anchors) if (!['fragen-antworten', 'frage'].includes(id)) t.ok(links.includes(id), id)
  }
})

t.test('who is not logged in is asked for the code', async (t) => {
  const { app } = await testApp(t)
  const { statusCode, headers } = await app.inject(`${home}/hilfe`)
  t.equal(statusCode, 303)
  t.match(headers.location, /^\/zugang\?weiter=/)
})

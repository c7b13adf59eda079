import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../../support/app.ts'
import type { Visitor } from '../../../support/visitor.ts'

const home = '/erhebung/umfrage-1/117019'
const check = `${home}/pruefen`

const submitAsked = async (visitor: Visitor) => {
  await visitor.get(check)
  return visitor.post(check, { _rev: visitor.rev, _umfang: 'abschnitt', _aktion: 'absenden' })
}
const write = async (visitor: Visitor, section: string, fields: Record<string, string>) => {
  await visitor.get(`${home}/abschnitt/${section}`)
  return visitor.autosave(section, fields)
}

t.test('an untouched form is not submitted by one click: what is blank is said, and a box asks', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  const page = await visitor.get(check)
  t.match(page.words, /Sie senden \d von 1\d\d Feldern ab\. Noch leer: .* 1 Feld, .*Felder/)
  t.match(page.words, /F2 Welches Kürzel benutzen Sie im Dienst\? 1 Feld F3/, 'its name is not said twice')
  t.match(page.words, /„Welche Personengruppen können betreut werden\?“, „Wie alt/)
  t.notMatch(page.text, /class="[^"]*kern-alert--success/, 'nothing was looked at, so nothing is fine')
  t.match(page.text, /<input[^>]*name="_leer" value="ja">/)
  t.match(page.words, /Es ist noch nichts ausgefüllt, also auch nichts verglichen/)
  t.notMatch(page.words, /Alles passt zusammen/)
  const refused = await submitAsked(visitor)
  t.equal(refused.status, 422)
  t.match(refused.words, /Bitte bestätigen Sie, dass nur \d von 1\d\d Feldern ausgefüllt sind\./)
  t.notMatch(refused.words, /berichtigen Sie d/, 'there are no errors to speak of')
  t.match(refused.text, /href="#leer-bestaetigen"/)
  t.strictSame(await db.selectFrom('submission').select('id').execute(), [])
  t.equal((await visitor.submit()).status, 303)
})

t.test('a refusal speaks of what there is: errors, signals, little', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await write(visitor, 'integrationsmanagement', { im_gesamt: '10', im_plan: '20' })
  const signal = await visitor.submit()
  t.match(signal.words, /Bitte berichtigen oder begründen Sie den Hinweis\./)
  t.notMatch(signal.words, /Bitte berichtigen Sie den Fehler|berichtigen Sie die Fehler/)
  t.match(signal.text, /name="_leer" value="ja" checked/, 'what was confirmed stays confirmed')
  await write(visitor, 'zielgruppe', { zp_gesamt: 'viele' })
  t.match(
    (await submitAsked(visitor)).words,
    /Bitte berichtigen Sie den Fehler, und berichtigen oder begründen Sie den Hinweis, und bestätigen/,
  )
})

t.test(
  'after the Frist it is said that nothing was submitted, since when it is too late, and whom to call',
  async (t) => {
    const { db, login } = await testApp(t, {}, { CONTACT_NAME: 'Frau Beispiel', CONTACT_PHONE: '0711 123' })
    const visitor = await login('KM')
    await write(visitor, 'zielgruppe', { zp_gesamt: '120' })
    const end = () => sql`update wave set frist = '2019-01-31'`.execute(db)
    const open = () => sql`update wave set frist = '2999-01-31'`.execute(db)
    await end()
    for (const address of [home, check]) {
      const { words } = await visitor.get(address)
      t.match(words, /Dieser Fragebogen wurde nicht abgesendet\. Die Frist endete mit dem 31\.01\.2019\./, address)
      t.match(words, /Frau Beispiel.*0711 123/, address)
      t.notMatch(words, /verbindlich ab|vor dem Absenden|Sie senden|Prüfen und absenden/, address)
      t.match(words, /Frist abgelaufen am 31\.01\.2019/, 'its day is said once')
    }
    await open()
    await visitor.submit()
    await end()
    for (const address of [home, check])
      t.match((await visitor.get(address)).words, /Ihre Angaben sind eingegangen \(Quittung Q-/)
    await open()
    await write(visitor, 'zielgruppe', { zp_gesamt: '130' })
    await end()
    for (const address of [home, check])
      t.match(
        (await visitor.get(address)).words,
        /letzten Änderungen wurden nicht abgesendet; es gilt die Fassung der Quittung Q-/,
      )
  },
)

t.test('how many comparisons nobody can make is said, and why', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await write(visitor, 'integrationsmanagement', { im_gesamt: 'viele', im_plan: '8' })
  t.match(
    (await visitor.get(check)).words,
    /\d+ Vergleiche sind nicht möglich.* weil die Angabe in F11 nicht lesbar ist/,
  )
})

t.test('a section is done when somebody says so', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  const states = async () =>
    [...(await visitor.get(home)).text.matchAll(/id="stand-\d+">\s*<span[^>]*>\s*<span[^>]*>([^<]+)/g)].map(
      ([, state]) => state,
    )
  t.match((await states()).slice(1, 3), ['leer', 'leer'])
  await visitor.get(`${home}/abschnitt/zielgruppe`)
  await visitor.save('zielgruppe', { zp_gesamt: '120' }, 'weiter')
  t.equal((await states())[1], 'offen', 'to go on does not say it')
  await visitor.get(`${home}/abschnitt/zielgruppe`)
  await visitor.save('zielgruppe', { zp_gesamt: '120', 'erledigt.zielgruppe': '1' })
  t.equal((await states())[1], 'erledigt')
  t.match((await visitor.get(`${home}/abschnitt/zielgruppe`)).text, /name="erledigt\.zielgruppe" value="1" checked/)
  await write(visitor, 'zielgruppe', { zp_gesamt: 'viele' })
  t.equal((await states())[1], 'zu prüfen', 'what does not fit comes first')
  await visitor.get(`${home}/abschnitt/zielgruppe`)
  await visitor.save('zielgruppe', { zp_gesamt: '120' })
  t.equal((await states())[1], 'offen', 'a box that was taken away is not sent')
})

t.test('what is filled in is not called open, and what does not apply is not left to those who like', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  const words = async () => (await visitor.get(home)).words
  await write(visitor, 'angaben', { kuerzel: 'KM' })
  t.match(await words(), /Angaben zur ausfüllenden Person F1 bis F2 1 von 1 Feld zuletzt KM, [\d:]+ Uhr ausgefüllt/)
  t.match(await words(), /Sprachkenntnisse F20 bis F23 0 von 11 Feldern leer/)
  await write(visitor, 'integrationsmanagement', { im_gesamt: '10', im_plan: '0' })
  t.match(await words(), /Sprachkenntnisse F20 bis F23 trifft nicht zu/)
  t.match(await words(), /Anmerkungen F32 freiwillig/)
})

t.test('all answers can be read where they are submitted', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await write(visitor, 'zielgruppe', { zp_gesamt: '1200', zp_gesamt_kom: 'Nachgezählt' })
  t.match((await visitor.get(check)).words, /Alle Angaben lesen.*1\.200.*Nachgezählt/)
})

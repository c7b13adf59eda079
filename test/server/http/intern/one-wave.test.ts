import t from 'tap'
import { setScope } from '../../../../server/store/scopes.ts'
import { dayFromToday } from '../../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { addAddresses, sendNow } from '../../../support/mailing.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const root = '/intern/erhebungen/umfrage-1'

async function office(test: TestApp) {
  const account = await staffAccount(test, 'feldbuero')
  return { account, clerk: await signIn(test, account) }
}

const german = async (test: TestApp, days: number) => (await dayFromToday(test.db, days)).split('-').reverse().join('.')

t.test('each page of a wave leads to the others and says which it is', async (t) => {
  const test = await testApp(t)
  const { clerk } = await office(test)
  for (const [path, label] of [
    [root, 'Überblick'],
    [`${root}/ablauf`, 'Ablauf'],
    [`${root}/ruecklauf?kreis=117`, 'Rücklauf'],
    [`${root}/teilnehmende/117019`, 'Rücklauf'],
    [`${root}/stand`, 'Stand'],
    [`${root}/anrufe`, 'Anrufe'],
    [`${root}/anrufe/bogen`, 'Anrufe'],
    [`${root}/antworten-einlesen`, 'Einlesen'],
    [`${root}/papierboegen`, 'Papier'],
    [`${root}/pruefen`, 'Prüfen'],
    [`${root}/rueckfragen`, 'Rückfragen'],
    [`${root}/teilnehmende/117019/rueckfragen`, 'Rückfragen'],
    ['/intern/post?welle=umfrage-1', 'Post'],
    ['/intern/post/sendung?welle=umfrage-1&vorlage=erinnerung', 'Post'],
    [`${root}/korrekturen`, 'Korrekturen'],
    [`${root}/texte`, 'Texte'],
    [`${root}/texte/liste`, 'Texte'],
    [`${root}/geaendert`, 'Geändert'],
    [`${root}/qualitaet`, 'Qualität'],
    [`${root}/fristen`, 'Fristen'],
  ] as const) {
    const { status, text } = await clerk.get(path)
    t.equal(status, 200, path)
    const row = /<nav class="wave-links[\s\S]*?<\/nav>/.exec(text)?.[0] ?? ''
    const links = [...row.matchAll(/<a href="([^"]*)"( aria-current="page")?>([^<]*)<\/a>/g)]
    t.strictSame(
      links.map(([, href]) => href),
      [
        root,
        `${root}/ablauf`,
        `${root}/einladungen`,
        `${root}/fristen`,
        `${root}/ruecklauf`,
        `${root}/stand`,
        `${root}/anrufe`,
        '/intern/post?welle=umfrage-1',
        `${root}/antworten-einlesen`,
        `${root}/papierboegen`,
        `${root}/pruefen`,
        `${root}/rueckfragen`,
        `${root}/korrekturen`,
        `${root}/texte`,
        `${root}/geaendert`,
        `${root}/qualitaet`,
      ],
      path,
    )
    t.strictSame(
      links.filter(([, , current]) => current !== undefined).map(([, , , name]) => name),
      [label],
      path,
    )
  }
  const faulty = await clerk.post(`${root}/schliessen`, { zu: 'gestern' })
  t.match([faulty.status, faulty.text], [400, /aria-current="page">Ablauf</])
  t.notMatch((await clerk.get('/intern/post')).text, 'wave-links', 'the mails of all are of no wave')
  t.notMatch((await clerk.get('/intern/post?welle=gibt-es-nicht')).text, 'wave-links')
  t.match((await clerk.get('/intern/auftraege')).text, /aria-current="page">Post</, 'what is done later is found there')
  const researcher = await signIn(test, await staffAccount(test, 'forschung', 'r.fuchs'))
  t.match(
    (await researcher.get(root)).words,
    /Erhebung Überblick Ablauf Angaben Prüfen Rückfragen Korrekturen Texte Geändert Qualität Codebuch Umfrage/,
    'others see what is open to them',
  )
})

t.test('who is ticked in the list is reminded, and nobody else', async (t) => {
  const test = await testApp(t)
  await addAddresses(test)
  const { clerk } = await office(test)
  const act = (form: Record<string, string>) => clerk.post(`${root}/ruecklauf`, { text: '', ...form })
  const nobody = await act({ aktion: 'erinnern' })
  t.match([nobody.status, nobody.words], [400, /kreuzen Sie an, wen es betrifft/])
  const { location } = await act({ aktion: 'erinnern', teilnahme: '117026' })
  const shown = await clerk.get(String(location))
  t.match(shown.words, /An die Ausgewählten, davon alle, die noch nicht abgesendet.*1 Empfänger.*Göppingen/)
  t.notMatch(shown.words, /Salach/)
  const hidden = Object.fromEntries(
    [...shown.text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const { _csrf, ...kept } = hidden
  t.equal(kept.einheit, '117026', 'whom it is for is kept when the form is sent')
  t.equal((await clerk.post('/intern/post/sendung', { ...kept, an: kept.gezeigt ?? '' })).status, 303)
  const { detail } = await test.db.selectFrom('job').select('detail').executeTakeFirstOrThrow()
  t.match(detail, { template: 'erinnerung', only: [test.participants.get('117026')] })

  const whole = await act({ aktion: 'erinnern', umfang: 'auswahl', auswahl: 'suche=sala' })
  t.match((await clerk.get(String(whole.location))).words, /1 Empfänger.*Salach/)
  const all = await act({ aktion: 'erinnern', umfang: 'auswahl', auswahl: '' })
  t.match((await clerk.get(String(all.location))).words, /3 Empfänger/)
})

t.test('who is ticked gets more time, seen with the participant; nobody out of scope', async (t) => {
  const test = await testApp(t)
  const { clerk, account } = await office(test)
  const { location } = await clerk.post(`${root}/ruecklauf`, { text: '', aktion: 'verlaengern', teilnahme: '117026' })
  t.match((await clerk.get(String(location))).text, />\s*117026\s*<\/textarea>/)
  await test.db
    .updateTable('wave')
    .set({ frist: await dayFromToday(test.db, 20), stichtag: null })
    .execute()
  const bis = await german(test, 60)
  const one = `${root}/teilnehmende/117026`
  const own = await clerk.post(`${one}/frist`, { bis, grund: 'Umbau', zurueck: one })
  t.match(own.location, `${one}?verlaengert=ja`)
  const { words } = await clerk.get(String(own.location))
  t.match(
    words,
    new RegExp(`Die Frist ist verlängert.*Frist ${bis}, verlängert.*Verlauf .*verlängert bis ${bis}.*Umbau`),
  )
  t.notMatch((await clerk.get(`${root}/teilnehmende/117019`)).words, /verlängert bis/)

  await setScope(test.db, { account: account.id, parts: [{ kind: 'unit', key: '117042' }] })
  t.equal((await clerk.post(`${one}/frist`, { bis, grund: 'x', zurueck: one })).status, 404, 'nobody out of scope')
  t.equal((await clerk.post(`${root}/fristen`, { wen: 'alle', bis, grund: 'x' })).status, 403, 'nor everybody')
  const fristen = await clerk.get(`${root}/fristen`)
  t.match(fristen.words, /Noch keine/, 'what was given to others is not told')
  t.notMatch(fristen.text, 'value="alle"')
  const { id } = await test.db.selectFrom('staff.extension').select('id').executeTakeFirstOrThrow()
  t.equal((await clerk.post(`${root}/fristen/zuruecknehmen`, { verlaengerung: String(id) })).status, 403)
})

t.test('what went to a participant and what became of it stands with it, and who answers for it', async (t) => {
  const test = await testApp(t)
  await addAddresses(test)
  await sendNow(test, { template: 'erinnerung' })
  const set = (unit: string, state: 'returned' | 'uncertain') =>
    test.db
      .updateTable('contact.dispatch')
      .set({ state, problem: '550 unbekannt' })
      .where('participant_id', '=', test.participants.get(unit) ?? 0)
      .execute()
  await set('117026', 'returned')
  await set('117042', 'uncertain')
  const { clerk } = await office(test)
  const words = async (unit: string) => (await clerk.get(`${root}/teilnehmende/${unit}`)).words
  t.match(await words('117026'), /E-Mails Erinnerung: noch nicht abgesendet.*550 unbekannt.*zurückgekommen/)
  t.match(await words('117042'), /E-Mails Erinnerung: noch nicht abgesendet.*ungewiss/)
  t.match(await words('117019'), /E-Mails Erinnerung: noch nicht abgesendet.*gesendet/)
  const { gkz, valid_from } = await test.db
    .selectFrom('gemeinde')
    .select(['gkz', 'valid_from'])
    .where('gkz', '=', '117042')
    .orderBy('valid_from', 'desc')
    .executeTakeFirstOrThrow()
  await test.db
    .insertInto('verbund_mitglied')
    .values({ verbund: '117000', gkz, gemeinde_valid_from: valid_from, valid_from: '2015-01-01', valid_to: null })
    .execute()
  t.match(await words('117042'), /Für sie antwortet \(der Landkreis\): Landkreis Göppingen/)
})

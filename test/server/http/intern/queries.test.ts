import { sql } from 'kysely'
import t from 'tap'
import { checkMailing } from '../../../../server/mail/queue.ts'
import { wordsKey } from '../../../../server/queries/words-key.ts'
import { findQueries } from '../../../../server/store/queries.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import { addAddresses, sendNow } from '../../../support/mailing.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const wave = '/intern/erhebungen/umfrage-1'
const of = (unit: string) => `${wave}/teilnehmende/${unit}/rueckfragen`
const check = 'pruefung:zp_geschlecht_hoechstens_gesamt'

t.test('the office asks one and many, sees the answers, and closes', async (t) => {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  for (const [unit, total, women] of [
    ['117019', '1200', '900'],
    ['117026', '1200', '500'],
    ['117042', '700', '300'],
  ] as const) {
    const visitor = await test.login('KM', unit)
    await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
    await visitor.autosave('zielgruppe', { zp_gesamt: total })
    await visitor.get(`${visitor.home}/abschnitt/zielpersonen`)
    await visitor.autosave('zielpersonen', { zp_geschlecht_frauen: women, zp_geschlecht_maenner: '600' })
    const name = 'zp_geschlecht_hoechstens_gesamt'
    const page = await visitor.get(`${visitor.home}/pruefen`)
    const grund = new RegExp(`name="grund\\.${name}"[\\s\\S]*?<option value="(\\w+)"`).exec(page.text)?.[1]
    const reason: Record<string, string> =
      grund === undefined ? {} : { [`grund.${name}`]: grund, [`text.${name}`]: 'So ist es.' }
    t.equal((await visitor.submit(reason)).status, 303, unit)
  }
  await addAddresses(test)
  const account = await staffAccount(test, 'feldbuero', 'f.eins')
  const office = await signIn(test, account)

  const page = await office.get(`${of('117019')}?zu=${check}`)
  t.match(page.words, /1\.500.*300 zu viel.*Begründet: .*So ist es\./, 'what does not fit, with what was said to it')
  t.match(page.text, new RegExp(`<option value="${check}" selected>`))
  const refused = await office.post(of('117019'), { aktion: 'fragen', zu: 'feld:weg', text: '', bis: '01.01.2020' })
  t.equal(refused.status, 400)
  for (const fault of [/worum es geht/, /was Sie wissen möchten/, /01\.01\.2020 ist schon vorbei/])
    t.match(refused.words, fault)
  const question = {
    aktion: 'fragen',
    zu: 'feld:zp_geschlecht_frauen',
    text: 'Sind es 900?',
    bis: '31.12.2098',
    mail: 'ja',
  }
  t.match((await office.post(of('117019'), question)).location, /getan=mail#rueckfrage-1$/)
  const sent = await sendNow(test, { template: 'rueckfrage' })
  t.equal(sent.problem, '')
  const { rows: mails } = await sql<{ recipient: string }>`
    select recipient from contact.dispatch where template = 'rueckfrage' and state = 'sent'`.execute(test.db)
  t.strictSame(mails, [{ recipient: 'umfrage@eislingen.example' }], 'once, and nobody else')

  const many = await office.get(`${wave}/rueckfragen/pruefung?zu=${check}`)
  t.match(many.words, /Wen sie trifft \(2\).*Eislingen.*1\.500.*Salach.* 900/)
  t.notMatch(many.words, 'Göppingen: ', 'whom it does not find is not asked')
  const alike = await office.get(`${wave}/rueckfragen/pruefung?zu=${check}&worte=${wordsKey('so ist es!')}`)
  t.match(alike.words, /mit denselben Worten begründen: „[^“]*So ist es\.“.*Wen sie trifft \(2\)/)
  t.equal(alike.text.match(/name="einheit"[^>]* checked/g)?.length, 2, 'all of them are meant')
  const strange = await office.get(`${wave}/rueckfragen/pruefung?zu=${check}&worte=${wordsKey('anders')}`)
  t.notMatch(strange.text, /name="einheit"/)
  const all = await office.post(`${wave}/rueckfragen/pruefung`, {
    zu: check,
    text: 'Wie kommt das?',
    bis: '31.12.2098',
    einheit: '117042',
  })
  t.match(all.location, /gefragt=1$/)
  t.equal(
    (await office.post(`${wave}/rueckfragen/pruefung`, { zu: check, text: 'Wie?', bis: '31.12.2098' })).status,
    400,
  )

  const respondent = await test.login('SA', '117042')
  await respondent.get(`${respondent.home}/rueckfragen/2`)
  await respondent.post(`${respondent.home}/rueckfragen/2`, { text: 'Einige sind beides.' })
  const list = await office.get(`${wave}/rueckfragen`)
  t.match(list.words, /2 Rückfragen.*Eislingen\/Fils.*offen.*31\.12\.2098.*f\.eins.*Salach.*Hinweis zu F.*beantwortet/)
  t.match((await office.get(`${wave}/rueckfragen?stand=beantwortet`)).words, /1 Rückfrage .*Salach/)
  t.match((await office.get(`${wave}/rueckfragen?kreis=211`)).words, /0 Rückfragen/)
  t.match((await office.get(of('117042'))).words, /Wie kommt das\?.*Antwort \(SA\).*Einige sind beides\./)
  await sql`update contact.query set due_on = '2020-01-01' where id = 1`.execute(test.db)
  t.match((await office.get(`${wave}/rueckfragen?stand=ueberfaellig`)).words, /1 Rückfrage .*Eislingen/)

  t.match((await office.get(of('117042'))).text, /Alles zu[\s\S]*korrigieren\?frage=zp_geschlecht"/)
  const researcher = await signIn(test, await staffAccount(test, 'forschung', 'w.eins'))
  t.notMatch(
    (await researcher.get(of('117042'))).text,
    /Alles zu|korrigieren/,
    'who only reads is not led to what others may',
  )
  const other = await signIn(test, await staffAccount(test, 'feldbuero', 'f.zwei'))
  await other.get(of('117042'))
  await other.post(of('117042'), { aktion: 'uebernehmen', rueckfrage: '2' })
  t.match(await findQueries(test.db, { id: 2 }), [{ account: 'f.zwei' }])
  t.equal((await other.post(of('117042'), { aktion: 'schliessen', rueckfrage: '1' })).status, 404, 'that of another')
  const closing = { aktion: 'schliessen', rueckfrage: '2', schluss: 'Danke, so <bleibt> es.' }
  const stale = await other.post(of('117042'), { ...closing, gesehen: '1' })
  t.match([stale.status, stale.words], [409, /noch nicht abgeschlossen.*dazugekommen.*Einige sind beides/])
  t.match(stale.text, /<textarea[^>]*name="schluss"[^>]*>\s*Danke, so &lt;bleibt&gt; es\.</, 'what was typed stays')
  const again = { aktion: 'fragen', rueckfrage: '2', gesehen: '1', text: 'Bitte antworten Sie.', bis: '31.12.2098' }
  t.equal((await other.post(of('117042'), again)).status, 409, 'nor is it asked again past an answer')
  t.match((await other.post(of('117042'), { ...closing, gesehen: '2' })).location, /getan=abgeschlossen/)
  t.match(
    (await other.post(of('117042'), { ...closing, gesehen: '2' })).location,
    /getan=abgeschlossen/,
    'a second click',
  )
  t.match(
    (await respondent.get(`${respondent.home}/rueckfragen/2`)).words,
    /Rückfrage zum Hinweis.*Ihre Antwort.*Zum Abschluss.*Danke, so &lt;bleibt&gt; es\./,
  )
  const late = await respondent.post(`${respondent.home}/rueckfragen/2`, { text: 'Halt, doch nicht.' })
  t.match([late.status, late.words], [409, /inzwischen abgeschlossen.*nicht abgesendet.*Halt, doch nicht\./])
  t.match((await office.get(`${wave}/rueckfragen?stand=abgeschlossen`)).words, /1 Rückfrage .*Salach/)

  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) }
  const run = (...args: string[]) => stichtag(args, env)
  const asked = await run(
    'query',
    'ask',
    'umfrage-1',
    '--getroffen',
    '--zu',
    check,
    '--text',
    'Wie?',
    '--bis',
    '2098-12-31',
  )
  t.match(asked, { code: 0, stdout: 'Diese Prüfung findet nichts, das nicht begründet ist.' }, asked.stderr)
  const to = ['query', 'ask', 'umfrage-1', '117026', '--zu', 'frage:zp_alter', '--text', 'Alle?', '--bis']
  t.match(await run(...to, '2020-01-01'), { code: 1, stderr: /--bis: .*schon vorbei/ })
  t.match((await run(...to, '2098-12-31', '--als', 'f.zwei')).stdout, '1 Rückfrage gestellt: 3.')
  t.match(
    (await run('query', 'list', 'umfrage-1', '--stand', 'offen')).stdout,
    /^3 {2}117026: F\d+ .*, offen, bis 31\.12\.2098, f\.zwei\n$/,
  )
  const json = JSON.parse((await run('query', 'list', 'umfrage-1', '--json')).stdout)
  t.match(
    json.find(({ nummer }: { nummer: number }) => nummer === 2),
    {
      stand: 'abgeschlossen',
      eintraege: [
        { art: 'frage', text: 'Wie kommt das?' },
        { art: 'antwort', text: 'Einige sind beides.' },
        { art: 'frage', text: 'Danke, so <bleibt> es.' },
      ],
    },
  )
  t.match((await run('query', 'close', 'umfrage-1', '3', '99')).stderr, /nicht: 99\. Nichts ist geändert/)
  t.match((await run('query', 'close', 'umfrage-1', '3')).stdout, '1 Rückfrage abgeschlossen.')
  const { rows: log } = await sql<{ detail: object }>`select detail from audit where action like 'quer%'`.execute(
    test.db,
  )
  t.notMatch(JSON.stringify(log), /900|Wie|Einige|Danke/, 'the log knows numbers alone')

  await sql`update wave set state = 'closed', closed_at = now()`.execute(test.db)
  await t.rejects(checkMailing(test.db, test.config.mail, { wave: 'umfrage-1', template: 'erinnerung' }), /geschlossen/)
  await t.resolves(
    checkMailing(test.db, test.config.mail, { wave: 'umfrage-1', template: 'rueckfrage' }),
    'also afterwards',
  )

  await setScope(test.db, { account: account.id, parts: [{ kind: 'unit', key: '117026' }] })
  t.notMatch((await office.get(`${wave}/rueckfragen`)).words, /Eislingen|Salach/)
  t.equal((await office.get(of('117019'))).status, 404)
  t.match(
    (await office.get(`${wave}/rueckfragen/pruefung?zu=${check}`)).words,
    /findet in den Angaben, wie sie verwendet werden, nichts/,
  )
  const foreign = await office.post(`${wave}/rueckfragen/pruefung`, {
    zu: check,
    text: 'x',
    bis: '31.12.2098',
    einheit: '117019',
  })
  t.match(foreign, { status: 400, words: /nimmt nicht teil: 117019/ })
})

import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { password, signIn, staffAccount } from '../../../support/staff.ts'
import { Visitor } from '../../../support/visitor.ts'
import { whereStands } from '../../../support/where-stands.ts'

t.test('the administration adds, resets and disables accounts, and the log says who did', async (t) => {
  const test = await testApp(t)
  const admin = await signIn(test, await staffAccount(test, 'administration'))
  const add = async (fields: Record<string, string>) => {
    await admin.get('/intern/konten')
    return admin.post('/intern/konten', { name: 'p.klein', rolle: 'forschung', bisher: password, ...fields })
  }
  t.match((await add({ name: '' })).words, /Bitte geben Sie einen Anmeldenamen ein/)
  t.match((await add({ name: 'K Meier' })).words, /„K Meier“ ist kein Anmeldename/)
  t.match((await add({ name: 'konto-7' })).words, /So heißen Konten, deren Name gelöscht ist/)
  t.match((await add({ rolle: '' })).words, /Bitte wählen Sie eine Rolle/)
  const refused = await add({ bisher: 'falsches Kennwort' })
  t.equal(refused.status, 422)
  t.match(refused.text, /value="p\.klein"/, 'what was typed is still there')
  t.notOk((await admin.get('/intern/konten')).words.includes('p.klein'))

  const added = await add({})
  const first = /<code>([^<]+)/.exec(added.text)?.[1] ?? ''
  t.match((await add({})).words, /„p\.klein“ gibt es schon/)
  t.match(
    (await admin.get('/intern/konten')).words,
    /p\.klein Forschung noch nie angemeldet wartet auf die erste Anmeldung/,
  )
  const enter = async (kennwort: string) => {
    const visitor = new Visitor(test.app)
    await visitor.get('/intern/anmelden')
    return (await visitor.post('/intern/anmelden', { name: 'p.klein', kennwort })).location
  }
  t.equal(await enter(first), '/intern/anmelden/einrichten')

  const act = async (aktion: string) => {
    await admin.get('/intern/konten/p.klein')
    return admin.post('/intern/konten/p.klein', { aktion, bisher: password })
  }
  t.match((await act('sperren')).words, /Das Konto ist gesperrt.*gesperrt/)
  t.equal(await enter(first), '/intern/anmelden/code', 'like any wrong password')
  const second = /<code>([^<]+)/.exec((await act('zuruecksetzen')).text)?.[1] ?? ''
  t.not(second, first)
  t.equal(await enter(second), '/intern/anmelden/einrichten')

  const log = (await admin.get('/intern/protokoll')).words
  for (const what of ['angelegt, Rolle Forschung', 'gesperrt', 'zurückgesetzt'])
    t.match(log, new RegExp(`Konto p\\.klein ${what} [^·]*Uhr administration`), what)
})

t.test('nobody locks themselves out, and a session alone changes no account', async (t) => {
  const test = await testApp(t)
  const admin = await signIn(test, await staffAccount(test, 'administration'))
  const member = await signIn(test, await staffAccount(test, 'forschung'))
  t.match((await admin.get('/intern/konten/administration')).words, /Ihr eigenes Konto/)
  const order = { aktion: 'sperren', bisher: password }
  t.equal((await admin.post('/intern/konten/administration', order)).status, 404)
  t.equal((await admin.post('/intern/konten/niemand', order)).status, 404)
  await admin.get('/intern/konten/forschung')
  for (let round = 0; round < 10; round += 1)
    t.equal((await admin.post('/intern/konten/forschung', { ...order, bisher: 'geraten' })).status, 422)
  t.equal((await admin.post('/intern/konten/forschung', order)).status, 429, 'the password is not guessed here either')
  t.equal((await member.get('/intern')).status, 200)
  await test.db.deleteFrom('attempt').execute()
  t.equal((await admin.post('/intern/konten/forschung', order)).status, 200)
  t.equal((await member.get('/intern')).status, 303)
})

t.test('an account that is disabled can lose its name, and the log keeps its number', async (t) => {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  const admin = await signIn(test, await staffAccount(test, 'administration'))
  const { id } = await staffAccount(test, 'forschung', 'j.weiss')
  const act = async (aktion: string) => {
    await admin.get('/intern/konten/j.weiss')
    return admin.post('/intern/konten/j.weiss', { aktion, bisher: password })
  }
  t.notMatch((await admin.get('/intern/konten/j.weiss')).words, /Namen löschen/)
  t.equal((await act('namen-loeschen')).status, 404, 'not while it is used')
  t.match((await act('sperren')).words, /Namen löschen/)
  t.equal((await act('namen-loeschen')).location, `/intern/konten/konto-${id}`)
  t.match((await admin.get(`/intern/konten/konto-${id}`)).words, /gesperrt/)
  t.notMatch((await admin.get(`/intern/konten/konto-${id}`)).words, /Namen löschen/)
  t.strictSame(await whereStands(test.db, 'j.weiss'), [])
  const log = (await admin.get('/intern/protokoll')).words
  t.match(log, new RegExp(`Name gelöscht: konto-${id}.*Konto konto-${id} gesperrt`))
  t.notMatch(log, /j\.weiss/)
})

t.test('a new account works from the beginning for whom the administration says', async (t) => {
  const test = await testApp(t)
  const admin = await signIn(test, await staffAccount(test, 'administration'))
  const add = async (name: string, rolle: string, zustaendig: string) => {
    await admin.get('/intern/konten')
    return admin.post('/intern/konten', { name, rolle, zustaendig, bisher: password })
  }
  const strange = await add('k.kreis', 'feldbuero', '117 Salach')
  t.equal(strange.status, 422)
  t.match(strange.words, /Das Konto ist noch nicht angelegt.*Nicht zu lesen: Salach/)
  t.match(strange.text, /value="117 Salach"/)
  t.match((await add('k.kreis', 'feldbuero', '118')).words, /Im Verzeichnis steht nicht: 118/)
  t.match((await add('k.kreis', 'datenschutz', '117')).words, /kein Recht, das sich begrenzen lässt/)
  t.notMatch((await admin.get('/intern/konten')).words, /k\.kreis/, 'nothing of that is there')
  t.match((await add('k.kreis', 'feldbuero', '117')).words, /Erstes Kennwort/)
  t.match((await admin.get('/intern/konten/k.kreis')).words, /Zuständig Landkreis Göppingen/)
  t.match((await add('k.liste', 'forschung', '117026, 117000-001')).words, /Erstes Kennwort/)
  t.match((await admin.get('/intern/konten/k.liste')).words, /Zuständig 117000-001, Göppingen/)
  t.match((await add('k.alle', 'datenschutz', '')).words, /Erstes Kennwort/)
})

t.test('the administration says for whom an account works', async (t) => {
  const test = await testApp(t)
  const admin = await signIn(test, await staffAccount(test, 'administration'))
  await staffAccount(test, 'feldbuero')
  await staffAccount(test, 'datenschutz')
  const say = async (name: string, zustaendig: string, bisher = password) => {
    await admin.get(`/intern/konten/${name}`)
    return admin.post(`/intern/konten/${name}`, { aktion: 'zustaendigkeit', zustaendig, bisher })
  }
  t.match((await say('feldbuero', '117, 117026 117000-001')).words, /Die Zuständigkeit ist geändert/)
  const { words } = await admin.get('/intern/konten/feldbuero')
  t.match(words, /Zuständig Landkreis Göppingen, 117000-001, Göppingen/)
  const strange = await say('feldbuero', '118 Salach')
  t.equal(strange.status, 400)
  t.match(strange.words, /Nicht zu lesen: Salach/)
  t.match(strange.text, /value="118 Salach"/)
  t.match((await say('feldbuero', '118')).words, /Im Verzeichnis steht nicht: 118/)
  t.equal((await say('feldbuero', '', 'falsch')).status, 422)
  t.match(
    (await admin.get('/intern/konten/feldbuero')).words,
    /Zuständig Landkreis Göppingen/,
    'nothing of that counts',
  )
  t.equal((await say('datenschutz', '117')).status, 400)
  t.notMatch((await admin.get('/intern/konten/datenschutz')).words, /Zuständig für/)
  t.match((await say('feldbuero', '')).words, /Zuständig für alle/)
  t.match(
    (await admin.get('/intern/protokoll')).words,
    /Zuständigkeit von Konto feldbuero: für alle.*3 Kreise oder Einzelne/,
  )
})

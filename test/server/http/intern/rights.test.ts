import type { HTTPMethods } from 'fastify'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { hasRight, needsScope, type Role, reachOf, roles } from '../../../../server/domain/rights.ts'
import { queueMailing } from '../../../../server/mail/queue.ts'
import { listMails } from '../../../../server/store/dispatches.ts'
import { extendSome } from '../../../../server/store/extensions.ts'
import { findJob } from '../../../../server/store/jobs.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { addAddresses, sendNow } from '../../../support/mailing.ts'
import { password, setUpAccount, signIn, staffAccount } from '../../../support/staff.ts'
import { Visitor } from '../../../support/visitor.ts'

const everybody = Object.keys(roles) as Role[]

/** Who may do what, written down a second time: a new route, or a changed right, has to be entered here as well. */
const mayCome: Record<string, readonly Role[] | 'anyone'> = {
  'GET /intern/anmelden': 'anyone',
  'POST /intern/anmelden': 'anyone',
  'GET /intern/anmelden/code': 'anyone',
  'POST /intern/anmelden/code': 'anyone',
  'GET /intern/anmelden/einrichten': 'anyone',
  'POST /intern/anmelden/einrichten': 'anyone',
  'POST /intern/abmelden': everybody,
  'POST /intern/sitzung': everybody,
  'GET /intern': everybody,
  'GET /intern/erhebungen/:wave': everybody,
  'GET /intern/erhebungen/:wave/nach-der-frist': ['forschung', 'evaluation'],
  'GET /intern/erhebungen/:wave/geaendert': ['feldbuero', 'forschung', 'evaluation'],
  'GET /intern/erhebungen/:wave/geaendert/datei': ['feldbuero', 'forschung', 'evaluation'],
  'GET /intern/erhebungen/:wave/qualitaet': ['feldbuero', 'forschung', 'evaluation'],
  'GET /intern/erhebungen/:wave/qualitaet/datei': ['feldbuero', 'forschung', 'evaluation'],
  'GET /intern/erhebungen/:wave/zusammenfuehrung': ['feldbuero', 'forschung', 'landkreis'],
  'GET /intern/erhebungen/:wave/zusammenfuehrung/:level/:unit': ['feldbuero', 'forschung', 'landkreis'],
  'GET /intern/erhebungen/:wave/zusammenfuehrung/:level/:unit/uebergabe': ['feldbuero', 'forschung', 'landkreis'],
  'POST /intern/erhebungen/:wave/zusammenfuehrung/:level/:unit/freigabe': ['feldbuero', 'landkreis'],
  'POST /intern/erhebungen/:wave/zusammenfuehrung/:level/:unit/rueckfragen': ['feldbuero', 'landkreis'],
  'POST /intern/erhebungen/:wave/zusammenfuehrung/:level/:unit/zahlen': ['feldbuero', 'landkreis'],
  'GET /intern/erhebungen/:wave/codebuch': ['forschung', 'evaluation'],
  'GET /intern/erhebungen/:wave/codebuch/datei': ['forschung', 'evaluation'],
  'GET /intern/exporte/codebuch': ['forschung', 'evaluation'],
  'GET /intern/exporte/codebuch/datei': ['forschung', 'evaluation'],
  'GET /intern/erhebungen/:wave/ruecklauf': ['feldbuero'],
  'POST /intern/erhebungen/:wave/ruecklauf': ['feldbuero'],
  'GET /intern/erhebungen/:wave/ruecklauf/datei': ['feldbuero'],
  'GET /intern/erhebungen/:wave/stand': ['feldbuero'],
  'GET /intern/erhebungen/:wave/stand/bild/:picture': ['feldbuero'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit': ['feldbuero'],
  'POST /intern/erhebungen/:wave/teilnehmende/:unit': ['feldbuero'],
  'GET /intern/erhebungen/:wave/anrufe': ['feldbuero'],
  'GET /intern/erhebungen/:wave/anrufe/bogen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/teilnehmende/:unit/anruf': ['feldbuero'],
  'GET /intern/erhebungen/:wave/rueckfragen': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/rueckfragen/pruefung': ['feldbuero'],
  'POST /intern/erhebungen/:wave/rueckfragen/pruefung': ['feldbuero'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/rueckfragen': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/teilnehmende/:unit/rueckfragen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/pruefen': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/pruefen/:unit': ['feldbuero'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/abschnitt/:section': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/drucken': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/hilfe': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/papier/leer': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/papier/stand': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/pruefen': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/quittung/:receipt': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/fragebogen/quittung/:receipt/datei': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/teilnehmende/:unit/korrigieren': ['feldbuero'],
  'POST /intern/erhebungen/:wave/teilnehmende/:unit/korrigieren': ['feldbuero'],
  'GET /intern/erhebungen/:wave/antworten-einlesen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/antworten-einlesen/hochladen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/antworten-einlesen/vorschau/:upload': ['feldbuero'],
  'POST /intern/erhebungen/:wave/antworten-einlesen/vorschau/:upload': ['feldbuero'],
  'GET /intern/erhebungen/:wave/papierboegen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/papierboegen/:unit': ['feldbuero'],
  'GET /intern/erhebungen/:wave/papierboegen/:unit/erfassen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/papierboegen/:unit/erfassen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/papierboegen/:unit/verwerfen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/papierboegen/:unit/abgleich': ['feldbuero'],
  'POST /intern/erhebungen/:wave/papierboegen/:unit/abgleich': ['feldbuero'],
  'POST /intern/erhebungen/:wave/papierboegen/:unit/scan': ['feldbuero'],
  'GET /intern/erhebungen/:wave/papierboegen/:unit/scan/:scan': ['feldbuero'],
  'POST /intern/erhebungen/:wave/papierboegen/:unit/scan/:scan/loeschen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/korrekturen': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/korrekturen/zuruecknehmen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/korrekturen/hochladen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/korrekturen/vorschau/:upload': ['feldbuero'],
  'POST /intern/erhebungen/:wave/korrekturen/vorschau/:upload': ['feldbuero'],
  'GET /intern/erhebungen/:wave/texte': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/ziehen': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/liste': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/kodieren': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/kodieren': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/kodieren/zurueck': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/kategorien': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/kategorien': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/kategorien/:codebook': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/kategorien/:codebook': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/kategorien/:codebook/datei/:ending': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/kategorien/:codebook/uebereinstimmung': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/kategorien/:codebook/uebereinstimmung': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/schwaerzen/:text': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/schwaerzen/:text': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/schwaerzen/:text/stelle/:part': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/schwaerzen/:text/stelle/:part': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/dateien': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/dateien': ['feldbuero', 'forschung'],
  'GET /intern/erhebungen/:wave/texte/dateien/vorschau/:upload': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/dateien/vorschau/:upload': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/dateien/:source/zuruecknehmen': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/anhang/gemerkt': ['feldbuero'],
  'GET /intern/erhebungen/:wave/texte/freigabe': ['feldbuero', 'forschung'],
  'POST /intern/erhebungen/:wave/texte/freigabe/:text': ['feldbuero'],
  'GET /intern/erhebungen/:wave/texte/anhang': ['feldbuero'],
  'POST /intern/erhebungen/:wave/texte/anhang': ['feldbuero'],
  'GET /intern/erhebungen': everybody,
  'POST /intern/erhebungen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/ablauf': everybody,
  'GET /intern/erhebungen/:wave/papier': everybody,
  'POST /intern/erhebungen/:wave/oeffnen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/schliessen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/termine': ['feldbuero'],
  'POST /intern/erhebungen/:wave/beteiligte': ['feldbuero'],
  'POST /intern/erhebungen/:wave/gesehen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/dank': ['feldbuero'],
  'POST /intern/erhebungen/:wave/probelauf': ['feldbuero'],
  'POST /intern/erhebungen/:wave/probelauf/beenden': ['feldbuero'],
  'GET /intern/erhebungen/:wave/fristen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/fristen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/fristen/zuruecknehmen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/teilnehmende/:unit/frist': ['feldbuero'],
  'GET /intern/freigaben': ['feldbuero', 'administration'],
  'POST /intern/freigaben/:id': ['feldbuero', 'administration'],
  'GET /intern/erhebungen/:wave/einladungen': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/einladungen/vorschau/:letter': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/zurueck': ['feldbuero'],
  'GET /intern/erhebungen/:wave/einladungen/ausgaben/:issue': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/ausgaben/:issue/datei': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/ausgaben/:issue/anschreiben': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/ausgaben/:issue/bestaetigung': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/ausgaben/:issue/verwerfen': ['feldbuero'],
  'GET /intern/erhebungen/:wave/einladungen/neuer-code': ['feldbuero'],
  'GET /intern/erhebungen/:wave/einladungen/neuer-code/:unit': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/neuer-code/:unit': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/neuer-code/:unit/brief': ['feldbuero'],
  'GET /intern/erhebungen/:wave/einladungen/sammelzugang': ['feldbuero'],
  'GET /intern/erhebungen/:wave/einladungen/sammelzugang/:verbund': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/sammelzugang/:verbund': ['feldbuero'],
  'POST /intern/erhebungen/:wave/einladungen/neuer-code/:unit/mail': ['feldbuero'],
  'GET /intern/auswertung': ['forschung', 'evaluation'],
  'GET /intern/auswertung/:wave/:question': ['forschung', 'evaluation'],
  'GET /intern/auswertung/:wave/:question/skript/:ending': ['forschung', 'evaluation'],
  'GET /intern/auswertung/:wave/:question/bild/:picture': ['forschung', 'evaluation'],
  'GET /intern/ausfall': ['forschung', 'evaluation'],
  'GET /intern/ausfall/bild/:picture': ['forschung', 'evaluation'],
  'GET /intern/ausfall/skript/:ending': ['forschung', 'evaluation'],
  'GET /intern/vergleich': ['forschung', 'evaluation'],
  'POST /intern/vergleich/gemerkt': ['forschung', 'evaluation'],
  'POST /intern/vergleich/gemerkt/:view': ['forschung', 'evaluation'],
  'GET /intern/vergleich/bild/:picture': ['forschung', 'evaluation'],
  'GET /intern/vergleich/skript/:ending': ['forschung', 'evaluation'],
  'GET /intern/exporte': ['forschung', 'evaluation'],
  'POST /intern/exporte': ['forschung', 'evaluation'],
  'POST /intern/exporte/paket': ['forschung'],
  'GET /intern/exporte/:wave/risiko': ['forschung', 'evaluation'],
  'GET /intern/verwaltungsdaten': ['forschung', 'evaluation'],
  'POST /intern/verwaltungsdaten/hochladen': ['forschung'],
  'GET /intern/verwaltungsdaten/vorschau/:upload': ['forschung'],
  'POST /intern/verwaltungsdaten/vorschau/:upload': ['forschung'],
  'GET /intern/verwaltungsdaten/:batch/zuruecknehmen': ['forschung'],
  'POST /intern/verwaltungsdaten/:batch/zuruecknehmen': ['forschung'],
  'GET /intern/verzeichnis': ['feldbuero'],
  'GET /intern/verzeichnis/:unit': ['feldbuero'],
  'POST /intern/verzeichnis/:unit/anschrift': ['feldbuero'],
  'POST /intern/verzeichnis/:unit/zustaendigkeit': ['feldbuero'],
  'GET /intern/verzeichnis/dateien': ['feldbuero'],
  'POST /intern/verzeichnis/dateien/hochladen': ['feldbuero'],
  'GET /intern/verzeichnis/dateien/vorschau/:upload': ['feldbuero'],
  'POST /intern/verzeichnis/dateien/vorschau/:upload': ['feldbuero'],
  'GET /intern/verzeichnis/dateien/:number/zuruecknehmen': ['feldbuero'],
  'POST /intern/verzeichnis/dateien/:number/zuruecknehmen': ['feldbuero'],
  'POST /intern/verzeichnis/anschriften/hochladen': ['feldbuero'],
  'GET /intern/verzeichnis/anschriften/vorschau/:upload': ['feldbuero'],
  'POST /intern/verzeichnis/anschriften/vorschau/:upload': ['feldbuero'],
  'GET /intern/verzeichnis/kontaktangaben/:wave': ['feldbuero'],
  'POST /intern/verzeichnis/kontaktangaben/:wave': ['feldbuero'],
  'GET /intern/kreis': ['feldbuero', 'landkreis'],
  'GET /intern/kreis/:kreis': ['feldbuero', 'landkreis'],
  'GET /intern/kreis/:kreis/bericht': ['feldbuero', 'landkreis'],
  'GET /intern/kreis/:kreis/bericht/:year/datei/:ending': ['feldbuero', 'landkreis'],
  'GET /intern/kreis/:kreis/bericht/:year/:section': ['feldbuero', 'landkreis'],
  'POST /intern/kreis/:kreis/bericht/:year/:section': ['feldbuero', 'landkreis'],
  'GET /intern/kreis/:kreis/erinnern/:wave': ['feldbuero', 'landkreis'],
  'POST /intern/kreis/:kreis/erinnern/:wave': ['feldbuero', 'landkreis'],
  'GET /intern/qualifikation': ['feldbuero', 'forschung', 'evaluation'],
  'GET /intern/qualifikation/datei': ['feldbuero', 'forschung', 'evaluation'],
  'GET /intern/betreiber': ['feldbuero', 'administration'],
  'GET /intern/post': ['feldbuero'],
  'GET /intern/post/ausgang': ['feldbuero'],
  'POST /intern/post/ausgang/:mail/entscheiden': ['feldbuero'],
  'POST /intern/post/test': ['feldbuero'],
  'GET /intern/post/sendung': ['feldbuero'],
  'POST /intern/post/sendung': ['feldbuero'],
  'GET /intern/post/vorlagen/:name': ['feldbuero'],
  'GET /intern/post/vorlagen/:name/html': ['feldbuero'],
  'POST /intern/post/zurueck': ['feldbuero'],
  'GET /intern/auftraege': ['feldbuero'],
  'POST /intern/auftraege/:job/:step': ['feldbuero'],
  'GET /intern/demo-postfach': ['feldbuero'],
  'GET /intern/demo-postfach/:file': ['feldbuero'],
  'GET /intern/demo-postfach/:file/html': ['feldbuero'],
  'GET /intern/personen': ['datenschutz'],
  'POST /intern/personen': ['datenschutz'],
  'GET /intern/personen/:id': ['datenschutz'],
  'POST /intern/personen/:id/suche': ['datenschutz'],
  'POST /intern/personen/:id/auswahl': ['datenschutz'],
  'POST /intern/personen/:id/frist': ['datenschutz'],
  'POST /intern/personen/:id/abschluss': ['datenschutz'],
  'GET /intern/personen/:id/loeschung': ['datenschutz'],
  'GET /intern/personen/:id/berichtigung': ['datenschutz'],
  'GET /intern/personen/:id/einschraenkung': ['datenschutz'],
  'POST /intern/personen/:id/loeschung': ['datenschutz'],
  'POST /intern/personen/:id/berichtigung': ['datenschutz'],
  'POST /intern/personen/:id/einschraenkung': ['datenschutz'],
  'POST /intern/personen/:id/aufhebung': ['datenschutz'],
  'POST /intern/personen/:id/zustimmung': ['datenschutz'],
  'POST /intern/personen/:id/zuruecknahme': ['datenschutz'],
  'GET /intern/fristen': ['datenschutz', 'administration'],
  'POST /intern/fristen': ['datenschutz'],
  'GET /intern/verarbeitung': ['datenschutz', 'administration'],
  'GET /intern/protokoll': ['datenschutz', 'administration'],
  'GET /intern/protokoll/datei/:format': ['datenschutz', 'administration'],
  'GET /intern/konten': ['administration'],
  'POST /intern/konten': ['administration'],
  'GET /intern/konten/:name': ['administration'],
  'POST /intern/konten/:name': ['administration'],
  'GET /intern/konto': everybody,
  'GET /intern/konto/kennwort': everybody,
  'POST /intern/konto/kennwort': everybody,
  'POST /intern/konto/wiederherstellung': everybody,
  'POST /intern/konto/sitzungen/:id': everybody,
}

t.test('every route below /intern stands in the matrix', async (t) => {
  const { app } = await testApp(t)
  const routes = app.staffRoutes.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`)
  t.strictSame(routes.sort(), Object.keys(mayCome).sort())
})

t.test('a route without a right keeps the application from starting', async (t) => {
  const { app } = await testApp(t)
  t.throws(() => app.get('/intern/neu', () => ''), /GET \/intern\/neu names no right/)
})

t.test('roles × routes', async (t) => {
  const test = await testApp(t)
  const visitors = new Map<Role, Visitor>()
  for (const role of everybody) {
    const account = await staffAccount(test, role)
    if (needsScope(role)) await setScope(test.db, { account: account.id, parts: [{ kind: 'kreis', key: '117' }] })
    visitors.set(role, await signIn(test, account))
  }
  const stranger = new Visitor(test.app)
  await stranger.get('/intern/anmelden')

  const ask = (visitor: Visitor, method: string, url: string) =>
    method === 'GET' ? visitor.get(url) : visitor.post(url, {})
  // The route that ends the session comes last.
  const routes = Object.entries(mayCome).sort(
    ([a], [b]) => Number(a.includes('abmelden')) - Number(b.includes('abmelden')),
  )
  for (const [route, who] of routes) {
    const [method = '', pattern = ''] = route.split(' ')
    const url = pattern.replace(/:\w+/g, '0')
    const { status, location, headers } = await ask(stranger, method, url)
    t.equal(headers['cache-control'], 'no-store', route)
    if (who === 'anyone') {
      t.not(status, 403, `${route} is open`)
      continue
    }
    t.strictSame([status, location.split('?')[0]], [303, '/intern/anmelden'], `${route} asks strangers to log in`)
    for (const [role, visitor] of visitors) {
      await visitor.get('/intern/konto')
      const answer = await ask(visitor, method, url)
      if (who.includes(role))
        t.ok(
          ![401, 403].includes(answer.status) && !answer.location.startsWith('/intern/anmelden?weiter'),
          `${route} is for ${role}`,
        )
      else t.equal(answer.status, 403, `${route} is not for ${role}`)
    }
  }
})

t.test('an account for another Kreis finds nobody, and has no right that reaches everybody', async (t) => {
  const test = await testApp(t)
  await sql`insert into kreis values ('211', 'Baden', 'Landkreis', 'Karlsruhe', '2000-01-01', null)`.execute(test.db)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  const { location } = await respondent.submit()
  const receipt = location.split('/').at(-1) ?? ''

  const admin = await signIn(test, await staffAccount(test, 'administration'))
  const scoped = async (role: Role, key: string) => {
    const name = `${role}-${key}`
    await admin.get('/intern/konten')
    const made = await admin.post('/intern/konten', { name, rolle: role, zustaendig: key, bisher: password })
    t.equal(made.status, 200, 'it works for a part from its first moment')
    return signIn(test, await setUpAccount(test, name))
  }
  const place = {
    wave: 'umfrage-1',
    unit: '117019',
    section: 'zielgruppe',
    receipt,
    name: 'erinnerung',
    mail: '',
    job: '',
  }
  await addAddresses(test)
  const boss = await staffAccount(test, 'feldbuero', 'chefin')
  const asked = { wave: 'umfrage-1', template: 'erinnerung', accountId: boss.id }
  await sendNow(test, asked)
  await sql`update contact.dispatch set state = 'uncertain'`.execute(test.db)
  const [mail] = (await listMails(test.db)).filter(({ unit }) => unit === '117026')
  const at = new Date('2098-12-01T08:00:00Z')
  const job = await queueMailing(test.db, test.config.mail, { ...asked, at })
  Object.assign(place, { mail: String(mail?.id), job: String(job) })
  const [eislingen, goeppingen] = [place.unit, '117026'].map((unit) => test.participants.get(unit) ?? 0)
  const extended = { wave: 'umfrage-1', frist: '2098-01-01', reason: 'Schnee', by: boss.id }
  await test.db.transaction().execute((trx) => extendSome(trx, extended, [eislingen ?? 0, goeppingen ?? 0]))
  const there = (pattern: string) => pattern.replace(/:(\w+)/g, (_all, name: keyof typeof place) => place[name] ?? '0')
  for (const role of ['feldbuero', 'forschung'] as const) {
    const [foreign, own] = [await scoped(role, '211'), await scoped(role, '117')]
    for (const { method, url, right } of test.app.staffRoutes) {
      if (right === 'anyone' || !hasRight(role, right)) continue
      for (const visitor of [foreign, own]) {
        await visitor.get('/intern/konto')
        const status = async () =>
          method === 'POST' ? (await visitor.post(there(url), {})).status : (await visitor.get(there(url))).status
        if (reachOf[right] === 'everybody') t.equal(await status(), 403, `${method} ${url} reaches everybody`)
        else if (url.includes('/teilnehmende/'))
          t.equal((await status()) === 404, visitor === foreign, `${method} ${url} for ${role}`)
      }
    }
    const names = async (visitor: Visitor, url: string) =>
      /Eislingen|1170(19|26|42)/.test((await visitor.get(url)).text)
    for (const { method, url, right } of test.app.staffRoutes)
      if (method === 'GET' && right !== 'anyone' && hasRight(role, right) && reachOf[right] === 'units')
        t.notOk(/Eislingen|1170(19|26|42)/.test((await foreign.get(there(url))).words), `${url} names nobody`)
    if (role === 'feldbuero') {
      for (const url of [
        '/intern/erhebungen/umfrage-1/ruecklauf',
        '/intern/erhebungen/umfrage-1/ruecklauf/datei',
        '/intern/erhebungen/umfrage-1/anrufe',
        '/intern/erhebungen/umfrage-1/anrufe/bogen?einheit=117026',
        '/intern/erhebungen/umfrage-1/fristen',
        '/intern/post',
        '/intern/post/ausgang',
        '/intern/post/sendung?welle=umfrage-1&vorlage=erinnerung',
        '/intern/post/vorlagen/erinnerung?welle=umfrage-1',
      ])
        t.strictSame([await names(foreign, url), await names(own, url)], [false, true], url)
      await nothingOfOthers(t, test, foreign, place)
    } else {
      const order = { erhebung: 'umfrage-1', datei: 'antworten', format: 'csv' }
      for (const [visitor, lines] of [
        [foreign, 1],
        [own, 2],
      ] as const) {
        await visitor.get('/intern/exporte')
        const answer = await visitor.post('/intern/exporte', order)
        t.equal(answer.text.trim().split('\r\n').length, lines, 'the file leaves out who is of another Kreis')
        await sql`update wave set state = 'closed'`.execute(test.db)
        await sql`insert into answer_page (participant_id, section, typed, contact)
          values (${test.participants.get('117019')}, 'zielgruppe', '{"zp_gesamt": "7"}', false)`.execute(test.db)
        t.equal(
          await names(visitor, '/intern/erhebungen/umfrage-1/nach-der-frist'),
          visitor === own,
          'so does what was late',
        )
        await sql`update wave set state = 'open'`.execute(test.db)
      }
    }
  }
})

/** What an account tries with what is not its own. */
async function nothingOfOthers(t: Test, test: TestApp, foreign: Visitor, { mail, job }: { mail: string; job: string }) {
  const fristen = '/intern/erhebungen/umfrage-1/fristen'
  const later = { bis: '31.12.2098', grund: 'Schnee' }
  await foreign.get(fristen)
  t.equal((await foreign.post(`/intern/post/ausgang/${mail}/entscheiden`, { was: 'gesendet' })).status, 404)
  await foreign.post(`/intern/auftraege/${job}/anhalten`, {})
  t.match(await findJob(test.db, Number(job)), { state: 'waiting' }, 'it stops no plan of others')
  t.notMatch((await foreign.get('/intern/auftraege')).words, /Auftrag \d/)
  t.match(
    (await foreign.post(fristen, { wen: 'einige', einheiten: '117019', ...later })).words,
    /nimmt keine Kommune teil/,
  )
  t.equal((await foreign.post(fristen, { wen: 'alle', ...later })).status, 403, 'nor extends for all')
  t.equal((await foreign.post(fristen.replace('fristen', 'teilnehmende/117019/frist'), later)).status, 404)
  t.equal((await foreign.post(`${fristen}/zuruecknehmen`, { verlaengerung: '1' })).status, 403)
  const { frist } = await test.db
    .selectFrom('participant')
    .select('frist')
    .where('unit', '=', '117019')
    .executeTakeFirstOrThrow()
  t.equal(frist, '2098-01-01')
}

t.test('HEAD asks for the same right as GET', async (t) => {
  const { app } = await testApp(t)
  for (const { method, url, right } of app.staffRoutes) {
    if (right === 'anyone' || method !== 'GET') continue
    const answer = await app.inject({ method: 'HEAD' satisfies HTTPMethods, url: url.replace(/:\w+/g, '0') })
    t.equal(answer.statusCode, 303, url)
  }
})

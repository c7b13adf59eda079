import type { HTTPMethods } from 'fastify'
import t from 'tap'
import { type Role, roles } from '../../../../server/domain/rights.ts'
import { testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
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
  'GET /intern/auswertung': ['forschung', 'evaluation'],
  'GET /intern/auswertung/:wave/:question': ['forschung', 'evaluation'],
  'GET /intern/auswertung/:wave/:question/skript/:ending': ['forschung', 'evaluation'],
  'GET /intern/ausfall': ['forschung', 'evaluation'],
  'GET /intern/ausfall/skript/:ending': ['forschung', 'evaluation'],
  'GET /intern/vergleich': ['forschung', 'evaluation'],
  'GET /intern/vergleich/skript/:ending': ['forschung', 'evaluation'],
  'GET /intern/exporte': ['forschung', 'evaluation'],
  'POST /intern/exporte': ['forschung', 'evaluation'],
  'GET /intern/verwaltungsdaten': ['forschung', 'evaluation'],
  'POST /intern/verwaltungsdaten/hochladen': ['forschung'],
  'GET /intern/verwaltungsdaten/vorschau/:upload': ['forschung'],
  'POST /intern/verwaltungsdaten/vorschau/:upload': ['forschung'],
  'GET /intern/verwaltungsdaten/:batch/zuruecknehmen': ['forschung'],
  'POST /intern/verwaltungsdaten/:batch/zuruecknehmen': ['forschung'],
  'GET /intern/betreiber': ['feldbuero', 'administration'],
  'GET /intern/personen': ['datenschutz'],
  'POST /intern/personen': ['datenschutz'],
  'GET /intern/personen/:id': ['datenschutz'],
  'POST /intern/personen/:id/suche': ['datenschutz'],
  'POST /intern/personen/:id/auswahl': ['datenschutz'],
  'POST /intern/personen/:id/frist': ['datenschutz'],
  'POST /intern/personen/:id/abschluss': ['datenschutz'],
  'GET /intern/personen/:id/loeschung': ['datenschutz'],
  'POST /intern/personen/:id/loeschung': ['datenschutz'],
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
  for (const role of everybody) visitors.set(role, await signIn(test, await staffAccount(test, role)))
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

t.test('HEAD asks for the same right as GET', async (t) => {
  const { app } = await testApp(t)
  for (const { method, url, right } of app.staffRoutes) {
    if (right === 'anyone' || method !== 'GET') continue
    const answer = await app.inject({ method: 'HEAD' satisfies HTTPMethods, url: url.replace(/:\w+/g, '0') })
    t.equal(answer.statusCode, 303, url)
  }
})

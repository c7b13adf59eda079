import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'

const hub = '/erhebung/umfrage-1/117019'

t.test('the hub offers the questionnaire as PDF, blank and with what was saved', async (t) => {
  const { app, login } = await testApp(t, {}, { PUBLIC_URL: 'https://stichtag.example' })
  const visitor = await login('KM')
  const page = await visitor.get(hub)
  const [blank = '', filled = ''] = [...page.text.matchAll(/href="([^"]+\/papier\/[^"]+)" download/g)].map(
    ([, href]) => href,
  )
  await visitor.get(`${hub}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '1234' })

  const load = async (url: string) => {
    const { statusCode, headers, rawPayload } = await app.inject({ url, headers: { cookie: visitor.cookie } })
    t.equal(statusCode, 200, url)
    t.match(headers, { 'content-type': 'application/pdf', 'cache-control': 'no-store' })
    return { name: headers['content-disposition'], ...(await readPdf(rawPayload)) }
  }
  const empty = await load(blank)
  t.equal(empty.name, 'attachment; filename="umfrage-1-leer.pdf"')
  t.match(empty.text, 'Kommune Eislingen/Fils (GKZ 117019)')
  t.match(empty.text, 'Hinweise zum Ausfüllen')
  t.notMatch(empty.text, '1.234')

  const stored = await load(filled)
  t.equal(stored.name, 'attachment; filename="umfrage-1-117019-stand.pdf"')
  t.match(stored.text, /Anzahl Zielpersonen in Kommune (?:Einwohner laut Register: [^)]*\) )?1\.234/)
  t.match(stored.text, /Gespeichert am \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr/)
  t.match(stored.text, 'https://stichtag.example/erhebung/umfrage-1/117019')
  t.match((await visitor.get(`${hub}/drucken`)).text, `href="${filled}" download`)

  const stranger = await app.inject(filled)
  t.equal(stranger.statusCode, 303, 'only for the guests of the wave')
})

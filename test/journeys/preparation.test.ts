import t from 'tap'
import { testAppFor } from '../support/app.ts'
import { barriersOn } from '../support/barriers.ts'
import { readPdf } from '../support/read-pdf.ts'
import { startSite } from '../support/site.ts'

const survey = '/erhebungen/umfrage-1'

t.test('whoever is asked finds what to prepare from all pages that come before, and prints it', async (t) => {
  const site = await startSite(t)
  const page = await (await site.context()).newPage()
  for (const [from, link] of [
    ['/', /: Vorbereitung$/],
    [survey, /^Vorbereitung: welche Stellen/],
  ] as const) {
    await page.goto(from)
    await page.getByRole('link', { name: link }).first().click()
    await page.waitForURL(`**${survey}/vorbereitung`)
  }
  await page.getByRole('heading', { name: 'Ausländerbehörde' }).waitFor()
  const text = (await page.locator('main').textContent()) ?? ''
  for (const said of ['Sozialamt', 'Einwohnermeldeamt', 'Jobcenter', 'Stand: 15.12.2018', 'F5 ', 'Duldung', '§ 60a'])
    t.ok(text.includes(said), said)
  t.strictSame(await barriersOn(page), [])
  const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true }))
  t.ok(pages.length <= 4, `${pages.length} sheets`)
  t.match(pages.join(' '), /☐ +F4 +Wie viele Zielpersonen/, 'to be ticked off on paper')
  const inside = await site.person('KM', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await inside.getByRole('link', { name: 'Vorbereitung' }).click()
  await inside.waitForURL(`**${survey}/vorbereitung`)
  const { width } = (await inside.locator('html').boundingBox()) ?? { width: 0 }
  t.equal(width, 360)
  t.strictSame(site.complaints, [])
})

t.test('there is none of a wave that nobody knows, and one for those who answer for themselves', async (t) => {
  const { app } = await testAppFor(t, 'umfrage-3')
  t.equal((await app.inject('/erhebungen/umfrage-9/vorbereitung')).statusCode, 404)
  const { body, statusCode } = await app.inject('/erhebungen/umfrage-3/vorbereitung')
  t.equal(statusCode, 200)
  t.match(body, /Anstellungsträger oder Antragsverbund/)
})

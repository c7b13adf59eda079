import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import t from 'tap'
import { compile } from '../../surveys/compile/compile.ts'
import { testAppAsking } from '../support/app.ts'
import { dateDefinition } from '../support/date-definition.ts'
import { exportWave } from '../support/export-wave.ts'
import { justifyAll } from '../support/fill-form.ts'
import { readPdf } from '../support/read-pdf.ts'
import { type Site, startSite, typeInto } from '../support/site.ts'

const home = '/erhebung/umfrage-1/117019'
const mainOf = async (page: Page) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')

t.test('days and months without script, from the form to the export', async (t) => {
  const site = await startSite(t, (t) => testAppAsking(t, dateDefinition()))
  const page = await site.person('KM', { javaScriptEnabled: false })
  await page.goto(`${home}/abschnitt/beginn`)
  const type = async (answers: Record<string, string>) => {
    for (const [name, text] of Object.entries(answers)) await typeInto(page, `[name=${name}]`, text)
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.getByText(/Gespeichert um/).waitFor()
  }

  await type({ beginn: 'Dez. 16', beschluss: '30.02.2018', antrag: '5/6/2018' })
  await page.locator('#antrag-fehler').waitFor()
  t.match(
    await page.locator('#beginn-fehler').textContent(),
    /In „Dez\. 16“ fehlt das Jahrhundert\. .* vier Ziffern: Dezember 2016 oder Dezember 1916\.$/,
  )
  t.match(await page.locator('#beschluss-fehler').textContent(), /Den 30\.02\.2018 gibt es nicht: .* hat 28 Tage/)
  t.match(await page.locator('#antrag-fehler').textContent(), /05\.06\.2018 oder 06\.05\.2018\.$/)
  t.equal(await page.locator('#beschluss').inputValue(), '30.02.2018', 'what was typed stays')
  t.equal(await page.getByLabel('An welchem Tag wurde das beschlossen?').getAttribute('aria-invalid'), 'true')
  await page.goto(`${home}/pruefen`)
  t.equal(await page.locator('.kern-alert--danger [id^="befund-"]').count(), 3)

  await page.goto(`${home}/abschnitt/beginn`)
  await type({ beginn: '12/2016', beschluss: '15122018', antrag: '1. März 2017', personen: '7' })
  t.equal(await page.locator('.kern-error').count(), 0)
  const shown = ['beginn', 'beschluss', 'antrag'].map((name) => page.locator(`[name=${name}]`).inputValue())
  t.strictSame(await Promise.all(shown), ['Dezember 2016', '15.12.2018', '01.03.2017'])
  const bound = 'In F2 steht Dezember 2016, gefragt ist nach Monaten ab Januar 2017.'
  await page.getByText(bound).waitFor()

  const stand = await (await page.context().request.get(`${home}/papier/stand`)).body()
  for (const words of ['Dezember 2016', '15.12.2018', '01.03.2017'])
    t.ok((await readPdf(stand)).text.includes(words), `${words} stands on paper`)
  await page.goto(`${home}/drucken`)
  t.match(await mainOf(page), /Dezember 2016.*15\.12\.2018.*01\.03\.2017/)

  await page.goto(`${home}/pruefen`)
  t.match(await mainOf(page), bound)
  await justifyAll(page)
  await page.getByRole('button', { name: 'Angaben verbindlich absenden' }).click()
  await page.waitForURL(/\/quittung\/Q-/)
  t.match(await mainOf(page), /Dezember 2016.*15\.12\.2018.*01\.03\.2017/)
  const receipt = await (await page.context().request.get(`${page.url()}/datei`)).body()
  t.match((await readPdf(receipt)).text, /Dezember 2016/)
  await isExported(site, t.testdir({}))
  t.strictSame(site.complaints, [])
})

async function isExported(site: Site, folder: string): Promise<void> {
  const { answers } = await site.db.selectFrom('submission').select('answers').executeTakeFirstOrThrow()
  t.strictSame(answers, {
    gkz: '117019',
    beginn: '2016-12',
    beschluss: '2018-12-15',
    antrag: '2017-03-01',
    personen: 7,
  })
  await exportWave(site, { wave: 'umfrage-1', instrument: compile(dateDefinition()), format: 'csv-de' }, folder)
  const read = async (name: string) => {
    const text = await readFile(join(folder, name), 'utf8')
    return Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
  }
  const [row] = (await read('umfrage-1.csv')).data
  t.match(row, {
    beginn: '2016-12',
    beschluss: '2018-12-15',
    beschluss_nv: '0',
    antrag: '2017-03-01',
    antrag_fehlt: '',
  })
  const book = (await read('umfrage-1-codebuch.csv')).data
  t.match(
    book.find(({ spalte }) => spalte === 'antrag'),
    { art: 'Datum', werte: 'JJJJ-MM-TT (ISO 8601)' },
  )
  const [reason] = (await read('umfrage-1-anmerkungen.csv')).data
  t.match(reason, { bezug: 'beginn_frueh', werte: 'beginn=2016-12' })
}

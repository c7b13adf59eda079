import t from 'tap'
import { barriersOn, visible } from '../support/barriers.ts'
import { countWithPython } from '../support/count-with-python.ts'
import { inventedPersons } from '../support/invented-persons.ts'
import { startSite } from '../support/site.ts'
import { writeList } from '../support/write-list.ts'

const home = '/erhebung/umfrage-1/117019'

t.test('three hundred persons are counted by keys alone, and nothing of them leaves the browser', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.goto(`${home}/auszaehlen`)
  const input = page.locator('#liste:enabled')
  await input.waitFor()
  const asked: string[] = []
  await page.route('**', (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  const csv = inventedPersons(300)
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
  await input.setInputFiles(file('leer.csv', Buffer.from('\n')))
  await page.getByText('In der Datei steht nichts.').waitFor()
  await input.setInputFiles(file('liste.csv', Buffer.from(csv, 'latin1')))
  await page.getByText(/^Gezählt: \d+ Personen am Stichtag 15\.12\.2018/).waitFor()
  t.equal(await page.evaluate(() => document.activeElement?.id), 'spalten-titel')
  const blocked = await page.evaluate(() => fetch('/erhebung').then(String, (error) => error.name))
  t.equal(blocked, 'TypeError', 'the page can ask for nothing, whatever its script does')

  const counts = () =>
    page
      .locator('[data-counting-fields] input')
      .evaluateAll((fields) =>
        Object.fromEntries(
          fields.map((field): [string, number] => [
            field.getAttribute('name') ?? '',
            Number(field.getAttribute('value')),
          ]),
        ),
      )
  const expected = countWithPython(csv, '2018-12-15')
  const found = await counts()
  t.strictSame(Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0)), expected)
  t.ok(Object.keys(found).length > 28)

  for (const [width, scheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: scheme })
    t.strictSame(await barriersOn(page, width === 1280 ? 'all' : visible), [])
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), width)
  }

  // By keys alone: the list of values is opened, and a word of this list is given its meaning.
  await page.locator('.counted-column summary').first().focus()
  await page.keyboard.press('Enter')
  const cloister = page.getByLabel(/^„Frauenhaus“: \d+ Personen$/)
  await cloister.waitFor()
  await page.keyboard.press('Tab')
  t.match(await page.evaluate(() => document.activeElement?.id), /^wert-unterbringung-0$/)
  await page.keyboard.type('kommunale')
  t.equal(await cloister.inputValue(), 'kommunale Wohnung')
  const after = await counts()
  t.ok((after.im_unterbringung_kommunal ?? 0) > (found.im_unterbringung_kommunal ?? 0))
  t.match(await page.evaluate(() => JSON.stringify(localStorage)), /frauenhaus/)
  t.notMatch(
    await page.evaluate(() => JSON.stringify(localStorage)),
    /A-1|syrisch|19\d\d/,
    'kept is what was said by hand',
  )
  t.strictSame(asked, [], 'nothing was asked for while the list was read and counted')

  await page.unroute('**')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: 'Ansehen, was sich im Fragebogen ändert' }).press('Enter')
  const body = new URLSearchParams((await sent).postData() ?? '')
  for (const [name, value] of body) if (!name.startsWith('_')) t.match(value, /^\d{1,3}$/, name)
  t.equal([...body.keys()].filter((name) => !name.startsWith('_')).length, Object.keys(after).length)
  await page.getByRole('button', { name: /Angaben übernehmen$/ }).press('Enter')
  await page.getByText(/Eingaben sind übernommen/).waitFor()
  const stored = await site.db.selectFrom('draft_value').select(['field', 'value']).execute()
  t.strictSame(
    Object.fromEntries(stored.filter(({ field }) => field in after).map(({ field, value }) => [field, Number(value)])),
    after,
  )

  // The next time its words are known, in a workbook with a second sheet as well; then they are forgotten.
  await page.goto(`${home}/auszaehlen`)
  await page.locator('#liste:enabled').waitFor()
  const book = writeList(`
sheet.append(["Nur eine Notiz"])
persons = book.create_sheet("Pläne")
persons.append(["Kennung", "Wohnform", "Kinder", None])
persons.append([None, None, "unter 18", "unter 6"])
persons.merge_cells("C1:D1")
persons.append(["1", "Frauenhaus", 2, 0])
`)
  await page.locator('#liste').setInputFiles(file('liste.xlsx', book))
  await page.getByText(/^Gezählt: 1 Person am Stichtag/).waitFor()
  t.match(await counts(), { im_plan: 1, im_unterbringung_kommunal: 1, im_kinder18: 1, im_kinder6: 0 })
  await page.getByRole('button', { name: 'Gemerkte Zuordnungen vergessen' }).press('Enter')
  t.match(await counts(), { im_unterbringung_kommunal: 0 })
  t.equal(await page.evaluate(() => localStorage.length), 0)
  t.strictSame(
    site.complaints.filter((one) => !/connect-src|cannot load \S+\/erhebung\./.test(one)),
    [],
  )
})

t.test('without a script the page says what to do instead', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto(`${home}/auszaehlen`)
  t.match(await page.locator('main').innerText(), /Ohne JavaScript kann diese Seite nicht zählen.*ZÄHLENWENN/s)
  t.equal(await page.locator('#liste').isVisible(), false)
  t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
})

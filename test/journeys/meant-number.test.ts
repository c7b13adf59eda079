import t from 'tap'
import type { Questionnaire } from '../../schemas/questionnaire.ts'
import { testAppAsking } from '../support/app.ts'
import { barriersOn } from '../support/barriers.ts'
import { smallDefinition } from '../support/definition.ts'
import { startSite } from '../support/site.ts'

const home = '/erhebung/umfrage-1/117019'

const definition: Questionnaire = {
  ...smallDefinition(),
  sections: [
    {
      id: 'zahlen',
      title: 'Zahlen',
      questions: [
        { number: 'F1', id: 'gkz', kind: 'gkz', title: 'Welche Kommune?', comment: false },
        { number: 'F2', id: 'alle', kind: 'count', title: 'Wie viele sind es?', label: 'Personen' },
        { number: 'F3', id: 'stellen', kind: 'decimal', title: 'Wie viele Stellen sind es?', label: 'Stellen' },
      ],
    },
  ],
  checks: [],
}

t.test('a number that may be meant is one press away with script', async (t) => {
  const site = await startSite(t, (t) => testAppAsking(t, definition))
  const page = await site.person('KM', { viewport: { width: 360, height: 740 } })
  await page.goto(`${home}/abschnitt/zahlen`)
  const [people, posts] = [page.locator('#alle'), page.locator('#stellen')]
  await people.fill('1,234')
  await posts.fill('1.500')
  await posts.blur()
  await page.getByRole('button', { name: '1,5 übernehmen' }).waitFor()
  await page
    .getByText(/Gespeichert um/)
    .first()
    .waitFor()

  t.match(await page.locator('#alle-fehler').textContent(), /„1,234“ ist keine ganze Zahl\. Meinen Sie 1\.234\?/)
  t.strictSame(await page.locator('#stellen-vorschlag button').allInnerTexts(), ['1500 übernehmen', '1,5 übernehmen'])
  t.strictSame(await barriersOn(page), [])

  await page.getByRole('button', { name: '1.234 übernehmen' }).click()
  await page.locator('#alle-vorschlag').waitFor({ state: 'detached' })
  t.equal(await people.inputValue(), '1.234')
  t.equal(await page.locator('#alle-fehler').count(), 0)
  t.equal(await page.evaluate(() => document.activeElement?.id), 'alle')
  t.equal(await page.locator('#stellen-vorschlag').count(), 1, 'the other one still asks')
  await page.getByRole('button', { name: '1,5 übernehmen' }).click()
  await page.locator('#stellen-vorschlag').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/abschnitt/zahlen'))

  await page.goto(`${home}/abschnitt/zahlen`)
  t.equal(await people.inputValue(), '1.234')
  t.equal(await posts.inputValue(), '1,5')
})

import t from 'tap'
import type { Questionnaire } from '../../schemas/questionnaire.ts'
import { testAppAsking } from '../support/app.ts'
import { barriersOn } from '../support/barriers.ts'
import { startSite } from '../support/site.ts'

const home = '/erhebung/umfrage-1/117019'

const definition: Questionnaire = {
  id: 'probe-liste',
  version: '1.0.0',
  title: 'Probe für Listen',
  unit: 'gemeinde',
  frist: '2999-02-08',
  introduction: [],
  reasons: [{ code: 'bestand', label: 'Es ist so' }],
  sections: [
    {
      id: 'orte',
      title: 'Orte',
      questions: [
        { number: 'F1', id: 'gkz', kind: 'gkz', title: 'Welche Kommune?', comment: false },
        { number: 'F2', id: 'orte', kind: 'gemeinden', title: 'Mit welchen Kommunen arbeiten Sie zusammen?' },
      ],
    },
    {
      id: 'danach',
      title: 'Danach',
      questions: [{ number: 'F3', id: 'anmerkung', kind: 'text', title: 'Was noch?' }],
    },
  ],
  checks: [],
}

const wrong = [
  'Zeile 1: „salch“ ist keine Kommune in Baden-Württemberg. Meinen Sie 117042 (Salach, Landkreis Göppingen)?',
  'Zeile 3: „Atlantis“ ist keine Kommune in Baden-Württemberg.',
]

t.test('a list with slips with script', async (t) => {
  const site = await startSite(t, (t) => testAppAsking(t, definition))
  const page = await site.person('KM', { viewport: { width: 360, height: 740 } })
  await page.goto(`${home}/abschnitt/orte`)
  const search = page.getByRole('combobox')
  await search.pressSequentially('salch')
  await page.getByRole('option', { name: 'Salach' }).waitFor()
  await search.fill('')
  await search.pressSequentially('goppingen')
  await page.getByRole('option', { name: 'Göppingen' }).waitFor()
  await search.fill('')
  await page.getByText('Liste als Text bearbeiten').click()

  const goOn = () => page.getByRole('button', { name: 'Speichern und weiter' }).click()
  await page.locator('[name=orte]').fill('salch\ngoppingen\nAtlantis')
  await goOn()
  await page.waitForURL(/gespeichert=ja/)
  t.match(page.url(), '/abschnitt/orte', 'what names no Kommune stops as a number does that is none')
  const error = (await page.locator('#orte-fehler').textContent()) ?? ''
  for (const line of wrong) t.ok(error.includes(line), line)
  t.equal(await page.locator('[name=orte]').inputValue(), 'salch\n117026 Göppingen\nAtlantis')
  const summary = page.getByRole('group', { name: /Aufmerksamkeit/ }).or(page.locator('[data-focus]'))
  t.match(await summary.first().textContent(), /F2, .*Zeile 1: .*Zeile 3: /s)
  t.strictSame(await barriersOn(page), [])

  await page.getByRole('button', { name: 'Bestätigen' }).click()
  await page.locator('#orte-fehler', { hasText: 'Zeile 3' }).waitFor()
  if (!(await page.locator('[name=orte]').isVisible())) await page.getByText('Liste als Text bearbeiten').click()
  t.equal(await page.locator('[name=orte]').inputValue(), '117042 Salach\n117026 Göppingen\nAtlantis')

  await page.locator('[name=orte]').fill('117042 Salach\n117026 Göppingen')
  await goOn()
  await page.waitForURL(/abschnitt\/danach/)
  t.strictSame(site.complaints, [])
})

t.test('the script offers what was probably meant as soon as it is saved', async (t) => {
  const site = await startSite(t, (t) => testAppAsking(t, definition))
  const page = await site.person('KM')
  await page.goto(`${home}/abschnitt/orte`)
  await page.getByText('Liste als Text bearbeiten').click()
  await page.locator('[name=orte]').fill('salch')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Bestätigen' }).click()
  await page.locator('.entries', { hasText: '117042 Salach' }).waitFor()
  await page.locator('#orte-fehler').waitFor({ state: 'detached' })
  t.equal(await page.getByRole('button', { name: 'Bestätigen' }).count(), 0)
})

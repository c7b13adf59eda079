import t from 'tap'
import { startFormSite } from '../support/form-site.ts'

const site = await startFormSite()
t.teardown(() => site.end())

t.test('a state that is typed says where it counts, and leads there', async (t) => {
  const { page, posted } = await site.open('states')
  const question = page.locator('#frage-zp_herkunft')
  await question.getByText('Wo zählt welcher Staat?').click()
  const search = question.getByRole('combobox', { name: 'Name des Staates' })
  await search.fill('georg')
  await question.getByRole('option').filter({ hasText: 'aus sonstigen asiatischen Staaten' }).waitFor()
  await page.keyboard.press('Enter')
  const answer = question.locator('.states__answer')
  t.match(await answer.textContent(), /Georgien zählt zu „aus sonstigen asiatischen Staaten“.*Zweifelhaft: /)
  await answer.getByRole('link').click()
  t.equal(await page.evaluate(() => document.activeElement?.id ?? ''), 'zp_herkunft_asien')
  t.strictSame(posted, [], 'what is looked up is no answer')
})

t.test('former names and spellings without accents are found', async (t) => {
  const { page } = await site.open('states')
  const question = page.locator('#frage-zp_herkunft')
  await question.getByText('Wo zählt welcher Staat?').click()
  for (const [typed, name] of [
    ['cote d', 'Côte d’Ivoire'],
    ['elfenbein', 'Elfenbeinküste'],
    ['burma', 'Burma'],
    ['staatenlos', 'Staatenlos'],
  ] as const) {
    await question.getByRole('combobox').fill(typed)
    await question.getByRole('option', { name }).waitFor()
  }
  t.pass('all found')
})

t.test('without a script the states are a list by letter', async (t) => {
  const { page } = await site.open('states', { script: false })
  const question = page.locator('#frage-zp_herkunft')
  await question.getByText('Wo zählt welcher Staat?').click()
  await question.locator('summary', { hasText: /^G$/ }).click()
  const line = question.locator('li', { hasText: 'Georgien' })
  t.ok(await line.isVisible())
  t.match(await line.textContent(), /asiatischen Staaten.*Zweifelhaft/s)
})

t.test('the name of the Kommune is confirmed by a box, and taken back', async (t) => {
  const { page, posted } = await site.open('name')
  const box = page.getByRole('checkbox', { name: 'Ja, wir antworten für Donzdorf.' })
  await box.check()
  await page.getByText('Gespeichert um 14:05 Uhr').waitFor()
  await box.uncheck()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="_rev"]')?.value === '9')
  t.strictSame(
    posted.map(({ kommune }) => kommune),
    ['Donzdorf', ''],
  )
})

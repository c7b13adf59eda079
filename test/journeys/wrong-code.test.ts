import t from 'tap'
import { startSite } from '../support/site.ts'

t.test('with script: a wrong code stays in its field, with what may be wrong', async (t) => {
  const site = await startSite(t)
  const options = { viewport: { width: 1280, height: 740 } }
  const page = await (await site.context(options)).newPage()
  await page.goto('/zugang')
  const code = await site.codeFor('117019')
  await page.getByLabel('Zugangscode').fill(code.slice(0, 14))
  await page.getByRole('button', { name: 'Fragebogen öffnen' }).click()
  await page.getByText('Eingegeben sind 12 Zeichen, ein Zugangscode hat 16.').first().waitFor()
  t.equal(await page.getByLabel('Zugangscode').inputValue(), code.slice(0, 14))
  await page.getByLabel('Zugangscode').fill(code)
  await page.getByRole('button', { name: 'Fragebogen öffnen' }).click()
  await page.waitForURL(/\/erhebung\//)
  t.strictSame(site.complaints, [])
})

import { join } from 'node:path'
import t from 'tap'
import { flatFile } from '../support/admindata.ts'
import { startSite } from '../support/site.ts'
import { appCode, password, staffAccount } from '../support/staff.ts'

t.test('a researcher without script reads a file in and takes it back', async (t) => {
  const site = await startSite(t)
  const account = await staffAccount(site, 'forschung')
  const name = '12411-0015_de_flat.csv'
  const path = join(t.testdir({ [name]: flatFile({ key: '08117019', value: 20_000 }) }), name)
  const page = await (await site.context({ javaScriptEnabled: false })).newPage()
  await page.goto('/intern/verwaltungsdaten')
  await page.getByLabel('Anmeldename').fill(account.name)
  await page.getByLabel('Kennwort').fill(password)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByLabel('Code aus der App').fill(await appCode(site, account))
  await page.getByRole('button', { name: 'Anmelden' }).click()

  await page.getByLabel('Datei', { exact: true }).setInputFiles(path)
  await page.getByRole('button', { name: 'Hochladen und ansehen' }).click()
  await page.getByRole('heading', { name: `Vorschau: ${name}` }).waitFor()
  await page.getByRole('button', { name: 'Einlesen' }).click()
  t.match(await page.getByRole('status').textContent(), /ist eingelesen, Nummer 1/)

  await page.getByRole('link', { name: `${name} zurücknehmen` }).click()
  await page.getByLabel('Grund').fill('falscher Stichtag')
  await page.getByRole('button', { name: 'Zurücknehmen' }).click()
  t.match(await page.getByRole('status').textContent(), /ist zurückgenommen/)
  t.match(await page.locator('main').textContent(), /falscher Stichtag/)
})

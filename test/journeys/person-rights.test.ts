import type { Page } from 'playwright-core'
import t from 'tap'
import { testApp } from '../support/app.ts'
import { type Site, startSite } from '../support/site.ts'
import { appCode, password, staffAccount } from '../support/staff.ts'

const today = new Date().toLocaleDateString('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

async function signIn(site: Site, page: Page): Promise<void> {
  const account = await staffAccount(site, 'datenschutz', 'd.schutz')
  await page.goto('/intern')
  await page.getByLabel('Anmeldename').fill(account.name)
  await page.getByLabel('Kennwort').fill(password)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByLabel('Code aus der App').fill(await appCode(site, account))
  await page.getByRole('button', { name: 'Anmelden' }).click()
}

async function openRequest(page: Page, kind: string, searched: string): Promise<void> {
  await page.getByRole('link', { name: 'Personen', exact: true }).first().click()
  await page
    .getByLabel(/worum|Worum|Recht|Art/)
    .first()
    .selectOption(kind)
  await page.getByLabel('Eingegangen am').fill(today)
  await page.getByLabel('Wonach gesucht wird').fill(searched)
  await page
    .locator('form', { has: page.locator('#eingang') })
    .getByRole('button')
    .click()
  await page.getByRole('link', { name: 'Alles ankreuzen' }).click()
}

t.test('the data protection officer corrects what a person demands, and restricts it, without script', async (t) => {
  const site = await startSite(t, (end) => testApp(end, {}, { STICHTAG_DATA: t.testdir({}) }))
  const kommune = await site.login('KM')
  await kommune.get(`${kommune.home}/abschnitt/sprache`)
  await kommune.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Weis' })
  await kommune.submit()
  const page = await (await site.context({ javaScriptEnabled: false })).newPage()
  await signIn(site, page)

  await openRequest(page, 'berichtigung', 'Weis')
  await page.getByRole('button', { name: 'Berichtigung vorbereiten' }).click()
  await page.getByRole('button', { name: 'Vorschau' }).click()
  t.match(await page.locator('#fehler').textContent(), /mindestens einen neuen Text/)
  await page.getByLabel('neuer Text').fill('laut Weiß')
  await page.getByRole('button', { name: 'Vorschau' }).click()
  await page.getByRole('button', { name: 'Texte ändern' }).click()
  t.equal(await page.getByLabel('neuer Text').inputValue(), 'laut Weiß', 'what was typed is still there')
  await page.getByRole('button', { name: 'Vorschau' }).click()
  await page.getByRole('button', { name: 'Jetzt berichtigen' }).click()
  await page.getByRole('heading', { name: 'Nachweis der Berichtigung' }).waitFor()
  t.match((await kommune.get(kommune.home)).words, /berichtigt am .* durch die erhebende Stelle auf Antrag/)

  await openRequest(page, 'einschraenkung', 'laut Weiß')
  await page.getByRole('button', { name: 'Einschränkung vorbereiten' }).click()
  await page.getByRole('button', { name: 'Jetzt einschränken' }).click()
  t.match(await page.locator('#fehler').textContent(), /wählen Sie den Grund/)
  await page.getByLabel('Grund').selectOption('a')
  await page.getByRole('button', { name: 'Jetzt einschränken' }).click()
  await page.getByRole('heading', { name: 'Einschränkungen' }).waitFor()
  await page.getByRole('checkbox').check()
  await page.getByLabel('Wann die Person unterrichtet wurde').fill(today)
  await page.getByRole('button', { name: 'Einschränkung aufheben' }).click()
  t.match(await page.locator('main').textContent(), /Keine davon gilt noch/)
})

import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { enter, type Site, startSite } from '../support/site.ts'
import { appCode, password, staffAccount } from '../support/staff.ts'

async function signedIn(site: Site, name: string): Promise<Page> {
  const account = await staffAccount(site, 'feldbuero', name)
  const page = await (await site.context({ viewport: { width: 360, height: 800 } })).newPage()
  await page.goto('/intern')
  await page.getByLabel('Anmeldename').fill(name)
  await page.getByLabel('Kennwort').fill(password)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByLabel('Code aus der App').fill(await appCode(site, account))
  await page.getByRole('button', { name: 'Anmelden' }).click()
  return page
}

const isNarrow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

/** As wide as a phone: nothing is cut off, and nothing is in the way of those who see or hear it otherwise. */
async function isFit(t: Test, page: Page, what: string): Promise<void> {
  t.ok(await isNarrow(page), `${what} fits`)
  t.strictSame(await barriersOn(page), [], what)
}

t.test('a large correction by two, read and spoken against by the Kommune, and taken back', async (t) => {
  const site = await startSite(t)
  const respondent = await site.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  await respondent.submit()

  const first = await signedIn(site, 'f.eins')
  await first.goto('/intern/erhebungen/umfrage-1/teilnehmende/117019')
  await first.getByRole('link', { name: 'Formular ansehen' }).click()
  await first.getByRole('link', { name: 'Angaben korrigieren' }).click()
  await isFit(t, first, 'the list of fields')
  await first.goto(`${first.url()}?feld=zp_gesamt`)
  await first.getByLabel('Verwendet werden soll').fill('12')
  await first.getByRole('button', { name: 'Korrigieren' }).click()
  t.match(await first.locator('#fehler').textContent(), /wählen Sie einen Grund.*woher Sie es wissen/s)
  await first.getByLabel('Grund').selectOption({ label: 'Tippfehler' })
  await first.getByLabel('Woher Sie es wissen').selectOption({ label: 'Gespräch am Telefon' })
  await first.getByLabel('Bemerkung').fill('Die Null war zu viel.')
  await isFit(t, first, 'the form')
  await first.getByRole('button', { name: 'Korrigieren' }).click()
  t.match(await first.locator('main').textContent(), /zweites Konto zustimmen/)

  const kommune = await (
    await site.context({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  ).newPage()
  await enter(kommune, await site.codeFor('117019'), 'KM')
  t.notMatch(await kommune.locator('main').textContent(), /anderer Wert/, 'it does not hold yet')

  const second = await signedIn(site, 'f.zwei')
  await second.goto('/intern/freigaben')
  t.match(await second.locator('main').textContent(), /Angaben korrigieren.*120 → 12/s)
  await second.getByRole('button', { name: 'Zustimmen' }).click()

  await kommune.reload()
  await kommune
    .getByRole('link', { name: /^Quittung/ })
    .first()
    .click()
  t.match(await kommune.locator('main').textContent(), /Korrekturen.*12 statt 120/s)
  await kommune.getByRole('link', { name: /widersprechen/ }).click()
  t.match(await kommune.locator('main').textContent(), /Tippfehler; Gespräch am Telefon.*Die Null war zu viel/s)
  t.notMatch(await kommune.locator('main').textContent(), /f\.eins/, 'who did it is said to the office alone')
  await kommune.getByText('Das stimmt so nicht').click()
  await kommune.getByRole('button', { name: 'Widersprechen' }).click()
  t.match(await kommune.locator('#fehler').textContent(), /was nicht stimmt/)
  await kommune.getByLabel(/Was stimmt nicht/).fill('Es sind wirklich 120.')
  await kommune.getByRole('button', { name: 'Widersprechen' }).click()
  t.match(await kommune.locator('main').textContent(), /Ihr Widerspruch ist gespeichert/)
  t.ok(await isNarrow(kommune), 'what the Kommune reads fits')

  await first.goto('/intern/erhebungen/umfrage-1/korrekturen?stand=widersprochen')
  t.match(await first.locator('main').textContent(), /f\.eins und f\.zwei.*Es sind wirklich 120/s)
  await isFit(t, first, 'the list')
  await first.getByRole('button', { name: /^Zurücknehmen/ }).click()
  t.match(await first.locator('main').textContent(), /Zurückgenommen/)
  await kommune.goto('/erhebung/umfrage-1/117019')
  t.notMatch(await kommune.locator('main').textContent(), /anderer Wert/)
  t.strictSame(site.complaints, [])
})

import type { Page } from 'playwright-core'
import t from 'tap'
import { startSite } from '../support/site.ts'

/** Presses Tab until the wanted element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return
  }
  throw new Error(`${wanted} cannot be reached with Tab`)
}

t.test('from the code to the receipt by keyboard alone', async (t) => {
  const site = await startSite(t)
  const page = await (await site.context()).newPage()
  await page.goto('/zugang')
  await tabTo(page, '#code')
  await page.keyboard.type(await site.codeFor('117019'))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/erhebung\/umfrage-1\/117019$/)
  await tabTo(page, 'a[href$="/abschnitt/zielpersonen"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/zielpersonen$/)

  await tabTo(page, '[name=zp_unterbringung_gemeinschaft]')
  for (const number of ['4', '5', '6', '0']) {
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
  }
  await page.getByText(/Gespeichert um/).waitFor()
  t.strictSame(
    await Promise.all(
      ['gemeinschaft', 'kommunal', 'privat', 'unbekannt'].map((code) =>
        page.locator(`[name=zp_unterbringung_${code}]`).inputValue(),
      ),
    ),
    ['4', '5', '6', '0'],
    'Enter goes to the next number',
  )
  await tabTo(page, '[name=zp_status_nv], [name=zp_herkunft_nv]')
  await page.keyboard.press('Space')
  await tabTo(page, 'button[value=hub]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/erhebung\/umfrage-1\/117019$/)
  await tabTo(page, 'a[href$="/pruefen"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/pruefen/)
  await tabTo(page, '#leer-bestaetigen')
  await page.keyboard.press('Space')
  await tabTo(page, 'button[value=absenden]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quittung\//)
  t.match(await page.locator('h1').textContent(), /Quittung|Beleg|eingegangen/i)
})

t.test('the skip link comes first, and errors take the focus', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.keyboard.press('Tab')
  t.equal(await page.evaluate(() => document.activeElement?.textContent), 'Zum Inhalt springen')
  await page.goto('/erhebung/umfrage-1/117019/abschnitt/sprache')
  await page.locator('[name=im_alpha]').fill('viele')
  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  await page.waitForURL(/gespeichert=ja/)
  t.match(await page.title(), /^Fehler/)
  t.match(await page.evaluate(() => document.activeElement?.textContent), /„viele“ ist keine Zahl/)
  await page
    .getByRole('link', { name: /„viele“ ist keine Zahl/ })
    .first()
    .click()
  t.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'im_alpha')
})

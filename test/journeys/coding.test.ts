import type { Page } from 'playwright-core'
import t from 'tap'
import { type Site, startSite } from '../support/site.ts'
import { appCode, password, staffAccount } from '../support/staff.ts'
import { write } from '../support/written-texts.ts'

const href = '/intern/erhebungen/umfrage-1/texte'
const field = 'zp_gesamt_kom'

/** Three comments, two categories, and somebody who is logged in. */
async function begin(site: Site, page: Page): Promise<void> {
  for (const unit of ['117019', '117026', '117042'])
    await write(site, unit, { [field]: `Die Wege zu den Unterkünften sind weit, sagt ${unit}.` })
  const account = await staffAccount(site, 'forschung')
  await page.goto('/intern')
  await page.getByLabel('Anmeldename').fill(account.name)
  await page.getByLabel('Kennwort').fill(password)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByLabel('Code aus der App').fill(await appCode(site, account))
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor()
  await page.goto(`${href}/kategorien`)
  await page.getByLabel('Name', { exact: true }).fill('Themen')
  await page.getByLabel('Kategorien', { exact: true }).fill('Wohnen\n Wege\nGeld')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByText('Fragen wählen').click()
  await page.locator(`[name=frage][value=${field}]`).check()
  await page.getByRole('button', { name: 'Fragen speichern' }).click()
  await page.waitForURL(/getan=fragen/)
  await page.goto(`${href}/kodieren?frage=${field}`)
}

const chosen = (page: Page) => page.locator('[name=kategorie]:checked').evaluateAll((all) => all.map(({ id }) => id))

async function selectStart(page: Page, characters: number): Promise<void> {
  await page.locator('[data-coding-text]').evaluate((text, end) => {
    const range = document.createRange()
    range.setStart(text.firstChild ?? text, 0)
    range.setEnd(text.firstChild ?? text, end)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, characters)
}

t.test('texts are coded by keys alone: categories, a part of a text, on, back and undone', async (t) => {
  const site = await startSite(t)
  const page = await (await site.context()).newPage()
  await begin(site, page)
  const place = page.getByText(/\d von 3, /)
  t.match(await place.textContent(), /1 von 3, offen/)
  await page.keyboard.press('1')
  await page.keyboard.press('3')
  await page.keyboard.press('3')
  t.strictSame(await chosen(page), ['kategorie-wohnen'], 'a second press takes it away')
  await selectStart(page, 8)
  await page.keyboard.press('2')
  t.ok(await page.getByLabel('Wege: „Die Wege“').isChecked())
  await page.keyboard.press('n')
  await page.waitForURL(/getan=gespeichert/)
  t.match(await place.textContent(), /2 von 3, offen/)

  await page.keyboard.press('b')
  await page.getByText(/1 von 3, einmal zugeordnet/).waitFor()
  t.strictSame(await chosen(page), ['kategorie-wohnen'])
  t.ok(await page.getByLabel('Wege: „Die Wege“').isChecked(), 'the part is kept')
  await page.keyboard.press('u')
  await page.waitForURL(/getan=zurueck/)
  await page.getByText(/1 von 3, offen/).waitFor()
  t.strictSame(await chosen(page), [])
  await page.keyboard.press('0')
  await page.getByText(/2 von 3, offen/).waitFor()

  await page.getByRole('link', { name: 'Zur Liste' }).focus()
  await page.getByLabel('Text', { exact: true }).focus()
  await page.keyboard.press('n')
  await page.getByText('Bitte wählen Sie mindestens eine Kategorie').first().waitFor()
  t.strictSame(site.complaints, [])
})

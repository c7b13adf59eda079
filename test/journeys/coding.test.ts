import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import t from 'tap'
import type { Role } from '../../server/domain/rights.ts'
import { readPdf } from '../support/read-pdf.ts'
import { type Site, startSite } from '../support/site.ts'
import { appCode, password, staffAccount } from '../support/staff.ts'
import { write } from '../support/written-texts.ts'

const href = '/intern/erhebungen/umfrage-1/texte'
const field = 'zp_gesamt_kom'

async function signIn(site: Site, role: Role, name: string, options?: BrowserContextOptions): Promise<Page> {
  const account = await staffAccount(site, role, name)
  const page = await (await site.context(options)).newPage()
  await page.goto('/intern')
  await page.getByLabel('Anmeldename').fill(account.name)
  await page.getByLabel('Kennwort').fill(password)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByLabel('Code aus der App').fill(await appCode(site, account))
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor()
  return page
}

async function makeCategories(page: Page): Promise<void> {
  await page.goto(`${href}/kategorien`)
  await page.getByLabel('Name', { exact: true }).fill('Themen')
  await page.getByLabel('Kategorien', { exact: true }).fill('Wohnen\n Wege\nGeld')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByText('Fragen wählen').click()
  await page.locator(`[name=frage][value=${field}]`).check()
  await page.getByRole('button', { name: 'Fragen speichern' }).click()
  await page.waitForURL(/getan=fragen/)
}

const chosen = (page: Page) => page.locator('[name=kategorie]:checked').evaluateAll((all) => all.map(({ id }) => id))

/** Keys say something once the script has told which. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  await page.locator('[data-coding-keys]').waitFor()
  for (const key of keys) await page.keyboard.press(key)
}

async function selectStart(page: Page, characters: number): Promise<void> {
  await page.locator('[data-coding-text]').evaluate((text, end) => {
    const range = document.createRange()
    range.setStart(text.firstChild ?? text, 0)
    range.setEnd(text.firstChild ?? text, end)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, characters)
}

t.test(
  'three people make an annex of texts: two code them, one of both without script, the third agrees',
  async (t) => {
    const site = await startSite(t)
    for (const [place, unit] of ['117019', '117026', '117042'].entries())
      await write(site, unit, {
        [field]: `Die Wege zu den Unterkünften sind weit, sagt Frau Yilmaz zum ${place + 1}. Mal.`,
      })

    const first = await signIn(site, 'forschung', 'anna')
    await makeCategories(first)
    await first.goto(`${href}/kodieren?frage=${field}`)
    const place = first.getByText(/\d von 3, /)
    t.match(await place.textContent(), /1 von 3, offen/)
    await press(first, '1', '3', '3')
    t.strictSame(await chosen(first), ['kategorie-wohnen'], 'a second press takes it away')
    await selectStart(first, 8)
    await press(first, '2')
    t.ok(await first.getByLabel('Wege: „Die Wege“').isChecked())
    await press(first, 'n')
    await first.waitForURL(/getan=gespeichert/)
    t.match(await place.textContent(), /2 von 3, offen/)
    await press(first, 'b')
    await first.getByText(/1 von 3, einmal zugeordnet/).waitFor()
    t.strictSame(await chosen(first), ['kategorie-wohnen'])
    t.ok(await first.getByLabel('Wege: „Die Wege“').isChecked(), 'the part is kept')
    await press(first, 'u')
    await first.waitForURL(/getan=zurueck/)
    await first.getByText(/1 von 3, offen/).waitFor()
    t.strictSame(await chosen(first), [])
    await press(first, '0')
    await first.getByText(/2 von 3, offen/).waitFor()
    await first.getByLabel('Text', { exact: true }).focus()
    await press(first, 'n')
    await first.getByText('Bitte wählen Sie mindestens eine Kategorie').first().waitFor()
    await first.getByLabel('Text', { exact: true }).focus()
    await press(first, '1', 'n')
    await first.getByText(/3 von 3, offen/).waitFor()
    await press(first, '3', 'n')
    await first.waitForURL(/\/liste/)

    const second = await signIn(site, 'feldbuero', 'ben', { javaScriptEnabled: false })
    await second.goto(`${href}/kodieren?frage=${field}`)
    await second.getByRole('button', { name: 'Passt zu keiner' }).click()
    for (const category of ['Wohnen', 'Wege']) {
      t.equal(await second.locator('[name=kategorie]:checked').count(), 0, 'what the first gave is not told')
      await second.getByRole('checkbox', { name: category }).check()
      await second.getByRole('button', { name: 'Speichern und weiter' }).click()
    }
    await second.waitForURL(/\/liste/)
    await second.goto(`${href}/kategorien`)
    await second.getByRole('link', { name: 'Themen' }).click()
    await second.getByRole('link', { name: 'Übereinstimmung und Unterschiede' }).click()
    await second.getByLabel('Warum').nth(1).fill('Es geht um Fahrkarten.')
    await second.getByRole('button', { name: /^Gehört dazu: Geld/ }).click()
    await second.getByLabel('Warum').fill('Die Wege sind nicht das Thema.')
    await second.getByRole('button', { name: /^Gehört nicht dazu: Wege/ }).click()
    t.equal(await second.getByRole('heading', { name: 'Entschieden' }).count(), 1)
    t.equal(await second.getByLabel('Warum').count(), 0, 'nothing is left to settle')

    await second.goto(`${href}/liste?frage=${field}`)
    await second
      .getByRole('link', { name: /^Schwärzen/ })
      .last()
      .click()
    await second.getByRole('button', { name: 'Ersetzen: Stelle 1' }).click()
    while ((await second.getByRole('button', { name: /^Ersetzen/ }).count()) > 0)
      await second
        .getByRole('button', { name: /^Ersetzen/ })
        .first()
        .click()
    await second.getByRole('button', { name: 'Einem zweiten Konto vorlegen' }).click()
    await second.getByRole('link', { name: 'Zur Freigabe' }).click()
    t.equal(await second.getByRole('button', { name: /^Freigeben/ }).count(), 0, 'not by who prepared it')

    const third = await signIn(site, 'feldbuero', 'carla')
    await third.goto(`${href}/freigabe`)
    await third.getByRole('button', { name: /^Freigeben/ }).click()
    await third.getByText('Der Wortlaut ist freigegeben.').waitFor()
    await third.goto(`${href}/anhang`)
    const wording = 'Die Wege zu den Unterkünften sind weit, sagt Frau [Name] zum 3. Mal.'
    await third.getByText(wording).waitFor()
    const [download] = await Promise.all([
      third.waitForEvent('download'),
      third.getByRole('button', { name: 'Anhang als PDF' }).click(),
    ])
    const paper = await readPdf(await readFile(await download.path()))
    t.ok(paper.tagged)
    t.match(paper.text.replace(/\s+/g, ' '), wording)
    t.notMatch(paper.text, /Yilmaz/)
    t.strictSame(site.complaints, [])
  },
)

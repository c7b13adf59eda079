import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import t from 'tap'
import { type Site, startSite, typeInto } from '../support/site.ts'

const section = (gkz: string) => `/erhebung/umfrage-1/${gkz}/abschnitt/sprache`

async function addCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Zugangscode').fill(code)
  await page.getByRole('button', { name: 'Hinzufügen' }).click()
}

/** What is stored in a field, by Kommune. */
async function stored({ db }: Site, field: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ unit: string; value: string }>`
    select unit, value from draft_value join participant on id = participant_id where field = ${field}`.execute(db)
  return Object.fromEntries(rows.map(({ unit, value }) => [unit, value]))
}

t.test('two Kommunen in two tabs, with script', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.getByRole('link', { name: 'Weitere Kommune hinzufügen' }).click()
  await addCode(page, '0000-0000-0000-0000')
  t.match(await page.locator('#fehler').textContent(), /keine Anmeldung möglich/)
  await addCode(page, await site.codeFor('117042'))
  t.match(await page.locator('main').textContent(), /ist hinzugekommen/)

  await page.getByRole('link', { name: 'Eislingen/Fils' }).click()
  await page.goto(section('117019'))
  const other = await page.context().newPage()
  await other.goto('/erhebung')
  await other.getByRole('link', { name: 'Salach' }).click()
  await other.goto(section('117042'))
  for (const [tab, name] of [
    [page, 'Eislingen/Fils'],
    [other, 'Salach'],
  ] as const) {
    t.match(await tab.locator('.context').textContent(), name)
    t.match(await tab.title(), name, 'tabs can be told apart')
  }

  const save = async (tab: Page, value: string) => {
    const answer = tab.waitForResponse((response) => response.request().method() === 'POST')
    await typeInto(tab, '[name=im_alpha]', value)
    await answer
    await tab.getByText(/Gespeichert um/).waitFor()
  }
  await save(page, '19')
  await save(other, '42')
  await save(page, '20')
  t.strictSame(await stored(site, 'im_alpha'), { 117019: '20', 117042: '42' })

  await other.getByRole('link', { name: 'wechseln' }).click()
  const overview = other.locator('main')
  t.match(await overview.textContent(), /0 von 2 abgesendet, 2 begonnen.*Eislingen\/Fils.*begonnen.*Salach.*begonnen/s)
  await overview
    .getByRole('link', { name: /^Abschnitt „Angaben zur/ })
    .last()
    .click()
  t.match(other.url(), '/erhebung/umfrage-1/117042/abschnitt/', 'the next step is that of its own form')
  await other.getByRole('button', { name: 'Abmelden' }).click()
  await page.reload()
  t.match(page.url(), /\/zugang/, 'one logout ends both')
  t.strictSame(site.complaints, [])
})

t.test('a tab of a Kommune that the session no longer has: nothing is lost, nothing lands elsewhere', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.goto(section('117019'))
  const other = await page.context().newPage()
  const relogin = async () => {
    await other.goto('/erhebung')
    await other.getByRole('button', { name: 'Abmelden' }).click()
    await other.getByLabel('Zugangscode').fill(await site.codeFor('117042'))
    await other.getByRole('button', { name: 'Fragebogen öffnen' }).click()
    await other.waitForURL(/117042/)
  }
  await relogin()
  await typeInto(page, '[name=im_alpha]', '19')
  const login = page.getByRole('link', { name: 'In einem neuen Fenster anmelden' })
  await login.waitFor()
  t.strictSame(await stored(site, 'im_alpha'), {})
  const [third] = await Promise.all([page.context().waitForEvent('page'), login.click()])
  await addCode(third, await site.codeFor('117019'))
  await third.waitForURL(section('117019'))
  await page.getByText(/Gespeichert um/).waitFor({ timeout: 30_000 })
  t.ok(await login.isHidden())
  t.strictSame(await stored(site, 'im_alpha'), { 117019: '19' })
})

t.test('the same without script', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { javaScriptEnabled: false })
  await page.goto(section('117019'))
  await page.locator('[name=im_alpha]').fill('19')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  t.match(await page.locator('h1').textContent(), /noch nicht gespeichert/)
  const [login] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /anmelden/ }).click(),
  ])
  await login.getByLabel('Zugangscode').fill(await site.codeFor('117019'))
  await login.getByRole('button', { name: 'Fragebogen öffnen' }).click()
  await login.waitForURL(section('117019'))
  await page.getByRole('button', { name: 'Eingaben noch einmal senden' }).click()
  t.equal(await page.locator('[name=im_alpha]').inputValue(), '19', 'shown once more, to be looked at')
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  t.strictSame(await stored(site, 'im_alpha'), { 117019: '19' })
})

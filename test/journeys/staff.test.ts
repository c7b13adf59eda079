import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { Secret } from 'otpauth'
import type { Page } from 'playwright-core'
import t from 'tap'
import { hashPassword } from '../../server/domain/password.ts'
import { totpCode } from '../../server/domain/totp.ts'
import { addAccount } from '../../server/store/staff-accounts.ts'
import { type Site, startSite } from '../support/site.ts'
import { appCode, password, staffAccount } from '../support/staff.ts'

const first = 'ABCD-EFGH-JKMN-PQRS'

async function typePassword(page: Page, name: string, kennwort: string): Promise<void> {
  await page.goto('/intern')
  await page.getByLabel('Anmeldename').fill(name)
  await page.getByLabel('Kennwort').fill(kennwort)
  await page.getByRole('button', { name: 'Weiter' }).click()
}

async function typeCode(page: Page, code: string, button = 'Anmelden'): Promise<void> {
  await page.getByLabel('Code aus der App').fill(code)
  await page.getByRole('button', { name: button }).click()
}

/** Logs in for the first time; comes back with the recovery codes. */
async function firstLogin(page: Page): Promise<string[]> {
  await typePassword(page, 'r.fuchs', first)
  await page.getByText('Das Bild lässt sich nicht einlesen').click()
  const text = (await page.locator('details code').textContent()) ?? ''
  const secret = Buffer.from(Secret.fromBase32(text.replaceAll(' ', '')).buffer)
  await typeCode(page, '000000', 'Einrichten und anmelden')
  t.match(await page.locator('#fehler').textContent(), /Code passt nicht/)
  await typeCode(page, totpCode(secret, null, new Date()), 'Einrichten und anmelden')
  const codes = await page.locator('main li code').allTextContents()
  await page.getByRole('link', { name: 'Die Codes sind verwahrt' }).click()
  await page.getByLabel('Bisheriges Kennwort').fill(first)
  await page.getByLabel('Neues Kennwort', { exact: true }).fill(password)
  await page.getByLabel('Neues Kennwort noch einmal').fill(password)
  await page.getByRole('button', { name: 'Kennwort ändern' }).click()
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor()
  return codes
}

async function prepare(site: Site): Promise<void> {
  const passwordHash = await hashPassword(first, site.keys.password)
  await addAccount(site.db, { name: 'r.fuchs', role: 'forschung', passwordHash })
}

t.test('a researcher and the data protection officer, without script', async (t) => {
  const site = await startSite(t)
  await prepare(site)
  const page = await (await site.context({ javaScriptEnabled: false })).newPage()
  const codes = await firstLogin(page)
  t.equal(codes.length, 8)

  const elsewhere = await (await site.context({ javaScriptEnabled: false })).newPage()
  await typePassword(elsewhere, 'r.fuchs', password)
  await typeCode(elsewhere, codes[0] ?? '')
  t.match(await elsewhere.locator('.kern-alert').textContent(), /Wiederherstellungscode/)
  await elsewhere.getByRole('button', { name: 'Beenden' }).click()
  t.match(await elsewhere.locator('.kern-alert').textContent(), /Die Sitzung ist beendet/)
  await page.reload()
  t.match(page.url(), /\/intern\/anmelden/, 'the other browser is logged out')

  await elsewhere.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Exporte' }).click()
  t.match(await elsewhere.locator('.staff-bar').textContent(), /Arbeitsansicht, nicht zur Veröffentlichung/)
  const [download] = await Promise.all([
    elsewhere.waitForEvent('download'),
    elsewhere.getByRole('button', { name: 'Herunterladen', exact: true }).click(),
  ])
  t.match(download.suggestedFilename(), /nicht-zur-Veroeffentlichung\.csv$/)
  const file = await readFile(await download.path())
  t.match(file.toString(), /^welle,gkz,/)

  const officer = await staffAccount(site, 'datenschutz')
  await typePassword(page, officer.name, password)
  await typeCode(page, await appCode(site, officer))
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Protokoll' }).click()
  await page.getByLabel('Vorgänge', { exact: true }).selectOption({ label: 'Downloads und Ausgaben' })
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.waitForURL(/downloads/)
  const entry = (await page.locator('.task').first().textContent()) ?? ''
  t.match(entry, /Download: Antworten, umfrage-1.*r\.fuchs/s)
  t.match(entry, createHash('sha256').update(file).digest('hex'))
  await page.getByRole('button', { name: 'Abmelden' }).click()
  t.match(await page.locator('.kern-alert').textContent(), /abgemeldet/)
  t.strictSame(site.complaints, [])
})

t.test('a warning comes before a session of staff ends, and it can be prolonged', async (t) => {
  const site = await startSite(t)
  const account = await staffAccount(site, 'forschung')
  const page = await (await site.context()).newPage()
  await page.clock.install()
  await typePassword(page, account.name, password)
  await typeCode(page, await appCode(site, account))
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor()
  await page.clock.fastForward('26:00')
  const extend = page.getByRole('button', { name: 'Sitzung verlängern' })
  await extend.waitFor()
  await sql`update staff.session set seen_at = now() - interval '26 minutes'`.execute(site.db)
  await extend.click()
  await extend.waitFor({ state: 'hidden' })
  t.equal((await page.request.get('/intern')).url(), `${site.base}/intern`)
  await page.clock.fastForward('31:00')
  await page.getByText('Ihre Sitzung ist beendet.').waitFor()
  await sql`update staff.session set seen_at = now() - interval '31 minutes'`.execute(site.db)
  await page.getByRole('link', { name: 'Neu anmelden' }).click()
  t.match(page.url(), /\/intern\/anmelden\?weiter=%2Fintern$/)
  t.strictSame(site.complaints, [])
})

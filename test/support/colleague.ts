import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Role } from '../../server/domain/rights.ts'
import type { Site } from './site.ts'
import { appCode, password, staffAccount } from './staff.ts'

/** Somebody of the staff at a browser of their own, who has logged in as people do. */
export async function colleague(site: Site, role: Role, name: string, options?: BrowserContextOptions): Promise<Page> {
  const account = await staffAccount(site, role, name)
  const page = await (await site.context(options)).newPage()
  await page.goto('/intern')
  await page.getByLabel('Anmeldename').fill(name)
  await page.getByLabel('Kennwort').fill(password)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByLabel('Code aus der App').fill(await appCode(site, account))
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor()
  return page
}

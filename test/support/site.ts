import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type TestApp, testApp } from './app.ts'
import { theBrowser } from './browser.ts'
import type { Teardown } from './fresh-database.ts'

export interface Site extends TestApp {
  base: string
  browser: Browser
  /** What the browser complained about: refused content, errors of the script, failed requests. */
  complaints: string[]
  /** A person with a browser of their own, logged in. */
  person(editor: string, options?: BrowserContextOptions): Promise<Page>
  context(options?: BrowserContextOptions): Promise<BrowserContext>
}

/** The application on a real port, and a real browser in front of it. */
export async function startSite(t: Teardown, start: (t: Teardown) => Promise<TestApp> = testApp): Promise<Site> {
  const test = await start(t)
  await test.app.listen({ host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(test.app.server.address() as AddressInfo).port}`
  const browser = await theBrowser()
  const opened: BrowserContext[] = []
  t.teardown(async () => void (await Promise.all(opened.map((one) => one.close()))))
  const complaints: string[] = []

  async function context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const made = await browser.newContext({ baseURL: base, locale: 'de-DE', ...options })
    opened.push(made)
    made.setDefaultTimeout(30_000)
    made.on('console', (message) => {
      // The browser reports every answer from 400 on; the tests that ask for one look at it themselves.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text())
    })
    made.on('weberror', (error) => complaints.push(String(error.error())))
    made.on('request', (request) => {
      if (!request.url().startsWith(base) && !request.url().startsWith('data:'))
        complaints.push(`left the site: ${request.url()}`)
    })
    return made
  }

  async function person(editor: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await (await context(options)).newPage()
    await enter(page, await test.codeFor('117019'), editor)
    return page
  }

  return { ...test, base, browser, complaints, person, context }
}

/** Types the access code as it stands in the letter. */
export async function enter(page: Page, code: string, editor: string): Promise<void> {
  if (!page.url().includes('/zugang')) await page.goto('/zugang')
  await page.getByLabel('Zugangscode').fill(code)
  await page.getByLabel(/Kürzel/).fill(editor)
  await page.getByRole('button', { name: 'Fragebogen öffnen' }).click()
  await page.waitForURL(/\/erhebung\//)
}

/** Types into a field and leaves it. */
export async function typeInto(page: Page, field: string, value: string): Promise<void> {
  await page.locator(field).fill(value)
  await page.keyboard.press('Tab')
}

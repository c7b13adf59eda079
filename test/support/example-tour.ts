import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { theBrowser } from './browser.ts'
import { addresses, buildSite, listen } from './example-site.ts'

interface Tour {
  /** Opens every example, and comes back with what the browser refused or complained about. */
  visit(
    options: BrowserContextOptions,
    look: (page: Page, address: string) => Promise<void>,
    places?: readonly string[],
  ): Promise<string[]>
  /** What the server sends for every example. */
  read(): Promise<[address: string, html: string][]>
  end(): Promise<void>
}

export async function startTour(): Promise<Tour> {
  const site = await buildSite()
  const base = await listen(site)
  const browser = await theBrowser()
  return {
    visit: (options, look, places = addresses) => visit(browser, base, options, look, places),
    read: () =>
      Promise.all(addresses.map(async (one): Promise<[string, string]> => [one, (await site.inject(one)).body])),
    end: () => site.close(),
  }
}

async function visit(
  browser: Browser,
  base: string,
  options: BrowserContextOptions,
  look: (page: Page, address: string) => Promise<void>,
  places: readonly string[],
): Promise<string[]> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const address of places) {
    await page.goto(base + address)
    await look(page, address)
  }
  await context.close()
  return complaints
}

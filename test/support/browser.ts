import { type Browser, chromium } from 'playwright-core'
import t from 'tap'
import { findChromium, howToInstall } from './chromium.ts'

let running: Promise<Browser> | undefined

/** One for all tests of a process, which contexts keep apart; it ends with the last of them. */
export function theBrowser(): Promise<Browser> {
  if (running === undefined) {
    running = launchBrowser()
    t.teardown(async () => (await running)?.close())
  }
  return running
}

/** A browser without a window and without traffic of its own. Tests in the browser are never skipped in silence. */
async function launchBrowser(): Promise<Browser> {
  const found = findChromium()
  if (found === undefined) throw new Error(howToInstall)
  return chromium.launch({
    ...found,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

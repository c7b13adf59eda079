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

/** Nobody watches: pages are drawn within one process fewer, by one thread instead of several. */
const plain = ['--disable-gpu', '--in-process-gpu', '--num-raster-threads=1']

/** A browser without a window and without traffic of its own. Tests in the browser are never skipped in silence. */
async function launchBrowser(): Promise<Browser> {
  const found = findChromium()
  if (found === undefined) throw new Error(howToInstall)
  return chromium.launch({
    ...found,
    args: ['--headless', '--no-sandbox', '--disable-background-networking', '--no-first-run', ...plain],
  })
}

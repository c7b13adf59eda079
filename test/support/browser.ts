import { type Browser, chromium } from 'playwright-core'
import { findChromium, howToInstall } from './chromium.ts'

/** A browser without a window and without traffic of its own. Tests in the browser are never skipped in silence. */
export function launchBrowser(): Promise<Browser> {
  const found = findChromium()
  if (found === undefined) throw new Error(howToInstall)
  return chromium.launch({
    ...found,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']

/** Where Chromium is installed. Tests in the browser are never skipped in silence. */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = given ? [given] : names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const found = candidates.find(isExecutable)
  if (found === undefined) {
    throw new Error(
      'Für die Prüfungen im Browser fehlt Chromium. Bitte installieren Sie es (apt-get install chromium) oder nennen Sie den Pfad in CHROMIUM_PATH. ' +
        'Browser tests need Chromium: install it or set CHROMIUM_PATH.',
    )
  }
  return found
}

/** A browser without a window and without traffic of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

import type { Page } from 'playwright-core'
import t from 'tap'
import { barriersOn, visible } from '../support/barriers.ts'
import { handInForm } from '../support/fill-form.ts'
import { startSite } from '../support/site.ts'

const form = '/erhebung/umfrage-1/117019'
const sections = ['angaben', 'zielpersonen', 'anmerkungen']
const paths = [
  '/',
  '/hilfe',
  '/impressum',
  '/lizenzen',
  '/erhebungen/umfrage-1',
  '/erhebungen/umfrage-1/vorbereitung',
  '/barrierefreiheit',
  '/datenschutz',
  '/gibt-es-nicht',
  '/erhebung',
  form,
  ...sections.map((section) => `${form}/abschnitt/${section}`),
  `${form}/pruefen`,
  `${form}/hilfe?seite=abschnitt/zielpersonen&feld=zp_status`,
  `${form}/drucken`,
]

/** Somebody with errors, signals, comments and a receipt, so that the pages show what they can show. */
async function prepare(page: Page): Promise<string> {
  const save = async (section: string, fields: Record<string, string>) => {
    await page.goto(`${form}/abschnitt/${section}`)
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value)
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.waitForURL(/gespeichert=ja/)
  }
  await save('zielgruppe', { zp_gesamt: '120' })
  await page.goto(`${form}/pruefen`)
  await handInForm(page)
  const receipt = new URL(page.url()).pathname
  await save('zielpersonen', { zp_geschlecht_frauen: '100', zp_geschlecht_maenner: '100', zp_alter_ue25: 'ca. 90' })
  return receipt
}

t.test(
  'every page, light on a wide screen and dark on a phone: no barriers, and nothing runs off 320 px',
  async (t) => {
    const site = await startSite(t)
    const looks = [
      { colorScheme: 'light', size: { width: 1280, height: 900 }, rules: 'all' },
      { colorScheme: 'dark', size: { width: 360, height: 800 }, rules: visible },
    ] as const
    const narrow = { width: 320, height: 640 }
    const page = await site.person('KM')
    const receipt = await prepare(page)
    for (const path of [...paths, receipt]) {
      await page.goto(path)
      for (const { colorScheme, size, rules } of looks) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize(size)
        t.strictSame(await barriersOn(page, rules), [], `${path}, ${colorScheme}`)
      }
      await page.setViewportSize(narrow)
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path)
    }

    const without = await site.person('KM', { viewport: narrow, javaScriptEnabled: false })
    for (const path of [...paths, receipt]) {
      await without.goto(path)
      // Without script in the page, its width still shows in the layout.
      const { width } = (await without.locator('html').boundingBox()) ?? { width: 0 }
      t.ok(width <= 320, `${path} is ${width} px wide`)
    }
    t.strictSame(site.complaints, [])
  },
)

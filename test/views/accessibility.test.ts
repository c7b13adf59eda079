import type { Page } from 'playwright-core'
import t from 'tap'
import { barriersOn, visible } from '../support/barriers.ts'
import { firstOfEachPage } from '../support/example-site.ts'
import { startTour } from '../support/example-tour.ts'

const tour = await startTour()
t.teardown(() => tour.end())

/** What a colour or a narrow page does to a part of a page shows on the first example that has it. */
const some = [...firstOfEachPage, '/section/kindsFilled', '/section/kindsFaulty']
const looks = [
  { colorScheme: 'light', width: 1280, rules: 'all', places: some },
  { colorScheme: 'light', width: 1280, rules: 'but colours', places: 'others' },
  { colorScheme: 'dark', width: 360, rules: visible, places: some },
  { colorScheme: 'dark', width: 1280, rules: visible, places: some },
] as const

t.test(
  'every page in every look: no barriers, nothing too small to hit, nothing that runs off the screen',
  async (t) => {
    const complaints = await tour.visit({}, async (page, address) => {
      for (const { colorScheme, width, rules, places } of looks) {
        if ((places === 'others') === some.includes(address)) continue
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        t.strictSame(await barriersOn(page, rules), [], `${address}, ${colorScheme}, ${width} px`)
      }
      await page.setViewportSize({ width: 320, height: 640 })
      t.strictSame(await tooSmall(page), [], `${address}: large enough to hit`)
      t.equal(
        await page.evaluate(() => document.documentElement.scrollWidth),
        320,
        `${address} does not scroll sideways`,
      )
    })
    t.strictSame(complaints, [], 'the browser refused nothing')
  },
)

const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('input:not([type="hidden"]), select, textarea, button:not(.kern-sr-only), summary')]
      .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 120) }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ html }) => html),
  )

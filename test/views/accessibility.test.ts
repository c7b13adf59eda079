import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { amount } from '../support/amount.ts'
import { barriersOn, visible } from '../support/barriers.ts'
import { addresses, firstOfEachPage } from '../support/example-site.ts'
import { startTour } from '../support/example-tour.ts'
import { wrongNames } from '../support/wrong-names.ts'

const tour = await startTour()
t.teardown(() => tour.end())

/** The richest first, so that most of the others are built of what has been looked at. */
const first = ['/section/kindsFilled', '/section/kindsFaulty', ...firstOfEachPage]
const inOrder = [...first, ...addresses.filter((one) => !first.includes(one))]
/** axe takes longest by far: of what differs little from others of its kind a part is enough each time. */
const withAxe = new Set(inOrder.filter((one, place) => first.includes(one) || place % amount(8, 1) === 0))
const looks = [
  { colorScheme: 'light', width: 1280, rules: 'all' },
  { colorScheme: 'dark', width: 360, rules: visible },
] as const

const some = 40
for (let place = 0; place < inOrder.length; place += some)
  t.test(`no barriers, nothing too small, covered or off the screen, pages from ${place + 1} on`, async (t) => {
    const complaints = await tour.visit(
      {},
      (page, address) => looksFine(t, page, address),
      inOrder.slice(place, place + some),
    )
    t.strictSame(complaints, [], 'the browser refused nothing')
  })

async function looksFine(t: Test, page: Page, address: string): Promise<void> {
  t.strictSame(await wrongNames(page), [], `${address}: every name once, and none that is not there`)
  for (const { colorScheme, width, rules } of withAxe.has(address) ? looks : looks.slice(-1)) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    if (withAxe.has(address)) t.strictSame(await barriersOn(page, rules), [], `${address}, ${colorScheme}, ${width} px`)
  }
  t.strictSame(await squeezed(page), [], `${address}: nothing covered, no column of letters`)
  await page.setViewportSize({ width: 320, height: 640 })
  t.strictSame(await tooSmall(page), [], `${address}: large enough to hit`)
  t.equal(await widthOf(page), 320, `${address} does not scroll sideways`)
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('input:not([type="hidden"]), select, textarea, button:not(.kern-sr-only), summary')]
      .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 120) }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ html }) => html),
  )

/** What in an entry of a list touches its links, and words that stand in a column of letters. */
const squeezed = (page: Page) =>
  page.evaluate(() => {
    const covered = [...document.querySelectorAll('.kern-task-list__item')].flatMap((item) => {
      const marks = [...item.querySelectorAll('.kern-task-list__status > *')].map((one) => one.getBoundingClientRect())
      return [...item.querySelectorAll('.kern-task-list__title :is(a, strong, summary)')].filter(
        (name) =>
          name.checkVisibility() &&
          [...name.getClientRects()].some(({ left, right, top, bottom }) =>
            marks.some((one) => left < one.right && one.left < right && top < one.bottom && one.top < bottom),
          ),
      )
    })
    const worded = [...document.querySelectorAll('main :is(p, span, summary, label, li, td, dd)')].filter(
      (one) => one.closest('.kern-sr-only') === null && (one.textContent?.trim() ?? '').length > 8,
    )
    const columns = worded.filter((one) => {
      const { width, height } = one.getBoundingClientRect()
      return one.checkVisibility() && height > 2 * width && width < 60
    })
    return [...covered, ...columns].map((one) => one.textContent?.trim() ?? '')
  })

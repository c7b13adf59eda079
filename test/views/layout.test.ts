import type { Page } from 'playwright-core'
import t from 'tap'
import { startTour } from '../support/example-tour.ts'

const tour = await startTour()
t.teardown(() => tour.end())

t.test('without script everything is there', async (t) => {
  await tour.visit({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (page, address) => {
    t.equal(await page.locator('h1').count(), 1, address)
    t.equal(await page.locator('button[type="button"]:visible').count(), 0, 'no button that does nothing')
  })
})

t.test('a page that went to a field stands still at once, so that no press of a button is lost', async (t) => {
  await tour.visit(
    { viewport: { width: 1280, height: 720 } },
    async (page, address) => {
      await page.locator('main input:not([type="hidden"])').last().focus()
      const pressed = await page.evaluate(() => scrollY)
      await page.waitForTimeout(300)
      t.ok(pressed > 0, 'the field was out of sight')
      t.equal(await page.evaluate(() => scrollY), pressed, address)
    },
    ['/section/counts', '/section/choices'],
  )
})

t.test('on a phone no word of a table is torn apart', async (t) => {
  const look = async (page: Page, address: string) => {
    t.strictSame(await tornWords(page), [], address)
  }
  await tour.visit({ viewport: { width: 360, height: 800 } }, look, [
    '/intern/wave/running',
    '/intern/attrition/missing',
    '/receipt/second',
  ])
})

t.test('on a phone what is said of the form begins at one edge', async (t) => {
  const look = async (page: Page, address: string) => {
    await page
      .locator('.context dt')
      .first()
      .evaluate((name) => (name.textContent = 'Integrationsmanager/-in'))
    const edges = await page
      .locator('.context dd')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))
    t.equal(new Set(edges).size, 1, address)
    t.ok(edges.length > 1)
  }
  await tour.visit({ viewport: { width: 360, height: 800 } }, look, ['/hub/fresh'])
})

t.test('on a phone no mark lies over a name, and no button is a column of letters', async (t) => {
  const faults = new Set<string>()
  await tour.visit({ viewport: { width: 360, height: 800 } }, async (page, address) => {
    for (const fault of await squeezed(page)) faults.add(`${address}: ${fault}`)
  })
  t.strictSame([...faults], [])
})

/** What in an entry of a list touches its links, and labels of buttons that stand in a column of letters. */
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
    const columns = [...document.querySelectorAll('.kern-btn .kern-label')].filter((label) => {
      const { width, height } = label.getBoundingClientRect()
      return width > 0 && height > 2 * width
    })
    return [...covered, ...columns].map((one) => one.textContent?.trim() ?? '')
  })

/** Words of names and headings that stand in two lines. Where no dictionary is at hand, as here, nothing is hyphenated. */
const tornWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('table th')].flatMap((cell) => {
      const texts = [...cell.childNodes].filter((node): node is Text => node instanceof Text)
      return texts.flatMap((text) =>
        [...text.data.matchAll(/[^\s-]+/g)].flatMap(({ index, 0: word }) => {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          return range.getClientRects().length > 1 ? [word] : []
        }),
      )
    }),
  )

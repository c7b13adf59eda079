import type { Page } from 'playwright-core'
import t from 'tap'
import { startTour } from '../support/example-tour.ts'

const tour = await startTour()
t.teardown(() => tour.end())

t.test('without script everything is there', async (t) => {
  const pages = await tour.read()
  for (const [address, html] of pages) t.equal(html.split('<h1').length, 2, `${address} has one heading of all`)
  const buttons = /<button[^>]*type="button"/
  const some = pages.filter(([, html]) => buttons.test(html)).map(([address]) => address)
  t.not(some.length, 0)
  await tour.visit(
    { javaScriptEnabled: false },
    async (page, address) => {
      t.equal(await page.locator('button[type="button"]:visible').count(), 0, `${address}: no button that does nothing`)
    },
    some,
  )
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

t.test('what lies behind a click is open on paper, and a table that goes on beside a phone says so', async (t) => {
  const look = async (page: Page, address: string) => {
    const table = page.locator('.folded .figures').first()
    t.notOk(await table.isVisible(), `${address}: closed on a screen`)
    await page.emulateMedia({ media: 'print' })
    t.ok(await table.isVisible(), `${address}: open on paper`)
    t.notOk(await page.locator('.wide-hint:visible').count(), 'paper is not pushed')
    await page.emulateMedia({ media: 'screen' })
    await page.locator('.folded > summary').first().click()
    const unsaid = await page.locator('.kern-table-responsive').evaluateAll((all) =>
      all.map(({ scrollWidth, clientWidth, previousElementSibling: before }) => ({
        scrolls: scrollWidth > clientWidth,
        said: before?.matches('.wide-hint') && before.checkVisibility(),
      })),
    )
    t.ok(
      unsaid.some(({ scrolls }) => scrolls),
      'one of them scrolls',
    )
    t.notOk(
      unsaid.some(({ scrolls, said }) => scrolls && !said),
      address,
    )
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'the page itself does not')
  }
  await tour.visit({ viewport: { width: 360, height: 800 }, javaScriptEnabled: true }, look, [
    '/intern/attrition/missing',
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

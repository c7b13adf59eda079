import t from 'tap'
import { startTour } from '../support/example-tour.ts'

t.setTimeout(120_000)
const tour = await startTour()
t.teardown(() => tour.end())

t.test('no page scrolls sideways at 320 px', async (t) => {
  await tour.visit({ viewport: { width: 320, height: 640 } }, async (page, address) => {
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, address)
  })
})

t.test('without script everything is there', async (t) => {
  await tour.visit({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (page, address) => {
    t.equal(await page.locator('h1').count(), 1, address)
    t.equal(await page.locator('button[type="button"]:visible').count(), 0, 'no button that does nothing')
  })
})

t.test('buttons and fields are large enough to hit', async (t) => {
  await tour.visit({ viewport: { width: 360, height: 900 } }, async (page, address) => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('input:not([type="hidden"]), select, textarea, button:not(.kern-sr-only), summary')]
        .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 120) }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ html }) => html),
    )
    t.strictSame(small, [], address)
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

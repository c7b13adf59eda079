import type { Page } from 'playwright-core'
import t from 'tap'
import { startFormSite } from '../support/form-site.ts'

const site = await startFormSite()
t.teardown(() => site.end())

const phone = { width: 360, height: 740 }
/** What the keyboard of a phone leaves of it. */
const aboveKeyboard = { width: 360, height: 400 }

const place = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom, seen: top >= 0 && bottom <= innerHeight && bottom > top }
  })

/** What has the focus, if anything that stays in sight lies over a part of it. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) return 'nothing has the focus'
    const own = activeElement.getBoundingClientRect()
    for (const bar of document.querySelectorAll('#stand, .session, .actions')) {
      if (bar.contains(activeElement) || !['fixed', 'sticky'].includes(getComputedStyle(bar).position)) continue
      const { top, bottom } = bar.getBoundingClientRect()
      if (own.top < bottom && own.bottom > top)
        return `${activeElement.id || activeElement.textContent} below ${bar.id}`
    }
    return own.top < 0 || own.bottom > innerHeight ? `${activeElement.id} out of sight` : ''
  })

for (const [size, name] of [
  [phone, 'a phone'],
  [aboveKeyboard, 'a phone with its keyboard'],
] as const)
  t.test(
    `on ${name} saving and the end of the session stay in sight, and cover nothing that has the focus`,
    async (t) => {
      const { page } = await site.open('counts')
      await page.setViewportSize(size)
      const address = page.url()
      await page.clock.install()
      await page.goto(address)
      const field = page.locator('#zp_herkunft_syrien')
      await field.fill('7')
      await page.keyboard.press('Tab')
      await page.clock.runFor(1000)
      await page.locator('#stand', { hasText: 'Gespeichert um' }).waitFor()
      t.ok((await place(page, '#stand')).seen, 'in the middle of a long page')

      await page.clock.fastForward('41:00')
      await page.locator('.session').waitFor()
      t.ok((await place(page, '.session')).seen)
      t.ok((await place(page, '#stand')).seen)
      const [warning, state] = [await place(page, '.session'), await place(page, '#stand')]
      t.ok(state.top >= warning.bottom - 1, 'one below the other')

      await page.locator('main').focus()
      const faults = new Set<string>()
      for (const key of ['Tab', 'Shift+Tab'])
        for (let step = 0; step < 60; step += 1) {
          await page.keyboard.press(key)
          const fault = await covered(page)
          if (fault !== '') faults.add(fault)
        }
      t.strictSame([...faults], [])
    },
  )

t.test('what is suggested comes into sight, also at the lower edge of a phone', async (t) => {
  const { page } = await site.open('kinds')
  await page.setViewportSize(aboveKeyboard)
  const search = page.locator('[id$="-suche"]')
  await search.evaluate((field) => scrollTo(0, field.getBoundingClientRect().bottom + scrollY - innerHeight))
  await search.fill('eisl', { timeout: 5_000 })
  await page.getByRole('option').first().waitFor()
  const { bottom } = await place(page, '[role="listbox"]')
  t.ok(bottom <= aboveKeyboard.height, `${bottom}`)
})

t.test('with a wide window the bar says it, as ever, and paper does not', async (t) => {
  const { page } = await site.open('counts')
  await page.locator('#zp_herkunft_syrien').fill('7')
  await page.keyboard.press('Tab')
  await page.locator('#stand', { hasText: 'Gespeichert um' }).waitFor()
  t.equal(await page.locator('#stand').evaluate((one) => getComputedStyle(one).position), 'static')
  await page.setViewportSize(phone)
  await page.emulateMedia({ media: 'print' })
  t.equal(await page.locator('#stand').isVisible(), false)
})

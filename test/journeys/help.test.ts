import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { startSite } from '../support/site.ts'

const sprache = '/erhebung/umfrage-1/117019/abschnitt/sprache'

t.test('help with script: there and back, and nothing is lost', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { viewport: { width: 360, height: 740 } })
  await page.goto(sprache)
  const head = page.getByRole('banner').getByRole('button', { name: 'Hilfe' })
  const box = await head.boundingBox()
  t.ok(box && box.x >= 0 && box.x + box.width <= 360 && box.height >= 24, 'in sight on a phone')

  await page.locator('[name=im_alpha]').fill('7')
  await page.locator('#frage-im_alpha').getByText('Was heißt').click()
  await page.getByRole('button', { name: 'Mehr Hilfe zu F20' }).click()
  await page.waitForURL(/\/hilfe\?/)
  await page.getByRole('heading', { name: 'Zu Frage F20' }).waitFor()
  t.strictSame(await barriersOn(page), [])
  await page.getByRole('link', { name: 'Zurück zu Frage F20' }).first().click()
  await page.waitForURL(/#im_alpha$/)
  t.equal(await page.locator('[name=im_alpha]').inputValue(), '7')

  await page.locator('[name=im_sprache_a]').fill('3')
  await head.click()
  await page.waitForURL(/\/hilfe\?/)
  // Only a script knows at which field somebody was.
  const name = 'Zurück zu Frage F21'
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL(/sprache#im_sprache_a$/)
  t.equal(await page.locator('[name=im_sprache_a]').inputValue(), '3')
  t.strictSame(site.complaints, [])
})

t.test('the enter key in a text still saves and stays', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { javaScriptEnabled: false })
  await page.goto('/erhebung/umfrage-1/117019/abschnitt/angaben')
  await page.locator('[name=kuerzel]').fill('KM')
  await page.keyboard.press('Enter')
  await page.waitForURL(/gespeichert=ja/)
  t.equal(await page.locator('[name=kuerzel]').inputValue(), 'KM')
})

import t from 'tap'
import { startSite } from '../support/site.ts'

const sprache = '/erhebung/umfrage-1/117019/abschnitt/sprache'

t.test('with script: control characters are taken out, and that is said', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { viewport: { width: 1280, height: 740 } })
  await page.goto(sprache)
  await page.locator('[name=im_alpha]').fill('1\0' + '2')
  await page.keyboard.press('Tab')
  await page
    .getByText(/Gespeichert um .*Unsichtbare Zeichen.*F20/)
    .first()
    .waitFor()
  t.equal(await page.locator('[name=im_alpha]').inputValue(), '12')
  t.strictSame(site.complaints, [])
})

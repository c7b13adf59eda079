import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { startFormSite } from '../support/form-site.ts'

const site = await startFormSite()
t.teardown(() => site.end())

t.test('a word is explained one click away at its question, without a script', async (t) => {
  const { page } = await site.open('counts', { script: false })
  await page.setViewportSize({ width: 360, height: 740 })
  const question = page.locator('#frage-zp_status')
  const meaning = question.getByText('Die Abschiebung ist vorübergehend ausgesetzt.')
  t.equal(await meaning.isVisible(), false)
  await question.getByText('Was die Begriffe in F5 bedeuten').click()
  await meaning.waitFor()
  t.match(
    await question.locator('dl.terms').textContent(),
    /Aufenthaltsgestattung.*§ 55 AsylG.*Duldung.*§ 60a AufenthG/s,
  )
  t.equal(await page.locator('#frage-zp_alter .terms').count(), 0, 'what was explained above is not repeated')
  const { width } = (await page.locator('html').boundingBox()) ?? { width: 0 }
  t.equal(width, 360)
})

t.test('opened, it is no barrier, and it is not printed with the answers', async (t) => {
  const { page } = await site.open('counts')
  for (const one of await page.locator('details:has(.terms) > summary').all()) await one.click()
  t.ok(await page.locator('#frage-zp_status dl.terms').isVisible())
  t.strictSame(await barriersOn(page), [])
  await page.goto(new URL('/print/blank', page.url()).href)
  t.equal(await page.locator('.terms').count(), 0)
})

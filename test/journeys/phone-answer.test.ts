import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import { completeAnswer } from '../support/answers.ts'
import { testAppFor } from '../support/app.ts'
import { barriersOn } from '../support/barriers.ts'
import { fillForm } from '../support/fill-form.ts'
import { published } from '../support/published.ts'
import { enter, startSite } from '../support/site.ts'

const survey = 'umfrage-3'
const instrument = await published(survey)
const { unit, typed } = await completeAnswer(instrument, 0)
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
/** Whether somebody who looks at the window as it stands can read it. */
const inSight = (place: Locator) =>
  place.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight && bottom > top
  })

t.test('the whole of Umfrage 3 on a phone, from the code to the receipt', async (t) => {
  const site = await startSite(t, (t) => testAppFor(t, survey))
  const page = await (await site.context(phone)).newPage()
  await enter(page, await site.codeFor(unit), '')
  await page.getByRole('link', { name: instrument.sections[0]?.title ?? '', exact: true }).tap()
  for (const section of instrument.sections) {
    await fillForm(page, { sections: [section] }, typed)
    t.equal(await widthOf(page), 360, `after ${section.id}`)
  }
  t.match(await page.locator('main').innerText(), /Keine Hinweise: Alles passt zusammen\./)
  await page.getByText('Alle Angaben lesen').tap()
  t.equal(await widthOf(page), 360)
  t.strictSame(await barriersOn(page), [])
  const submit = page.getByRole('button', { name: 'Angaben verbindlich absenden' })
  await submit.scrollIntoViewIfNeeded()
  t.ok(await inSight(page.locator('#stand')), 'what is saved stays in sight')
  await submit.tap()
  await page.waitForURL(/\/quittung\/Q-/)
  t.ok(await inSight(page.getByRole('heading', { level: 1, name: /^Quittung Q-/ })))
  t.equal(await widthOf(page), 360)
  t.strictSame(await barriersOn(page), [])
  t.equal((await site.db.selectFrom('submission').select('id').execute()).length, 1)

  await page.goBack()
  await page.getByText('Genau diese Angaben sind schon eingegangen').waitFor()
  await submit.tap()
  await page.waitForURL(/\/quittung\/Q-/)
  t.equal((await site.db.selectFrom('submission').select('id').execute()).length, 1, 'sent again, it is the same')
  t.strictSame(site.complaints, [])
})

import { sql } from 'kysely'
import t from 'tap'
import { enter, startSite, typeInto } from '../support/site.ts'

const sprache = '/erhebung/umfrage-1/117019/abschnitt/sprache'

t.test('with script: what is typed after the end of the session is kept and offered', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.goto(sprache)
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(site.db)
  await typeInto(page, '[name=im_alpha]', '12')
  await page.getByRole('link', { name: /anmelden/i }).click()
  await enter(page, await site.codeFor('117019'), 'KM')
  t.match(page.url(), /\/aufbewahrt$/)
  t.match(await page.locator('main').textContent(), /12/)
  await page.getByRole('button', { name: 'Alle übernehmen' }).click()
  await page.waitForURL(/\/sprache/)
  t.equal(await page.locator('[name=im_alpha]').inputValue(), '12')
  t.strictSame(site.complaints, [])
})

t.test('without script: the same', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { javaScriptEnabled: false })
  await page.goto(sprache)
  await typeInto(page, '[name=im_alpha]', '12')
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(site.db)
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  t.match(await page.locator('main').textContent(), /aufbewahrt/)
  await enter(page, await site.codeFor('117019'), 'KM')
  await page.getByRole('button', { name: 'Alle übernehmen' }).click()
  t.equal(await page.locator('[name=im_alpha]').inputValue(), '12')
})

t.test('a warning comes before the end, and the session can be kept alive', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.clock.install()
  await page.goto(sprache)
  const extend = page.getByRole('button', { name: 'Sitzung verlängern' })
  t.notOk(await extend.isVisible())
  await page.clock.fastForward('56:00')
  await extend.waitFor()
  await sql`update session set seen_at = now() - interval '56 minutes'`.execute(site.db)
  await extend.click()
  await extend.waitFor({ state: 'hidden' })
  const { rows } = await sql<{
    fresh: boolean
  }>`select seen_at > now() - interval '1 minute' as fresh from session`.execute(site.db)
  t.strictSame(rows, [{ fresh: true }])
})

t.test('who leaves while a save is under way loses nothing, not even a second thought', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.goto(sprache)
  const slow = new Promise<void>((resolve) => {
    void page.route('**/abschnitt/sprache', async (route) => {
      const isFirst = route.request().postData()?.includes('im_alpha=12') ?? false
      if (isFirst) await route.fetch()
      if (isFirst) resolve()
      // The first answer never comes; the page is gone by then.
      if (!isFirst) await route.continue()
    })
  })
  await typeInto(page, '[name=im_alpha]', '12')
  await slow
  await typeInto(page, '[name=im_alpha]', '13')
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await page.waitForTimeout(1_000)
  const { rows } = await sql<{ value: string }>`select value from draft_value where field = 'im_alpha'`.execute(site.db)
  t.strictSame(rows, [{ value: '13' }])
})

t.test('a lost connection is said, nothing typed is lost, and it is saved when the connection is back', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.goto(sprache)
  await page.context().setOffline(true)
  await typeInto(page, '[name=im_alpha]', '12')
  await page.getByText(/Nicht gespeichert/).waitFor()
  await page.context().setOffline(false)
  await page.getByText(/Gespeichert um/).waitFor({ timeout: 30_000 })
  await page.reload()
  t.equal(await page.locator('[name=im_alpha]').inputValue(), '12')
})

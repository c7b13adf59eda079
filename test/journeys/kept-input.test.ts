import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { enter, type Site, startSite, typeInto } from '../support/site.ts'

const home = '/erhebung/umfrage-1/117019'

/** Two sections are filled in after the session has run out, with a script. */
async function typeLate(site: Site, page: Page): Promise<void> {
  const typed = { sprache: { im_alpha: '12', im_sprache_a: '7' }, zielgruppe: { zp_gesamt: '120' } }
  const tabs: Page[] = []
  for (const section of Object.keys(typed)) {
    const tab = tabs.length === 0 ? page : await page.context().newPage()
    await tab.goto(`${home}/abschnitt/${section}`)
    tabs.push(tab)
  }
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(site.db)
  for (const [index, fields] of Object.values(typed).entries()) {
    const tab = tabs[index] ?? page
    for (const [field, value] of Object.entries(fields)) await typeInto(tab, `[name=${field}]`, value)
    await tab.getByText('Ihre Eingaben sind aufbewahrt').first().waitFor()
  }
}

t.test('with script: what came too late is one card a section, and all of it one press', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { viewport: { width: 1280, height: 740 } })
  await typeLate(site, page)
  await page.goto('/zugang')
  await enter(page, await site.codeFor('117019'), 'AB')
  t.match(page.url(), /\/aufbewahrt$/)
  t.equal(await page.getByRole('region', { name: /Sprachkenntnisse|Zielgruppe/ }).count(), 2)
  t.match(await page.getByRole('region', { name: 'Sprachkenntnisse' }).textContent(), /12\s+KM, /)
  t.strictSame(await barriersOn(page), [])
  await page.getByRole('button', { name: 'Alle übernehmen' }).click()
  await page.getByText('3 Eingaben sind übernommen').waitFor()
  await page.goto(`${home}/abschnitt/sprache`)
  t.equal(await page.locator('[name=im_alpha]').inputValue(), '12')
  t.strictSame(site.complaints, [])
})

t.test('without script: after the Frist it is shown and kept, and nothing pretends to take it over', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto(`${home}/abschnitt/sprache`)
  await sql`update wave set frist = '2019-02-08'`.execute(site.db)
  await typeInto(page, '[name=im_alpha]', '12')
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await page
    .getByText(/Frist ist abgelaufen.*aufbewahrt/)
    .first()
    .waitFor()
  await page.goto(home)
  await page.getByRole('link', { name: 'Eingabe ansehen' }).click()
  t.match(await page.locator('main').textContent(), /können nicht mehr übernommen werden.*12/s)
  t.equal(await page.getByRole('button', { name: /übernehmen|verwerfen/ }).count(), 0)
  t.strictSame(site.complaints, [])
})

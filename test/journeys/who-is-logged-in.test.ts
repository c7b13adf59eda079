import { sql } from 'kysely'
import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { startSite, typeInto } from '../support/site.ts'

const home = '/erhebung/umfrage-1/117019'
const sprache = `${home}/abschnitt/sprache`

t.test("with script: a colleague's session is seen, and ended", async (t) => {
  const site = await startSite(t)
  const options = { viewport: { width: 1280, height: 740 } }
  const [one, other] = [await site.person('KM', options), await site.person('AB', options)]
  await other.goto(sprache)
  await one.goto(home)
  await one.getByRole('link', { name: '2 Sitzungen' }).click()
  t.strictSame(await barriersOn(one), [])
  await one.getByRole('button', { name: /^Beenden: AB/ }).click()
  await one.getByText('Die Sitzung ist beendet.').waitFor()

  await typeInto(other, '[name=im_alpha]', '12')
  await other
    .getByText(/lassen Sie diese Seite geöffnet/)
    .first()
    .waitFor()
  const { rows } = await sql`select from parked_page`.execute(site.db)
  t.strictSame(rows, [])
  t.strictSame(site.complaints, [])
})

t.test('what is typed last is saved before the logout', async (t) => {
  const site = await startSite(t)
  const page = await site.person('KM')
  await page.goto(sprache)
  await page.locator('[name=im_alpha]').fill('12')
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await page.waitForURL(/abgemeldet=ja/)
  const { rows } = await sql`select value from draft_value where field = 'im_alpha'`.execute(site.db)
  t.strictSame(rows, [{ value: '12' }])
})

import t from 'tap'
import { startSite, typeInto } from '../support/site.ts'

const sprache = '/erhebung/umfrage-1/117019/abschnitt/sprache'

t.test('with script: both values are shown at the field, and one person decides', async (t) => {
  const site = await startSite(t)
  const [one, other] = [await site.person('KM'), await site.person('AB')]
  await one.goto(sprache)
  await other.goto(sprache)
  await typeInto(one, '[name=im_alpha]', '12')
  await one.getByText(/Gespeichert um \d\d:\d\d Uhr/).waitFor()
  await typeInto(other, '[name=im_alpha]', '15')
  const theirs = other.getByRole('button', { name: /12/ })
  const mine = other.getByRole('button', { name: /15/ })
  await mine.waitFor()
  t.ok(await theirs.isVisible())
  const stored = () =>
    site.db.selectFrom('draft_value').select('value').where('field', '=', 'im_alpha').executeTakeFirst()
  t.equal((await stored())?.value, '12', 'nothing is overwritten before the decision')
  await mine.click()
  await mine.waitFor({ state: 'detached' })
  await other.getByText(/Gespeichert um \d\d:\d\d Uhr/).waitFor()
  t.equal((await stored())?.value, '15')
  t.strictSame(site.complaints, [])
})

t.test('with script: what the other wrote elsewhere on the page appears', async (t) => {
  const site = await startSite(t)
  const [one, other] = [await site.person('KM'), await site.person('AB')]
  await one.goto(sprache)
  await other.goto(sprache)
  await typeInto(one, '[name=im_alpha]', '12')
  await one.getByText(/Gespeichert um/).waitFor()
  await typeInto(other, '[name=im_kurs_jetzt]', '3')
  await other.getByText(/Gespeichert um/).waitFor()
  t.equal(await other.locator('[name=im_alpha]').inputValue(), '12')
})

t.test('without script: a page asks', async (t) => {
  const site = await startSite(t)
  const [one, other] = [
    await site.person('KM', { javaScriptEnabled: false }),
    await site.person('AB', { javaScriptEnabled: false }),
  ]
  await one.goto(sprache)
  await other.goto(sprache)
  await typeInto(one, '[name=im_alpha]', '12')
  await one.getByRole('button', { name: 'Speichern', exact: true }).click()
  await typeInto(other, '[name=im_alpha]', '15')
  await other.getByRole('button', { name: 'Speichern', exact: true }).click()
  t.match(await other.locator('main').textContent(), /KM/)
  await other.locator('label[for=im_alpha-mine]').click()
  await other.getByRole('button', { name: /speichern|übernehmen/i }).click()
  await one.goto(sprache)
  t.equal(await one.locator('[name=im_alpha]').inputValue(), '15')
})

import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { startSite, typeInto } from '../support/site.ts'

const sprache = '/erhebung/umfrage-1/117019/abschnitt/sprache'

t.test('with script: who chooses nothing is asked, and loses nothing', async (t) => {
  const site = await startSite(t)
  const options = { viewport: { width: 1280, height: 740 } }
  const [one, other] = [await site.person('KM', { javaScriptEnabled: false }), await site.person('AB', options)]
  for (const page of [one, other]) await page.goto(sprache)
  await typeInto(one, '[name=im_alpha]', '12')
  await one.getByRole('button', { name: 'Speichern', exact: true }).click()
  await one
    .getByText(/Gespeichert um/)
    .first()
    .waitFor()

  await other.locator('[name=im_alpha]').fill('15')
  await other.getByRole('button', { name: 'Speichern', exact: true }).click()
  await other.getByRole('button', { name: 'Auswahl speichern' }).click()
  await other.getByRole('heading', { name: 'Bitte wählen Sie noch' }).waitFor()
  t.match(await other.title(), /^Fehler: /)
  t.equal(await other.getByText(/gespeichert um/i).count(), 0, 'nothing is said to be saved')
  t.strictSame(await barriersOn(other), [])
  await other.getByRole('link', { name: /Bitte wählen Sie, welche/ }).click()
  t.ok(await other.locator('#im_alpha').evaluate((field) => field === document.activeElement))
  await other.getByLabel(/Ihre Eingabe/).check()
  await other.getByRole('button', { name: 'Auswahl speichern' }).click()
  await other.waitForURL(/gespeichert=ja/)
  t.equal(await other.locator('[name=im_alpha]').inputValue(), '15')
  t.strictSame(site.complaints, [])
})

import type { Page } from 'playwright-core'
import t from 'tap'
import { type Site, startSite, typeInto } from '../support/site.ts'
import { until } from '../support/until.ts'

const home = '/erhebung/umfrage-1/117019'

/** Makes a link as the holder does, and comes back with it. */
async function ask(holder: Page, name: string, sections: readonly string[]): Promise<string> {
  await holder.goto(`${home}/zuarbeit`)
  await holder.getByLabel('Name der Kollegin').fill(name)
  for (const section of sections) await holder.getByLabel(section, { exact: true }).check()
  await holder.getByLabel('Nachricht').fill(`Liebe/r ${name}, danke!`)
  await holder.getByRole('button', { name: 'Link machen' }).click()
  return holder.getByLabel(`Link für ${name}`, { exact: true }).inputValue()
}

/** Opens a link in a browser of one's own, as it stands in a mail. */
async function open(site: Site, link: string, options?: Parameters<Site['context']>[0]): Promise<Page> {
  const page = await (await site.context(options)).newPage()
  await page.goto(link)
  return page
}

t.test('a holder and two colleagues, one of whom is sent away', async (t) => {
  const site = await startSite(t)
  const asked: string[] = []
  site.app.server.on('request', ({ url, headers }) => asked.push(`${url} ${headers.referer ?? ''}`))
  const holder = await site.person('KM')
  const links = [
    await ask(holder, 'Petra Beispiel', ['Sprachkenntnisse']),
    await ask(holder, 'Jörg Müßig', ['Sprachkenntnisse', 'Schulbildung, Studium und Berufserfahrung']),
  ] as const

  const petra = await open(site, links[0])
  const field = petra.getByLabel('Schlüssel')
  t.match(links[0], await field.inputValue(), 'the script has put the key into its field')
  t.equal(new URL(petra.url()).hash, '', 'and taken it out of the address')
  await petra.getByRole('button', { name: 'Abschnitte öffnen' }).click()
  await petra.getByText('Liebe/r Petra Beispiel, danke!').waitFor()
  t.equal(await petra.getByRole('list').filter({ hasText: 'Sprachkenntnisse' }).getByRole('listitem').count(), 1)
  await petra.getByRole('link', { name: 'Sprachkenntnisse' }).click()
  await typeInto(petra, '[name=im_alpha]', '12')
  await petra.getByText(/Gespeichert um/).waitFor()

  // Without a script, on a phone: the key is typed.
  const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
  const joerg = await open(site, links[1], phone)
  await joerg.getByLabel('Schlüssel').fill(links[1].split('#')[1] ?? '')
  await joerg.getByRole('button', { name: 'Abschnitte öffnen' }).click()
  await joerg.getByRole('link', { name: 'Sprachkenntnisse' }).click()
  await typeInto(petra, '[name=im_kurs_jetzt]', '4')
  const stored = site.db.selectFrom('draft_value').select('value').where('field', '=', 'im_kurs_jetzt')
  await until(async () => (await stored.executeTakeFirst())?.value === '4')
  await joerg.locator('[name=im_kurs_jetzt]').fill('5')
  await joerg.getByRole('button', { name: 'Speichern', exact: true }).click()
  t.match(await joerg.locator('main').textContent(), /Petra Beispiel/, 'two at once are asked, as editors are')
  await joerg.locator('label[for=im_kurs_jetzt-mine]').click()
  await joerg.getByRole('button', { name: /speichern|übernehmen/i }).click()
  t.equal(await joerg.locator('[name=im_kurs_jetzt]').inputValue(), '5')

  await petra.goto(petra.url().replace(/\/abschnitt.*/, ''))
  await petra.getByRole('button', { name: 'Erledigt' }).click()
  await petra.getByText('Als erledigt gemeldet').waitFor()
  await holder.goto(home)
  await holder.getByText(/Petra Beispiel, \d\d:\d\d Uhr: „Sprachkenntnisse“/).waitFor()
  await holder.getByRole('button', { name: 'Gesehen' }).click()
  await holder.getByRole('link', { name: 'Kolleginnen und Kollegen bitten' }).click()
  await petra.getByRole('link', { name: 'Sprachkenntnisse' }).click()
  await holder.getByRole('button', { name: 'Zurücknehmen: Link für Petra Beispiel' }).click()
  await holder.getByText('öffnet nichts mehr').waitFor()

  await typeInto(petra, '[name=im_alpha]', '99')
  await petra
    .locator('#stand')
    .getByText(/hat den Link zurückgenommen/)
    .waitFor()
  t.equal(await petra.locator('[name=im_alpha]').inputValue(), '99', 'what was typed stays to be seen')
  await joerg.reload()
  t.equal(await joerg.locator('[name=im_alpha]').inputValue(), '12', 'the other works on')

  const keys = links.map((link) => link.split('#')[1] ?? '')
  t.notOk(
    asked.some((url) => keys.some((key) => url.includes(key))),
    'no address and no referrer has told a key',
  )
  t.strictSame(site.complaints, [])
})

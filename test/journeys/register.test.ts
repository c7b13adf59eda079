import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { presentAddresses } from '../../server/store/addresses.ts'
import { storeVerbuende } from '../../server/store/verbuende.ts'
import { barriersOn } from '../support/barriers.ts'
import { colleague } from '../support/colleague.ts'
import { auszugWorkbook, type Listed } from '../support/official-directory.ts'
import { startSite } from '../support/site.ts'

/** No barriers, and nothing that runs off the screen, on a desk and on a phone. */
async function look(t: Test, page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 })
  t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, `${what} fits on a phone`)
  await page.setViewportSize({ width: 1280, height: 900 })
  t.strictSame(await barriersOn(page), [], what)
}

t.test('the register is refreshed, and letters get an address, with script', async (t) => {
  const site = await startSite(t)
  const { db } = site
  await importShippedRegistry(db)
  const member = {
    verbund: '117000',
    name: 'Landkreis Göppingen',
    gkz: '117001',
    gemeinde_valid_from: '2009-01-01',
  }
  await storeVerbuende(db, [{ ...member, valid_from: '2018-01-01', valid_to: null }])
  const folder = t.testdir({})
  const rows = await db
    .selectFrom('gemeinde')
    .select(['gkz', 'name', 'population'])
    .where('kreis', '=', '117')
    .where('valid_to', 'is', null)
    .execute()
  const listed: Listed[] = rows
    .filter(({ gkz }) => gkz !== '117003')
    .map(({ gkz, name, population }) => ({
      gkz,
      name: gkz === '117001' ? 'Adelberg am Wald' : name,
      population: population ?? 0,
    }))
  await writeFile(join(folder, 'AuszugGV.xlsx'), auszugWorkbook(listed))
  await writeFile(
    join(folder, 'anschriften.csv'),
    Buffer.from(
      'GKZ;Empfänger;Straße;PLZ;Ort\n117001;Bürgermeisteramt Adelberg;Mühlstraße 1;73099;Adelberg\n',
      'latin1',
    ),
  )

  const page = await colleague(site, 'feldbuero', 'f.ring')
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Verzeichnis' }).click()
  await look(t, page, 'the list')
  await page.getByRole('link', { name: 'Erneuern und Anschriften einlesen' }).click()
  await page.getByLabel('Amtliches Gemeindeverzeichnis').setInputFiles(join(folder, 'AuszugGV.xlsx'))
  await page.getByRole('button', { name: 'Ansehen, was sich ändert' }).click()
  t.match(await page.locator('#fehler').textContent(), /117003 Albershausen.*worin sie aufgegangen ist/s)
  await page.getByLabel('Albershausen (117003) ist aufgegangen in').fill('117026')
  await page.getByRole('button', { name: 'Vorschau neu' }).click()
  t.match(await page.locator('main').textContent(), /Gilt ab.*31\.03\.2026.*Einwohner vom.*31\.12\.2025/s)
  await look(t, page, 'the preview')
  await page.getByRole('button', { name: 'Einlesen', exact: true }).click()
  t.match(await page.locator('.kern-alert--success').textContent(), /Das ist eingelesen/)
  await look(t, page, 'the files')

  await page.getByLabel('Liste mit Anschriften').setInputFiles(join(folder, 'anschriften.csv'))
  await page.getByRole('button', { name: 'Liste ansehen' }).click()
  t.match(
    await page.locator('main').textContent(),
    /1 neu, 0 geändert, 0 unverändert.*Bürgermeisteramt Adelberg, Mühlstraße 1/s,
  )
  await page.getByRole('button', { name: 'Einlesen', exact: true }).click()

  await page.getByRole('link', { name: 'Verzeichnis' }).first().click()
  await page.getByLabel('Name oder Schlüssel').fill('adelb')
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.getByRole('link', { name: 'Adelberg am Wald' }).click()
  t.match(await page.locator('main').textContent(), /dem Landkreis übertragen: Landkreis Göppingen/)
  await look(t, page, 'a Kommune')
  await page.getByText('Anschrift ändern').click()
  await page.getByRole('textbox', { name: 'Ansprechperson' }).fill('Jürgen Weiß')
  await page.getByLabel('PLZ').fill('7309')
  await page.getByRole('button', { name: 'Speichern' }).click()
  t.match(await page.locator('#fehler').textContent(), /hat nur vier Ziffern/)
  await page.getByLabel('PLZ').fill('73099')
  await page.getByRole('button', { name: 'Speichern' }).click()
  t.match(await page.locator('.kern-alert--success').textContent(), /gespeichert/)
  t.match(await presentAddresses(db), [{ unit: '117001', person: 'Jürgen Weiß', street: 'Mühlstraße 1' }])
  await page.getByText('Zuständigkeit ändern').click()
  await page.getByLabel('Künftig zuständig').selectOption({ label: 'die Kommune selbst' })
  await page.getByLabel('Ab dem Tag').fill('1.7.2026')
  await page.getByRole('button', { name: 'Ändern' }).click()
  t.match(await page.locator('main').textContent(), /übernimmt es selbst/)

  await page.goto('/intern/verzeichnis/dateien')
  await page.getByRole('link', { name: 'AuszugGV.xlsx zurücknehmen' }).click()
  await look(t, page, 'taking back')
  await page.getByRole('button', { name: 'Zurücknehmen' }).click()
  t.match(await page.locator('#fehler').textContent(), /Seither ist eine Zuständigkeit eingetragen worden/)
  t.strictSame(site.complaints, [])
})

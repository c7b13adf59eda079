import type { Page } from 'playwright-core'
import t from 'tap'
import { dayFromToday } from '../../server/store/waves.ts'
import { barriersOn } from '../support/barriers.ts'
import { colleague } from '../support/colleague.ts'
import { startSite } from '../support/site.ts'

const main = (page: Page) => page.locator('main').innerText()

t.test('a call is noted, a form looked at, with script', async (t) => {
  const site = await startSite(t)
  const respondent = await site.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  const page = await colleague(site, 'feldbuero', 'k.meier')
  await site.db
    .updateTable('wave')
    .set({ frist: await dayFromToday(site.db, 20), stichtag: null })
    .execute()
  const looksFine = async (what: string) => {
    t.strictSame(await barriersOn(page), [], what)
  }

  await page.getByRole('link', { name: 'Umfrage zur Lage der Geflüchteten vor Ort' }).click()
  await page.getByRole('link', { name: 'Rücklauf' }).first().click()
  await page.getByRole('link', { name: '1 begonnen' }).click()
  t.match(await main(page), /1 von 3 Kommunen/)
  await looksFine('the list')
  await page.getByLabel('Name, GKZ oder Nummer').fill('salach')
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  t.match(await main(page), /Hierzu gibt es niemanden/, 'the state is kept beside what is typed')
  await page.getByRole('link', { name: 'Filter aufheben' }).click()
  await page.getByText('Spalten', { exact: true }).click()
  await page.getByLabel('Einwohner').check()
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  t.match(await main(page), /8\.042/)

  await page.getByLabel('Salach auswählen').check()
  await page.getByRole('button', { name: 'Befreien' }).click()
  t.match(await main(page), /Bitte schreiben Sie den Grund dazu/)
  await page.getByLabel('Grund oder Notiz').fill('Keine Geflüchteten')
  await page.getByRole('button', { name: 'Befreien' }).click()
  t.match(await main(page), /Befreit: bei 1 vermerkt/)
  t.match(page.url(), /spalte=einwohner/, 'the columns are still those chosen')

  await page.getByRole('link', { name: 'Eislingen/Fils' }).click()
  await page.getByLabel('Notiz', { exact: true }).fill('Ruft am Montag zurück')
  await page.getByRole('link', { name: 'Rücklauf' }).first().click()
  await page.getByRole('heading', { name: 'Rücklauf' }).waitFor()
  await page.getByRole('link', { name: 'Eislingen/Fils' }).click()
  t.equal(
    await page.getByLabel('Notiz', { exact: true }).inputValue(),
    'Ruft am Montag zurück',
    'nothing is lost on the way',
  )
  await page.getByText(/Entwurf aufbewahrt/).waitFor()
  await page.getByLabel('Notiz', { exact: true }).fill('Ruft am Dienstag zurück')
  await page.getByText(/Entwurf aufbewahrt um/).waitFor()
  await looksFine('a participant')

  await page.getByRole('button', { name: 'Notiz speichern' }).click()
  t.match(await main(page), /Die Notiz ist gespeichert[\s\S]*k\.meier\s+Ruft am \w+ zurück/)
  t.equal(await page.getByLabel('Notiz', { exact: true }).inputValue(), '')

  await page.getByRole('link', { name: 'Formular ansehen' }).click()
  t.match(await main(page), /wie ihn Eislingen\/Fils sieht/)
  await page.getByRole('link', { name: /^Zielgruppe/ }).click()
  t.match(await main(page), /120/)
  t.equal(await page.locator('main :is(input, textarea, select, button)').count(), 0)
  await looksFine('a form')
  await page.getByRole('link', { name: 'Zurück zu Eislingen/Fils' }).click()
  t.match(await main(page), /Fragebogen angesehen/)

  await page.getByRole('link', { name: 'Post', exact: true }).last().click()
  t.match(await main(page), /Post aller Erhebungen/)
  await page.getByRole('link', { name: 'Rücklauf' }).click()
  await page.getByLabel('Göppingen auswählen').check()
  await page.getByRole('button', { name: 'Erinnern' }).click()
  t.match(await main(page), /die Ausgewählten[\s\S]*Nicht erreichbar[\s\S]*Göppingen \(117026\)/)
  await looksFine('whom a reminder would go to')
  await page.goBack()
  await page.getByLabel('Göppingen auswählen').check()
  await page.getByRole('button', { name: 'Frist verlängern' }).click()
  t.equal((await page.getByLabel('Welche').inputValue()).trim(), '117026')
  await page.goBack()
  await page.getByRole('link', { name: 'Eislingen/Fils' }).click()
  const later = (await dayFromToday(site.db, 60)).split('-').reverse().join('.')
  await page.getByLabel('Frist bis').fill(later)
  await page.getByLabel('Grund', { exact: true }).last().fill('Umbau')
  await page.getByRole('button', { name: 'Frist verlängern' }).click()
  t.match(await main(page), new RegExp(`Die Frist ist verlängert[^]*${later}, verlängert[^]*verlängert bis ${later}`))
  await looksFine('an extended participant')

  const told = await site.person('KM')
  t.match(await main(told), /hat die erhebende Stelle Ihren Fragebogen angesehen/)
  t.strictSame(site.complaints, [])
})
